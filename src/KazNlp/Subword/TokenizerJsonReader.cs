using System.Text.Json;
using System.Text.RegularExpressions;

namespace KazNlp;

/// <summary>Reads the <c>tokenizer.json</c> of Hugging Face where it is byte-level byte-pair encoding; what would give other ids than there is refused by name.</summary>
internal sealed class TokenizerJsonReader
{
    /// <summary>How <c>ByteLevel</c> cuts text where it uses its own expression (GPT-2).</summary>
    private const string ByteLevelPattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    // Nothing is cut: the whole text is one part.
    private const string NoPattern = @"[\s\S]+";

    private readonly JsonFile _json;
    private readonly SubwordModelBuilder _builder;
    private string? _pattern;
    private bool _takesWholeParts;
    private bool _hasModel;

    private TokenizerJsonReader(byte[] bytes, string path)
    {
        _json = new JsonFile(bytes, path);
        _builder = new SubwordModelBuilder(path);
    }

    public static SubwordModel Read(byte[] bytes, string path)
    {
        var reader = new TokenizerJsonReader(bytes, path);
        reader._json.Read(reader.ReadTokenizer);
        if (!reader._hasModel)
        {
            throw new InvalidDataException($"{path}: no tokenizer.json: it has no \"model\".");
        }

        if (reader._pattern is null)
        {
            throw new InvalidDataException($"{path}: the pre_tokenizer is not ByteLevel: only byte-level models can be read.");
        }

        try
        {
            return reader._builder.Build(reader._pattern, reader._takesWholeParts);
        }
        catch (RegexParseException exception)
        {
            throw new InvalidDataException($"{path}: the pre_tokenizer's regular expression is not readable here: {exception.Message}", exception);
        }
    }

    private void ReadTokenizer(ref Utf8JsonReader reader)
    {
        _json.Expect(ref reader, JsonTokenType.StartObject, "the object of a tokenizer.json");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            string where = _json.Where(in reader);
            reader.Read();
            switch (name)
            {
                case "added_tokens":
                    ReadAddedTokens(ref reader, where);
                    break;
                case "normalizer" when reader.TokenType != JsonTokenType.Null:
                    throw Unsupported(where, "a normalizer", "offsets point into the original text; normalise it before encoding and take the normalizer out of the file");
                case "pre_tokenizer" when reader.TokenType != JsonTokenType.Null:
                    ReadPreTokenizer(ref reader, where);
                    break;
                case "model":
                    ReadModel(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void ReadAddedTokens(ref Utf8JsonReader reader, string where)
    {
        using JsonDocument tokens = JsonDocument.ParseValue(ref reader);
        foreach (JsonElement token in tokens.RootElement.EnumerateArray())
        {
            string content = Text(token, "content") is { Length: > 0 } text ? text : throw new InvalidDataException($"{where}: an added token has no \"content\".");
            if (!token.TryGetProperty("id", out JsonElement id) || !id.TryGetInt32(out int number) || number < 0)
            {
                throw new InvalidDataException($"{where}: the added token '{content}' has no \"id\" from 0 on.");
            }

            foreach (string flag in (ReadOnlySpan<string>)["single_word", "lstrip", "rstrip"])
            {
                if (Flag(token, flag, false))
                {
                    throw Unsupported(where, $"\"{flag}\" of the added token '{content}'", "it would take white space that decoding could not give back");
                }
            }

            _builder.AddSpecial(content, number);
        }
    }

    private void ReadPreTokenizer(ref Utf8JsonReader reader, string where)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        JsonElement[] steps = Text(root, "type") == "Sequence" && root.TryGetProperty("pretokenizers", out JsonElement list) ? [.. list.EnumerateArray()] : [root];
        string? split = null;
        foreach (JsonElement step in steps)
        {
            switch (Text(step, "type"))
            {
                case "Split" when split is null && _pattern is null:
                    split = ReadSplit(step, where);
                    break;
                case "ByteLevel" when _pattern is null:
                    if (Flag(step, "add_prefix_space", true))
                    {
                        throw Unsupported(where, "\"add_prefix_space\": true", "decoding could not give back the text; set it to false");
                    }

                    bool cuts = Flag(step, "use_regex", true);
                    if (cuts && split is not null)
                    {
                        throw Unsupported(where, "a Split before a ByteLevel that cuts too", "only one of them may cut; set \"use_regex\" to false");
                    }

                    _pattern = split ?? (cuts ? ByteLevelPattern : NoPattern);
                    break;
                case var type:
                    throw Unsupported(where, $"the pre_tokenizer '{type}' at this place", "only ByteLevel, alone or behind one Split, gives the same ids here");
            }
        }
    }

    private static string ReadSplit(JsonElement step, string where)
    {
        if (Text(step, "behavior") != "Isolated" || Flag(step, "invert", false))
        {
            throw Unsupported(where, "a Split other than \"Isolated\"", "only it keeps every character");
        }

        if (!step.TryGetProperty("pattern", out JsonElement pattern) || pattern.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{where}: the Split has no \"pattern\".");
        }

        return Text(pattern, "Regex") ?? Regex.Escape(Text(pattern, "String") ?? throw new InvalidDataException($"{where}: the Split's pattern is neither \"Regex\" nor \"String\"."));
    }

    private void ReadModel(ref Utf8JsonReader reader)
    {
        _json.Expect(ref reader, JsonTokenType.StartObject, "the object of the model");
        _hasModel = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            string where = _json.Where(in reader);
            reader.Read();
            switch (name)
            {
                case "type" when reader.GetString() != "BPE":
                    throw Unsupported(where, $"the model type '{reader.GetString()}'", "only BPE is read");
                case "vocab":
                    _json.Expect(ref reader, JsonTokenType.StartObject, "an object of pieces and their ids");
                    VocabularyFiles.ReadVocabulary(ref reader, _json, _builder);
                    break;
                case "merges":
                    ReadMerges(ref reader);
                    break;
                case "ignore_merges":
                    _takesWholeParts = reader.TokenType == JsonTokenType.True;
                    break;
                case "byte_fallback" when reader.TokenType == JsonTokenType.True:
                case "continuing_subword_prefix" or "end_of_word_suffix" when reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 }:
                case "dropout" when reader.TokenType == JsonTokenType.Number && reader.GetDouble() > 0:
                    throw Unsupported(where, $"\"{name}\"", "a byte-level model has none");
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    // "a b", or since version 0.20 ["a", "b"]
    private void ReadMerges(ref Utf8JsonReader reader)
    {
        _json.Expect(ref reader, JsonTokenType.StartArray, "the array of merges");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string where = _json.Where(in reader);
            string[] pair;
            if (reader.TokenType == JsonTokenType.String)
            {
                pair = reader.GetString()!.Split(' ');
            }
            else
            {
                _json.Expect(ref reader, JsonTokenType.StartArray, "a merge, \"a b\" or [\"a\", \"b\"],");
                var items = new List<string>(2);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(reader.GetString()!);
                }

                pair = [.. items];
            }

            if (pair is not [{ Length: > 0 } left, { Length: > 0 } right])
            {
                throw new InvalidDataException($"{where}: a merge is two pieces, not {pair.Length}.");
            }

            _builder.AddMerge(left, right, where);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement element, string name, bool missing) =>
        element.TryGetProperty(name, out JsonElement value) ? value.ValueKind == JsonValueKind.True : missing;

    private static InvalidDataException Unsupported(string where, string what, string why) => new($"{where}: {what} cannot be read: {why}.");
}

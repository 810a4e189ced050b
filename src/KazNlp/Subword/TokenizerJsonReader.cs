using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KazNlp;

/// <summary>Reads the <c>tokenizer.json</c> of Hugging Face where it is byte-level byte-pair encoding; what would give other ids than there is refused by name.</summary>
/// <remarks>Read are <c>added_tokens</c>, <c>model</c>, a <c>normalizer</c> that is a Unicode normalization form, and a <c>pre_tokenizer</c> of <c>ByteLevel</c> with <c>Split</c> and <c>Digits</c> before it.
/// What adds ids afterwards (<c>post_processor</c>, <c>padding</c>, <c>truncation</c>) is the caller's choice here: <see cref="SubwordBatchOptions"/>.</remarks>
internal sealed class TokenizerJsonReader
{
    /// <summary>How <c>ByteLevel</c> cuts text where it uses its own expression (GPT-2).</summary>
    private const string ByteLevelPattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private readonly JsonFile _json;
    private readonly SubwordModelBuilder _builder;
    private PartRules? _rules;
    private NormalizationForm? _form;
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

        return reader._rules is { } rules
            ? reader._builder.Build(rules with { Form = reader._form }, reader._takesWholeParts)
            : throw new InvalidDataException($"{path}: the pre_tokenizer is not ByteLevel: only byte-level models can be read.");
    }

    /// <summary>The name of a normalization form as <c>tokenizer.json</c> writes it.</summary>
    public static string NameOf(NormalizationForm form) => form switch
    {
        NormalizationForm.FormC => "NFC",
        NormalizationForm.FormD => "NFD",
        NormalizationForm.FormKC => "NFKC",
        _ => "NFKD",
    };

    private void ReadTokenizer(ref Utf8JsonReader reader)
    {
        _json.Expect(ref reader, JsonTokenType.StartObject, "the object of a tokenizer.json");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            FilePlace where = _json.Where(in reader);
            reader.Read();
            switch (name)
            {
                case "added_tokens":
                    ReadAddedTokens(ref reader);
                    break;
                case "normalizer" when reader.TokenType != JsonTokenType.Null:
                    ReadNormalizer(ref reader, where);
                    break;
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

    private void ReadAddedTokens(ref Utf8JsonReader reader)
    {
        _json.Expect(ref reader, JsonTokenType.StartArray, "the array of added tokens");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            FilePlace where = _json.Where(in reader);
            using JsonDocument token = JsonDocument.ParseValue(ref reader);
            JsonElement root = token.RootElement;
            string content = Text(root, "content") ?? throw new InvalidDataException($"{where}: an added token has no \"content\".");
            if (!root.TryGetProperty("id", out JsonElement id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out int number))
            {
                throw new InvalidDataException($"{where}: the added token '{content}' has no \"id\" that is a whole number.");
            }

            bool isSpecial = Flag(root, "special", false);
            _builder.AddToken(new AddedToken(content, number, isSpecial, Flag(root, "lstrip", false), Flag(root, "rstrip", false), Flag(root, "single_word", false)), where);
        }
    }

    private void ReadNormalizer(ref Utf8JsonReader reader, FilePlace where)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        foreach (JsonElement step in Steps(document.RootElement, "normalizers"))
        {
            _form = (Text(step, "type"), _form) switch
            {
                ("NFC", null or NormalizationForm.FormC) => NormalizationForm.FormC,
                ("NFD", null) => NormalizationForm.FormD,
                ("NFKC", null) => NormalizationForm.FormKC,
                ("NFKD", null) => NormalizationForm.FormKD,
                var (type, _) => throw Unsupported(where, $"the normalizer '{type}'", "only one of NFC, NFD, NFKC and NFKD is known here; normalise the text before encoding and take the normalizer out of the file"),
            };
        }
    }

    private void ReadPreTokenizer(ref Utf8JsonReader reader, FilePlace where)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var splits = new List<PartSplit>();
        foreach (JsonElement step in Steps(document.RootElement, "pretokenizers"))
        {
            string? type = Text(step, "type");
            if (_rules is not null)
            {
                throw Unsupported(where, $"the pre_tokenizer '{type}' behind ByteLevel", "it would cut the characters that stand for bytes");
            }

            switch (type)
            {
                case "Split":
                    splits.Add(ReadSplit(step, where));
                    break;
                case "Digits":
                    splits.Add(new PartSplit(Flag(step, "individual_digits", false) ? @"\p{N}" : @"\p{N}+"));
                    break;
                case "ByteLevel":
                    bool addsSpace = Flag(step, "add_prefix_space", true);
                    if (addsSpace && splits.Count > 0)
                    {
                        throw Unsupported(where, "\"add_prefix_space\": true behind a Split", "every part would get a space; set it to false");
                    }

                    if (Flag(step, "use_regex", true))
                    {
                        splits.Add(new PartSplit(ByteLevelPattern));
                    }

                    _rules = new PartRules([.. splits], AddsSpace: addsSpace);
                    break;
                default:
                    throw Unsupported(where, $"the pre_tokenizer '{type}'", "only ByteLevel, alone or behind Split and Digits, gives the same ids here");
            }
        }

        if (splits.Count > PartCutter.MaxSplits)
        {
            throw Unsupported(where, $"a pre_tokenizer of {splits.Count} steps", $"{PartCutter.MaxSplits} are the most");
        }
    }

    private static PartSplit ReadSplit(JsonElement step, FilePlace where)
    {
        string? behavior = Text(step, "behavior");
        bool isInverted = Flag(step, "invert", false);
        bool dropsRest = behavior == "Removed" && isInverted;
        if (!dropsRest && (behavior != "Isolated" || isInverted))
        {
            throw Unsupported(where, $"a Split with the behavior '{behavior}'{(isInverted ? ", inverted" : string.Empty)}", "only \"Isolated\", and \"Removed\" inverted, are known here");
        }

        if (!step.TryGetProperty("pattern", out JsonElement pattern) || pattern.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{where}: the Split has no \"pattern\".");
        }

        string expression = Text(pattern, "Regex") ?? Regex.Escape(Text(pattern, "String") ?? throw new InvalidDataException($"{where}: the Split's pattern is neither \"Regex\" nor \"String\"."));
        return new PartSplit(expression, dropsRest);
    }

    private static JsonElement[] Steps(JsonElement root, string name) =>
        Text(root, "type") == "Sequence" && root.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [root];

    private void ReadModel(ref Utf8JsonReader reader)
    {
        _json.Expect(ref reader, JsonTokenType.StartObject, "the object of the model");
        _hasModel = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            FilePlace where = _json.Where(in reader);
            reader.Read();
            switch (name)
            {
                case "type" when reader.TokenType != JsonTokenType.String || reader.GetString() != "BPE":
                    throw Unsupported(where, $"the model type '{Encoding.UTF8.GetString(reader.ValueSpan)}'", "only BPE is read");
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
            FilePlace where = _json.Where(in reader);
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
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value.ValueKind == JsonValueKind.True : missing;

    private static InvalidDataException Unsupported(FilePlace where, string what, string why) => new($"{where}: {what} cannot be read: {why}.");
}

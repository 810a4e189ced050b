using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KazNlp;

/// <summary>The pair <c>vocab.json</c> and <c>merges.txt</c>.</summary>
internal static class VocabularyFiles
{
    public static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SubwordModel Read(string vocabularyPath, string mergesPath, IReadOnlyDictionary<string, int>? specialTokens)
    {
        var json = new JsonFile(File.ReadAllBytes(vocabularyPath), vocabularyPath);
        var builder = new SubwordModelBuilder(vocabularyPath);
        json.Read((ref Utf8JsonReader reader) =>
        {
            json.Expect(ref reader, JsonTokenType.StartObject, "an object of pieces and their ids");
            ReadVocabulary(ref reader, json, builder);
        });
        if (specialTokens is not null)
        {
            foreach ((string token, int id) in specialTokens)
            {
                builder.AddToken(new AddedToken(token, id), new FilePlace(vocabularyPath));
            }
        }
        else
        {
            builder.AddTokensOfVocabulary(static piece => piece.StartsWith("<|", StringComparison.Ordinal) && piece.EndsWith("|>", StringComparison.Ordinal));
        }

        int number = 0;
        foreach (string line in File.ReadLines(mergesPath))
        {
            number++;
            if (line.Length == 0 || (number == 1 && line.StartsWith("#version", StringComparison.Ordinal)))
            {
                continue;
            }

            FilePlace where = new FilePlace(mergesPath, number);
            int space = line.IndexOf(' ');
            if (space <= 0 || space == line.Length - 1 || line.IndexOf(' ', space + 1) >= 0)
            {
                throw new InvalidDataException($"{where}: a merge is two pieces with one space between them, not '{line}'.");
            }

            builder.AddMerge(line[..space], line[(space + 1)..], where);
        }

        return builder.Build(PartRules.Own);
    }

    /// <summary>Reads the members of an object of pieces, whose brace is read already.</summary>
    public static void ReadVocabulary(ref Utf8JsonReader reader, JsonFile json, SubwordModelBuilder builder)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string piece = reader.GetString()!;
            FilePlace where = json.Where(in reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out int id))
            {
                throw new InvalidDataException($"{where}: the id of '{piece}' is no whole number.");
            }

            builder.AddPiece(piece, id, where);
        }
    }

    public static void WriteVocabulary(SubwordModel model, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, Readable);
        WriteVocabulary(model, writer, withAdded: true);
    }

    public static void WriteVocabulary(SubwordModel model, Utf8JsonWriter writer, bool withAdded)
    {
        writer.WriteStartObject();
        for (int id = 0; id < model.IdCount; id++)
        {
            if ((withAdded || !model.AddedTexts.ContainsKey(id)) && model.TextOf(id) is { } text)
            {
                writer.WriteNumber(text, id);
            }
        }

        writer.WriteEndObject();
    }

    public static void WriteMerges(SubwordModel model, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("#version: 0.2");
        foreach ((int left, int right, _) in model.Merges)
        {
            writer.Write(ByteAlphabet.ToText(model.Pieces[left]));
            writer.Write(' ');
            writer.WriteLine(ByteAlphabet.ToText(model.Pieces[right]));
        }
    }
}

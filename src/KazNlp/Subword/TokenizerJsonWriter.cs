using System.Text.Json;

namespace KazNlp;

/// <summary>Writes the <c>tokenizer.json</c> of Hugging Face.</summary>
internal static class TokenizerJsonWriter
{
    public static void Write(SubwordModel model, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, VocabularyFiles.Readable);
        writer.WriteStartObject();
        writer.WriteString("version", "1.0");
        writer.WriteNull("truncation");
        writer.WriteNull("padding");
        WriteAddedTokens(model, writer);
        writer.WriteNull("normalizer");
        WritePreTokenizer(model, writer);
        writer.WriteNull("post_processor");
        writer.WritePropertyName("decoder");
        WriteByteLevel(writer);
        WriteModel(model, writer);
        writer.WriteEndObject();
    }

    private static void WriteAddedTokens(SubwordModel model, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("added_tokens");
        foreach ((string token, int id) in model.SpecialTokens.OrderBy(pair => pair.Value))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", id);
            writer.WriteString("content", token);
            writer.WriteBoolean("single_word", false);
            writer.WriteBoolean("lstrip", false);
            writer.WriteBoolean("rstrip", false);
            writer.WriteBoolean("normalized", false);
            writer.WriteBoolean("special", true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePreTokenizer(SubwordModel model, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("pre_tokenizer");
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray("pretokenizers");
        writer.WriteStartObject();
        writer.WriteString("type", "Split");
        writer.WriteStartObject("pattern");
        writer.WriteString("Regex", model.Pattern);
        writer.WriteEndObject();
        writer.WriteString("behavior", "Isolated");
        writer.WriteBoolean("invert", false);
        writer.WriteEndObject();
        WriteByteLevel(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteByteLevel(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "ByteLevel");
        writer.WriteBoolean("add_prefix_space", false);
        writer.WriteBoolean("trim_offsets", true);
        writer.WriteBoolean("use_regex", false);
        writer.WriteEndObject();
    }

    private static void WriteModel(SubwordModel model, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("model");
        writer.WriteString("type", "BPE");
        writer.WriteNull("dropout");
        writer.WriteNull("unk_token");
        writer.WriteNull("continuing_subword_prefix");
        writer.WriteNull("end_of_word_suffix");
        writer.WriteBoolean("fuse_unk", false);
        writer.WriteBoolean("byte_fallback", false);
        writer.WriteBoolean("ignore_merges", model.TakesWholeParts);
        writer.WritePropertyName("vocab");
        VocabularyFiles.WriteVocabulary(model, writer, withSpecials: false);
        writer.WriteStartArray("merges");
        foreach ((int left, int right, _) in model.Merges)
        {
            writer.WriteStringValue($"{ByteAlphabet.ToText(model.Pieces[left])} {ByteAlphabet.ToText(model.Pieces[right])}");
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

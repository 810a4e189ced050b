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
        WriteNormalizer(model.Rules, writer);
        WritePreTokenizer(model.Rules, writer);
        writer.WriteNull("post_processor");
        writer.WritePropertyName("decoder");
        WriteByteLevel(writer, addsSpace: false, cuts: false);
        WriteModel(model, writer);
        writer.WriteEndObject();
    }

    private static void WriteAddedTokens(SubwordModel model, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("added_tokens");
        foreach (AddedToken token in model.AddedTokens)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", token.Id);
            writer.WriteString("content", token.Text);
            writer.WriteBoolean("single_word", token.IsSingleWord);
            writer.WriteBoolean("lstrip", token.TakesSpaceBefore);
            writer.WriteBoolean("rstrip", token.TakesSpaceAfter);
            writer.WriteBoolean("normalized", false);
            writer.WriteBoolean("special", token.IsSpecial);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNormalizer(PartRules rules, Utf8JsonWriter writer)
    {
        if (rules.Form is not { } form)
        {
            writer.WriteNull("normalizer");
            return;
        }

        writer.WriteStartObject("normalizer");
        writer.WriteString("type", TokenizerJsonReader.NameOf(form));
        writer.WriteEndObject();
    }

    private static void WritePreTokenizer(PartRules rules, Utf8JsonWriter writer)
    {
        writer.WritePropertyName("pre_tokenizer");
        if (rules.AddsSpace || rules.Splits.IsEmpty)
        {
            WriteByteLevel(writer, rules.AddsSpace, cuts: !rules.Splits.IsEmpty);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray("pretokenizers");
        foreach (PartSplit split in rules.Splits)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Split");
            writer.WriteStartObject("pattern");
            writer.WriteString("Regex", split.Pattern);
            writer.WriteEndObject();
            writer.WriteString("behavior", split.DropsRest ? "Removed" : "Isolated");
            writer.WriteBoolean("invert", split.DropsRest);
            writer.WriteEndObject();
        }

        WriteByteLevel(writer, addsSpace: false, cuts: false);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteByteLevel(Utf8JsonWriter writer, bool addsSpace, bool cuts)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "ByteLevel");
        writer.WriteBoolean("add_prefix_space", addsSpace);
        writer.WriteBoolean("trim_offsets", true);
        writer.WriteBoolean("use_regex", cuts);
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
        VocabularyFiles.WriteVocabulary(model, writer, withAdded: false);
        writer.WriteStartArray("merges");
        foreach ((int left, int right, _) in model.Merges)
        {
            writer.WriteStringValue($"{ByteAlphabet.ToText(model.Pieces[left])} {ByteAlphabet.ToText(model.Pieces[right])}");
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

using System.CommandLine;
using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Cli;

/// <summary><c>kaznlp encode</c>: the subword ids of a text.</summary>
internal sealed class EncodeCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile();
    private readonly Option<string?> _model = CommonArguments.Vocabulary();
    private readonly Option<string> _format = CommonArguments.Format(
        "ids: all ids on one line. json: one object with the ids, and for each token its start and length in the text (UTF-16 code units).", "ids", "json");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EncodeCommand(StandardStreams streams)
        : base("encode", "Turns a text into the subword ids that a language model reads.")
    {
        _streams = streams;
        Add(_file);
        Add(_model);
        Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp encode article.txt",
        "kaznlp encode article.txt | kaznlp decode       # the same text",
        "echo 'Астанада кездесу өтті.' | kaznlp encode --format json",
    ];

    private int Run(ParseResult parsed)
    {
        KazakhSubwordTokenizer tokenizer = Models.OpenSubword(parsed.GetValue(_model));
        string text = new InputFile(_streams, parsed.GetRequiredValue(_file)).ReadText();
        if (parsed.GetRequiredValue(_format) == "json")
        {
            JsonLine.Write(_streams.Output, json => WriteTokens(json, tokenizer, text));
            return ExitCode.Success;
        }

        using StreamWriter output = _streams.OpenOutputText();
        string separator = string.Empty;
        foreach (int id in tokenizer.EncodeToIds(text))
        {
            output.Write(separator);
            output.Write(id);
            separator = " ";
        }

        output.WriteLine();
        return ExitCode.Success;
    }

    private static void WriteTokens(Utf8JsonWriter json, KazakhSubwordTokenizer tokenizer, string text)
    {
        json.WriteStartArray("tokens"u8);
        IReadOnlyList<EncodedToken> tokens = tokenizer.EncodeToTokens(text, out string? normalized);
        text = normalized ?? text; // the vocabularies of others may want it normalised
        foreach (EncodedToken token in tokens)
        {
            int start = token.Offset.Start.Value;
            int end = token.Offset.End.Value;
            json.WriteStartObject();
            json.WriteNumber("id"u8, token.Id);
            json.WriteNumber("start"u8, start);
            json.WriteNumber("length"u8, end - start);
            json.WriteText("text"u8, text.AsSpan(start, end - start));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

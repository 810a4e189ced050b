using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Cli;

/// <summary><c>kaznlp evaluate subword</c>: how many tokens texts cost, beside the vocabularies of large language models.</summary>
internal sealed class EvaluateSubwordCommand : ExampleCommand
{
    private static readonly string[] Others = ["o200k_base", "cl100k_base"];

    private readonly StandardStreams _streams;
    private readonly Argument<string[]> _files = CommonArguments.Files();
    private readonly Option<string?> _model = CommonArguments.Vocabulary();
    private readonly Option<string> _format = Figures.Format("one object, the model's figures at its top");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public EvaluateSubwordCommand(StandardStreams streams)
        : base("subword", "Measures a subword vocabulary on texts: tokens a word (between white space), characters a token, words in one piece, tokens that are parts of characters, cuts inside words that stand at morpheme boundaries.")
    {
        _streams = streams;
        Add(_files);
        Add(_model);
        Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp evaluate subword article.txt",
        "kaznlp evaluate subword --model subword-16k.kazpack --format json news/*.txt | jq .tokensPerWord",
    ];

    private int Run(ParseResult parsed)
    {
        KazakhSubwordTokenizer tokenizer = Models.OpenSubword(parsed.GetValue(_model));
        IReadOnlyList<InputFile> files = InputFile.FromArguments(_streams, parsed.GetValue(_files));
        string[] texts = [.. files.Select(file => file.ReadText())];
        if (Array.TrueForAll(texts, string.IsNullOrWhiteSpace))
        {
            throw InputException.NothingToMeasure(string.Join(", ", files.Select(file => file.Name)), "words");
        }

        (string Name, SubwordMetrics Metrics)[] all =
        [
            ("KazNlp", Measure(tokenizer, texts)),
            .. Others.Select(name => (name, Measure(TiktokenTokenizer.CreateForEncoding(name), texts))),
        ];
        Figures.Write(_streams, parsed.AsJson(_format), json => WriteJson(json, all), output => WriteTable(output, all));
        return ExitCode.Success;
    }

    private static SubwordMetrics Measure(Tokenizer tokenizer, IReadOnlyList<string> texts) =>
        texts.Select(text => SubwordMetrics.Measure(tokenizer, text)).Aggregate(static (a, b) => a + b);

    private static void WriteTable(TextWriter output, (string Name, SubwordMetrics Metrics)[] all)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all[0].Metrics.Words:N0} words, {all[0].Metrics.Characters:N0} characters"));
        output.WriteLine("             tokens/word  characters/token  one piece  bytes  at morphemes  lossless");
        foreach ((string name, SubwordMetrics m) in all)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12}  {m.TokensPerWord,10:0.000}  {m.CharactersPerToken,16:0.00}  {m.SinglePieceShare,9:0.0%}  {m.ByteTokens,5}  {m.MorphemeCutShare,12:0.0%}  {(m.RoundTrip ? "yes" : "no"),8}"));
        }
    }

    private static void WriteJson(Utf8JsonWriter json, (string Name, SubwordMetrics Metrics)[] all)
    {
        WriteFigures(json, all[0].Metrics);
        json.WriteStartObject("others"u8);
        foreach ((string name, SubwordMetrics metrics) in all.Skip(1))
        {
            json.WriteStartObject(name);
            WriteFigures(json, metrics);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, SubwordMetrics metrics)
    {
        json.WriteFigure("tokensPerWord"u8, metrics.TokensPerWord);
        json.WriteFigure("charactersPerToken"u8, metrics.CharactersPerToken);
        json.WriteFigure("singlePieceShare"u8, metrics.SinglePieceShare);
        json.WriteNumber("byteTokens"u8, metrics.ByteTokens);
        json.WriteFigure("morphemeCutShare"u8, metrics.MorphemeCutShare);
        json.WriteBoolean("roundTrip"u8, metrics.RoundTrip);
        json.WriteNumber("words"u8, metrics.Words);
        json.WriteNumber("characters"u8, metrics.Characters);
        json.WriteNumber("tokens"u8, metrics.Tokens);
    }
}

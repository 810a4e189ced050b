using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp lemmatize</c>: the dictionary form of every word, chosen by its sentence.</summary>
internal sealed class LemmatizeCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _file = CommonArguments.OneFile();
    private readonly Option<string> _format = CommonArguments.Format(
        "lines: one sentence a line, lemmas separated by one space. tokens: token, lemma, part of speech and features a line, a blank line between sentences.",
        "lines", "tokens");

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public LemmatizeCommand(StandardStreams streams)
        : base("lemmatize", "Finds the lemma of every word of a text: nouns in the nominative singular, verbs as the bare stem.")
    {
        _streams = streams;
        Add(_file);
        Add(_format);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp lemmatize article.txt",
        "kaznlp lemmatize --format tokens article.txt | cut -f2 | sort | uniq -c | sort -rn | head",
    ];

    private int Run(ParseResult parsed)
    {
        string text = new InputFile(_streams, parsed.GetRequiredValue(_file)).ReadText();
        Document document = KazakhPipeline.Create(o => o with { Entities = false, Topics = false }).Analyze(text);
        bool lines = parsed.GetRequiredValue(_format) == "lines";
        using StreamWriter output = _streams.OpenOutputText();
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            Sentence sentence = document.Sentences[s];
            if (!lines && s > 0)
            {
                output.WriteLine();
            }

            for (int i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
            {
                TokenMorphology word = document.Morphology[i];
                if (lines)
                {
                    output.Write(i == sentence.FirstToken ? "" : " ");
                    output.Write(word.Lemma);
                }
                else
                {
                    output.Write(document.Tokens[i].Of(text));
                    output.WriteLine($"\t{word.Lemma}\t{word.PartOfSpeech.ToUd()}\t{(word.Features.Length == 0 ? "_" : word.Features)}");
                }
            }

            if (lines)
            {
                output.WriteLine();
            }
        }

        return ExitCode.Success;
    }
}

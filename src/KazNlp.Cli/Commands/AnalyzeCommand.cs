using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace KazNlp.Cli;

/// <summary><c>kaznlp analyze</c>: everything that the pipeline finds.</summary>
internal sealed class AnalyzeCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string[]> _files = CommonArguments.Files();
    private readonly Option<string?> _format = CommonArguments.DocumentFormat(
        "text: a report to read (the default). json: an object a document, one a line. jsonl: the same with the document's id (the default for --input jsonl). conll: token TAB tag in IOB2, a blank line after each sentence. conllu: CoNLL-U with lemma, part of speech, features and TokenRange; no syntax. html: one page for a browser, entities marked by class, canonical names on hover.",
        "text", "json", "jsonl", "conll", "conllu", "html");

    private readonly Option<string> _input = CommonArguments.Input();
    private readonly Option<string[]> _models = new("--model")
    {
        Description = "A model to use in place of the embedded one; the file says whether it finds entities or topics. May be given once for each.",
        HelpName = "FILE",
    };

    private readonly Option<AnalysisParts?> _only = new("--only")
    {
        Description = "Of json and jsonl, only these parts, separated by commas: sentences, tokens, entities (with titleEntities), groups, roles, topics. What no part needs is not computed.",
        HelpName = "PART,...",
        CustomParser = ParseParts,
    };

    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "The day that 'кеше', 'биыл' and '22 тамыз' count from, as a rule the day of publication; without it relative dates have no value. The \"date\" of a JSONL line comes before it.",
        HelpName = "YYYY-MM-DD",
        CustomParser = ParseDate,
    };

    private readonly Option<string[]> _gazetteers = new("--gazetteer")
    {
        Description = "Names of your own, CSV with the columns name, type, id, aliases (separated by | or ;). May be given several times; the earlier file comes first.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _types = new("--type")
    {
        Description = "A class of your own that --gazetteer files may give beside those of the model. May be given several times.",
        HelpName = "NAME",
        Validators = { RequireTypeNames },
    };

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public AnalyzeCommand(StandardStreams streams)
        : base("analyze", "Finds sentences, tokens, named entities, topics and, for CoNLL-U, lemmas. Offsets are UTF-16 code units of the text, without a BOM.")
    {
        _streams = streams;
        Add(_files);
        Add(_format);
        Add(_input);
        Add(_only);
        Add(_date);
        Add(_models);
        Add(_gazetteers);
        Add(_types);
        Validators.Add(result =>
        {
            if (result.GetResult(_only) is not null && FormatOf(result.GetValue(_format), result.GetValue(_input)) is not ("json" or "jsonl"))
            {
                result.AddError("--only goes with --format json or jsonl.");
            }
        });
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp analyze article.txt                                        # a report to read",
        "kaznlp analyze --format json article.txt | jq '.entities[]'       # entities with offsets",
        "kaznlp analyze --format conll *.txt > articles.conll              # IOB2, to correct by hand and train with",
        "kaznlp analyze --format conllu article.txt > article.conllu       # lemmas, parts of speech, features",
        "kaznlp analyze --format html *.txt > articles.html                # to read in a browser, entities marked",
        "kaznlp analyze --input jsonl documents.jsonl > results.jsonl      # a large collection, on all cores",
        "kaznlp analyze --input jsonl --only entities documents.jsonl      # less output, less time",
        "kaznlp analyze --format json --date 2025-08-22 article.txt        # values of 'кеше' and '22 тамыз' as dates of that year",
        "kaznlp analyze --gazetteer clients.csv article.txt                # names of one's own, in every inflected form",
        "kaznlp analyze --model my-entities.kazpack article.txt            # with a model of one's own",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        bool isJsonl = parsed.GetRequiredValue(_input) == "jsonl";
        string format = FormatOf(parsed.GetValue(_format), parsed.GetValue(_input));
        AnalysisParts parts = parsed.GetValue(_only) ?? AnalysisParts.All;
        bool wantsEntities = (parts & (AnalysisParts.Entities | AnalysisParts.Groups | AnalysisParts.Roles)) != 0;
        DocumentFormat write = format switch
        {
            "json" or "jsonl" => AnalysisJson.Analysis(parts),
            "conll" => PlainText.WriteConll,
            "conllu" => PlainText.WriteConllU,
            "html" => HtmlPage.WriteDocument,
            _ => AnalysisReport.Write,
        };
        IReadOnlyList<InputFile> files = InputFile.FromArguments(_streams, parsed.GetValue(_files));
        DateOnly? date = parsed.GetValue(_date);
        KazakhPipeline pipeline = Models.CreatePipeline(parsed.GetValue(_models) ?? [], options => format switch
        {
            "conll" => options with { Topics = false, Morphology = false, Gazetteers = OpenGazetteers(parsed) },
            "conllu" => options with { Topics = false, Entities = false },
            _ => options with { Morphology = false, Entities = wantsEntities, Topics = parts.HasFlag(AnalysisParts.Topics), Gazetteers = OpenGazetteers(parsed), ReferenceDate = date },
        });
        bool isPage = format == "html";
        if (isPage)
        {
            _streams.Output.Write(HtmlPage.Begin.Span);
        }

        string? nameProperty = format == "jsonl" ? DocumentName.Id : files.Count > 1 ? DocumentName.File : null;
        int exitCode = isJsonl
            ? await TextDocuments.WriteJsonlAsync(_streams, files, pipeline, write, cancellationToken)
            : TextDocuments.Write(_streams, files, pipeline, write, nameProperty, cancellationToken);
        if (isPage)
        {
            _streams.Output.Write(HtmlPage.End.Span);
        }

        return exitCode;
    }

    private ImmutableArray<EntityGazetteer> OpenGazetteers(ParseResult parsed)
    {
        EntityType[] ownTypes = [.. (parsed.GetValue(_types) ?? []).Select(name => new EntityType(name))];
        return [.. (parsed.GetValue(_gazetteers) ?? []).Select(path => Models.OpenGazetteer(new InputFile(_streams, path), ownTypes))];
    }

    private static string FormatOf(string? format, string? input) => format ?? (input == "jsonl" ? "jsonl" : "text");

    private static AnalysisParts? ParseParts(ArgumentResult result)
    {
        AnalysisParts parts = AnalysisParts.None;
        foreach (string name in result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries))
        {
            AnalysisParts part = name switch
            {
                "sentences" => AnalysisParts.Sentences,
                "tokens" => AnalysisParts.Tokens,
                "entities" => AnalysisParts.Entities,
                "groups" => AnalysisParts.Groups,
                "roles" => AnalysisParts.Roles,
                "topics" => AnalysisParts.Topics,
                _ => AnalysisParts.None,
            };
            if (part == AnalysisParts.None)
            {
                result.AddError($"--only '{name}' is none of sentences, tokens, entities, groups, roles, topics.");
            }

            parts |= part;
        }

        return parts;
    }

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (IsoDate.TryParse(text, out DateOnly day))
        {
            return day;
        }

        result.AddError($"--date '{text}' is no date such as 2025-08-22.");
        return null;
    }

    private static void RequireTypeNames(OptionResult result)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0 || token.Value.Any(char.IsWhiteSpace)))
        {
            result.AddError("The name of a class holds a character at least, and no white space: DRUG.");
        }
    }
}

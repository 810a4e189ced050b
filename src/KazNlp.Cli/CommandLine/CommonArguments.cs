using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace KazNlp.Cli;

/// <summary>The arguments and options that several commands share, so that they read and behave alike.</summary>
internal static class CommonArguments
{
    /// <summary>One file, or standard input.</summary>
    public static Argument<string> OneFile(string description = "A text file in UTF-8; - or nothing is standard input.") =>
        new("FILE") { Description = description, Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => InputFile.StandardInput, Validators = { RequireNames } };

    /// <summary>Any number of files; none is standard input.</summary>
    public static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files in UTF-8; - or nothing is standard input.",
            Arity = ArgumentArity.ZeroOrMore,
            Validators = { RequireNames },
        };
        files.Validators.Add(result =>
        {
            if (result.Tokens.Count(token => token.Value == InputFile.StandardInput) > 1)
            {
                result.AddError("Standard input (-) can be read once only.");
            }
        });
        return files;
    }

    /// <summary>The output format.</summary>
    /// <param name="description">What each format is.</param>
    /// <param name="formats">Their names, the default one first.</param>
    public static Option<string> Format(string description, params string[] formats) => Choice("--format", description, formats);

    /// <summary>One of several words.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What each word means.</param>
    /// <param name="values">The words, the default one first.</param>
    public static Option<string> Choice(string name, string description, params string[] values)
    {
        Option<string> option = Choice<string>(name, description, values);
        option.DefaultValueFactory = _ => values[0];
        return option;
    }

    /// <summary>The output format of documents; null where the user leaves it to <see cref="Input"/>.</summary>
    /// <param name="description">What each format is, and which is the default when.</param>
    /// <param name="formats">Their names.</param>
    public static Option<string?> DocumentFormat(string description, params string[] formats) => Choice<string?>("--format", description, formats);

    /// <summary>The input format of documents.</summary>
    public static Option<string> Input()
    {
        Option<string> option = Choice<string>(
            "--input",
            "text: a file is a document. jsonl: a line is a document, {\"id\", \"title\", \"date\", \"text\"}; its result is a line with the same id, in the same order.",
            ["text", "jsonl"]);
        option.DefaultValueFactory = _ => "text";
        return option;
    }

    /// <summary>Raw text to learn from.</summary>
    public static Option<string[]> RawText() =>
        new("--text") { Description = "UTF-8 text, a paragraph or sentence a line. May be given several times.", HelpName = "FILE", Required = true };

    /// <summary>The seed of a training.</summary>
    /// <param name="description">What it decides.</param>
    /// <param name="defaultSeed">The default; asked for only when it is needed, as it loads the trainer's assembly.</param>
    public static Option<int> Seed(string description, Func<int> defaultSeed) => new("--seed") { Description = description, HelpName = "NUMBER", DefaultValueFactory = _ => defaultSeed() };

    /// <summary>A model to use in place of the embedded one.</summary>
    /// <param name="kind">What it finds.</param>
    public static Option<string?> Model(string kind) =>
        new("--model") { Description = $"The {kind} model to use in place of the embedded one.", HelpName = "FILE" };

    /// <summary>A subword vocabulary to use in place of the embedded one.</summary>
    public static Option<string?> Vocabulary() =>
        new("--model") { Description = "The vocabulary to use in place of the embedded one: a model of 'kaznlp train subword' or a tokenizer.json.", HelpName = "FILE" };

    /// <summary>An option whose value is one of a few names.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What each name means.</param>
    /// <param name="values">The names.</param>
    public static Option<T> Choice<T>(string name, string description, params string[] values)
    {
        var option = new Option<T>(name) { Description = description, HelpName = string.Join('|', values) };
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !values.Contains(token.Value)) is { } unknown)
            {
                result.AddError($"{name} '{unknown.Value}' is none of {string.Join(", ", values)}.");
            }
        });
        return option;
    }

    /// <summary>Makes a number outside a range an error of usage.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isGood">Whether a number will do.</param>
    /// <param name="rule">What the message says of it, behind the option's name and without a full stop.</param>
    public static void Require(Option option, Func<int, bool> isGood, string rule) => option.Validators.Add(result =>
    {
        if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, CultureInfo.InvariantCulture, out int number) && !isGood(number))
        {
            result.AddError($"{option.Name} {rule}.");
        }
    });

    private static void RequireNames(SymbolResult result)
    {
        foreach (string name in result.Tokens.Select(token => token.Value))
        {
            if (name.Length == 0)
            {
                result.AddError("A file name is empty.");
            }
            else if (name[0] == '-' && name != InputFile.StandardInput)
            {
                result.AddError($"Unknown option '{name}'; a file of this name is ./{name}.");
            }
        }
    }
}

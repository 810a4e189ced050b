using System.CommandLine;

namespace KazNlp.Cli;

/// <summary><c>kaznlp inflect</c>: a form of a word, or its paradigm.</summary>
internal sealed class InflectCommand : ExampleCommand
{
    private readonly StandardStreams _streams;
    private readonly Argument<string> _word = new("WORD") { Description = "The dictionary form: a noun, name, pronoun, number (2024, XXI), abbreviation (АҚШ), foreign word (Boeing), or the bare stem of a verb." };
    private readonly Option<string> _case = Choice("--case", "The case.", InflectionNames.Cases);
    private readonly Option<bool> _plural = new("--plural") { Description = "The plural." };
    private readonly Option<string> _possessor = Choice("--possessor", "Whose it is.", InflectionNames.Possessors);
    private readonly Option<bool> _ordinal = new("--ordinal") { Description = "The ordinal of a number." };
    private readonly Option<string?> _verb = CommonArguments.Choice<string?>("--verb", "Inflect a verb: the form.", NamesOf(InflectionNames.Forms));
    private readonly Option<string> _person = Choice("--person", "The person of a verb.", InflectionNames.Persons);
    private readonly Option<bool> _negative = new("--negative") { Description = "Negate the verb." };
    private readonly Option<string> _voice = Choice("--voice", "The voice of a verb.", InflectionNames.Voices);
    private readonly Option<bool> _all = new("--all") { Description = "Print the whole paradigm as a table." };

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public InflectCommand(StandardStreams streams)
        : base("inflect", "Makes a form of a word, or prints its paradigm.")
    {
        _streams = streams;
        _person.DefaultValueFactory = _ => "he";
        Add(_word);
        Add(_case);
        Add(_plural);
        Add(_possessor);
        Add(_ordinal);
        Add(_verb);
        Add(_person);
        Add(_negative);
        Add(_voice);
        Add(_all);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "kaznlp inflect Әуезов --case dative                  # Әуезовке",
        "kaznlp inflect мұғалім --plural --possessor our --case ablative",
        "kaznlp inflect 2024 --case dative                    # 2024-ке",
        "kaznlp inflect оқы --verb present --person i         # оқимын",
        "kaznlp inflect бала --all",
    ];

    private int Run(ParseResult parsed)
    {
        string word = parsed.GetRequiredValue(_word);
        string? verb = parsed.GetValue(_verb);
        KazakhMorphology morphology = KazakhMorphology.Default;
        if (parsed.GetValue(_all))
        {
            using StreamWriter table = _streams.OpenOutputText();
            table.WriteTable(verb is null ? ParadigmTable.Nouns(morphology, word) : ParadigmTable.Verbs(morphology, word));
            return ExitCode.Success;
        }

        NounInflection noun = new()
        {
            Case = Value(InflectionNames.Cases, parsed.GetRequiredValue(_case)),
            Number = parsed.GetValue(_plural) ? GrammaticalNumber.Plural : GrammaticalNumber.Singular,
            Possessor = Value(InflectionNames.Possessors, parsed.GetRequiredValue(_possessor)),
            Ordinal = parsed.GetValue(_ordinal),
        };
        string? form;
        bool known = verb is null
            ? morphology.TryInflect(word, noun, out form)
            : morphology.TryInflect(word, new VerbInflection
            {
                Form = Value(InflectionNames.Forms, verb),
                Person = Value(InflectionNames.Persons, parsed.GetRequiredValue(_person)),
                Negative = parsed.GetValue(_negative),
                Voice = Value(InflectionNames.Voices, parsed.GetRequiredValue(_voice)),
                Case = noun.Case,
                Number = noun.Number,
                Possessor = noun.Possessor,
            }, out form);
        if (!known)
        {
            _streams.ReportError($"'{word}' has no such form; give a dictionary form without endings.");
            return ExitCode.Failure;
        }

        using StreamWriter output = _streams.OpenOutputText();
        output.WriteLine(form);
        return ExitCode.Success;
    }

    private static T Value<T>((string Name, T Value)[] values, string name) => values.First(v => v.Name == name).Value;

    private static string[] NamesOf<T>((string Name, T Value)[] values) => [.. values.Select(v => v.Name)];

    private static Option<string> Choice<T>(string name, string description, (string Name, T Value)[] values) => CommonArguments.Choice(name, description, NamesOf(values));
}

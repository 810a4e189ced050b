using System.CommandLine;
using Spectre.Console;

namespace KazNlp.Cli;

/// <summary><c>kaznlp inflect</c>: a form of a word, or its paradigm.</summary>
internal sealed class InflectCommand : ExampleCommand
{
    private static readonly (string Name, Case Value)[] Cases =
    [
        ("nominative", Case.Nominative), ("genitive", Case.Genitive), ("dative", Case.Dative), ("accusative", Case.Accusative),
        ("locative", Case.Locative), ("ablative", Case.Ablative), ("instrumental", Case.Instrumental),
    ];

    private static readonly (string Name, Possessor Value)[] Possessors =
    [
        ("none", Possessor.None), ("my", Possessor.FirstSingular), ("your", Possessor.SecondSingular), ("your-polite", Possessor.SecondPolite),
        ("his", Possessor.Third), ("our", Possessor.FirstPlural),
    ];

    private static readonly (string Name, VerbForm Value)[] Forms =
    [
        ("imperative", VerbForm.Imperative), ("past", VerbForm.Past), ("present", VerbForm.Present), ("perfect", VerbForm.Perfect),
        ("evidential", VerbForm.Evidential), ("future", VerbForm.Future), ("conditional", VerbForm.Conditional), ("optative", VerbForm.Optative),
        ("intention", VerbForm.Intention), ("past-participle", VerbForm.PastParticiple), ("habitual-participle", VerbForm.HabitualParticiple),
        ("future-participle", VerbForm.FutureParticiple), ("agent-participle", VerbForm.AgentParticiple), ("perfective-converb", VerbForm.PerfectiveConverb),
        ("imperfective-converb", VerbForm.ImperfectiveConverb), ("purpose-converb", VerbForm.PurposeConverb), ("verbal-noun", VerbForm.VerbalNoun),
        ("past-verbal-noun", VerbForm.PastVerbalNoun),
    ];

    private static readonly (string Name, Person Value)[] Persons =
    [
        ("i", Person.FirstSingular), ("you", Person.SecondSingular), ("you-polite", Person.SecondPolite), ("he", Person.Third),
        ("we", Person.FirstPlural), ("you-all", Person.SecondPlural), ("you-all-polite", Person.SecondPluralPolite),
    ];

    private static readonly (string Name, VerbVoice Value)[] Voices =
        [("active", VerbVoice.Active), ("passive", VerbVoice.Passive), ("reciprocal", VerbVoice.Reciprocal), ("causative", VerbVoice.Causative)];

    private static readonly bool[] Polarities = [false, true];

    private readonly StandardStreams _streams;
    private readonly Argument<string> _word = new("WORD") { Description = "The dictionary form: a noun, name, pronoun, number (2024, XXI), abbreviation (АҚШ), foreign word (Boeing), or the bare stem of a verb." };
    private readonly Option<string> _case = Choice("--case", "The case.", Cases);
    private readonly Option<bool> _plural = new("--plural") { Description = "The plural." };
    private readonly Option<string> _possessor = Choice("--possessor", "Whose it is.", Possessors);
    private readonly Option<bool> _ordinal = new("--ordinal") { Description = "The ordinal of a number." };
    private readonly Option<string?> _verb = OptionalChoice("--verb", "Inflect a verb: the form.", Forms);
    private readonly Option<string> _person = Choice("--person", "The person of a verb.", Persons, "he");
    private readonly Option<bool> _negative = new("--negative") { Description = "Negate the verb." };
    private readonly Option<string> _voice = Choice("--voice", "The voice of a verb.", Voices);
    private readonly Option<bool> _all = new("--all") { Description = "Print the whole paradigm as a table." };

    /// <summary>Makes the command.</summary>
    /// <param name="streams">What it reads and writes.</param>
    public InflectCommand(StandardStreams streams)
        : base("inflect", "Makes a form of a word, or prints its paradigm.")
    {
        _streams = streams;
        foreach (Symbol symbol in new Symbol[] { _word, _case, _plural, _possessor, _ordinal, _verb, _person, _negative, _voice, _all })
        {
            if (symbol is Argument argument)
            {
                Add(argument);
            }
            else
            {
                Add((Option)symbol);
            }
        }

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
            Table table = verb is null ? Nouns(morphology, word) : Verbs(morphology, word);
            using StreamWriter text = _streams.OpenOutputText();
            AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new WideOutput(text) }).Write(table);
            return ExitCode.Success;
        }

        string? form;
        bool known = verb is null
            ? morphology.TryInflect(word, new NounInflection
            {
                Case = Value(Cases, parsed.GetRequiredValue(_case)),
                Number = parsed.GetValue(_plural) ? GrammaticalNumber.Plural : GrammaticalNumber.Singular,
                Possessor = Value(Possessors, parsed.GetRequiredValue(_possessor)),
                Ordinal = parsed.GetValue(_ordinal),
            }, out form)
            : morphology.TryInflect(word, new VerbInflection
            {
                Form = Value(Forms, verb),
                Person = Value(Persons, parsed.GetRequiredValue(_person)),
                Negative = parsed.GetValue(_negative),
                Voice = Value(Voices, parsed.GetRequiredValue(_voice)),
                Case = Value(Cases, parsed.GetRequiredValue(_case)),
                Number = parsed.GetValue(_plural) ? GrammaticalNumber.Plural : GrammaticalNumber.Singular,
                Possessor = Value(Possessors, parsed.GetRequiredValue(_possessor)),
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

    private static Table Nouns(KazakhMorphology morphology, string word)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        table.AddColumn("");
        foreach (GrammaticalNumber number in Enum.GetValues<GrammaticalNumber>())
        {
            foreach ((string name, Possessor _) in Possessors)
            {
                table.AddColumn(new TableColumn(Markup.Escape($"{number.ToString().ToLowerInvariant()} {(name == "none" ? "" : name)}".Trim())).NoWrap());
            }
        }

        foreach ((string name, Case @case) in Cases)
        {
            string[] cells =
            [
                name,
                .. from number in Enum.GetValues<GrammaticalNumber>()
                   from possessor in Possessors
                   select morphology.TryInflect(word, new NounInflection { Case = @case, Number = number, Possessor = possessor.Value }, out string? form) ? form : "–",
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    private static Table Verbs(KazakhMorphology morphology, string word)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        table.AddColumn("");
        foreach ((string name, Person _) in Persons)
        {
            table.AddColumn(new TableColumn(name).NoWrap());
            table.AddColumn(new TableColumn($"{name}, negative").NoWrap());
        }

        foreach ((string name, VerbForm form) in Forms)
        {
            string[] cells =
            [
                name,
                .. from person in Persons
                   from negative in Polarities
                   select morphology.TryInflect(word, new VerbInflection { Form = form, Person = person.Value, Negative = negative }, out string? made) ? made : "–",
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    private static T Value<T>((string Name, T Value)[] values, string name) => values.First(v => v.Name == name).Value;

    private static Option<string> Choice<T>(string name, string description, (string Name, T Value)[] values, string? first = null)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => first ?? values[0].Name };
        option.AcceptOnlyFromAmong([.. values.Select(v => v.Name)]);
        return option;
    }

    private static Option<string?> OptionalChoice<T>(string name, string description, (string Name, T Value)[] values)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong([.. values.Select(v => v.Name)]);
        return option;
    }

    /// <summary>An output without an edge: a paradigm is as wide as its words.</summary>
    private sealed class WideOutput(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => 4000;

        public int Height => 100;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}

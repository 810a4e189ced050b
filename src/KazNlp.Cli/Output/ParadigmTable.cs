using Spectre.Console;

namespace KazNlp.Cli;

/// <summary>All forms of a word as a table.</summary>
internal static class ParadigmTable
{
    private const string NoForm = "–";

    private static readonly bool[] Polarities = [false, true];

    /// <summary>The forms of a noun: a row a case, a column a number and possessor.</summary>
    /// <param name="morphology">Makes the forms.</param>
    /// <param name="word">The dictionary form.</param>
    public static Table Nouns(KazakhMorphology morphology, string word)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        table.AddColumn("");
        foreach (GrammaticalNumber number in Enum.GetValues<GrammaticalNumber>())
        {
            foreach ((string name, Possessor _) in InflectionNames.Possessors)
            {
                table.AddColumn(new TableColumn(Markup.Escape($"{number.ToString().ToLowerInvariant()} {(name == "none" ? "" : name)}".Trim())).NoWrap());
            }
        }

        foreach ((string name, Case @case) in InflectionNames.Cases)
        {
            string[] cells =
            [
                name,
                .. from number in Enum.GetValues<GrammaticalNumber>()
                   from possessor in InflectionNames.Possessors
                   select morphology.TryInflect(word, new NounInflection { Case = @case, Number = number, Possessor = possessor.Value }, out string? form) ? form : NoForm,
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    /// <summary>The forms of a verb: a row a form, two columns a person.</summary>
    /// <param name="morphology">Makes the forms.</param>
    /// <param name="word">The stem.</param>
    public static Table Verbs(KazakhMorphology morphology, string word)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        table.AddColumn("");
        foreach ((string name, Person _) in InflectionNames.Persons)
        {
            table.AddColumn(new TableColumn(name).NoWrap());
            table.AddColumn(new TableColumn($"{name}, negative").NoWrap());
        }

        foreach ((string name, VerbForm verbForm) in InflectionNames.Forms)
        {
            string[] cells =
            [
                name,
                .. from person in InflectionNames.Persons
                   from negative in Polarities
                   select morphology.TryInflect(word, new VerbInflection { Form = verbForm, Person = person.Value, Negative = negative }, out string? form) ? form : NoForm,
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace KazNlp.Cli;

/// <summary>An analysis for a person to read: topics, countries, entities by kind, sentences.</summary>
internal static class AnalysisReport
{
    private const string Indent = "  ";

    /// <summary>Writes the report, with a blank line at its end when it has a name, so that reports stand apart.</summary>
    public static void Write(IBufferWriter<byte> output, Document document, DocumentName? name)
    {
        var report = new StringBuilder();
        if (name is { } known)
        {
            report.Append(CultureInfo.InvariantCulture, $"== {known.Text}\n");
        }

        if (document.Title is not null)
        {
            report.Append(CultureInfo.InvariantCulture, $"{OneLine(document.Title)}\n\n");
        }

        AppendTopics(report, document);
        IReadOnlyList<Entity> entities = [.. document.TitleEntities, .. document.Entities];
        AppendCountries(report, entities);
        AppendEntities(report, entities);
        AppendSentences(report, document);
        if (name is not null)
        {
            report.Append('\n');
        }

        foreach (ReadOnlyMemory<char> chunk in report.GetChunks())
        {
            PlainText.Write(output, chunk.Span);
        }
    }

    private static void AppendTopics(StringBuilder report, Document document)
    {
        report.Append("Topics\n");
        foreach (TopicScore topic in document.Topics)
        {
            report.Append(CultureInfo.InvariantCulture, $"{Indent}{topic.Label}  {topic.Score:0.00}{(topic.Code is null ? string.Empty : $"  {topic.Code}")}\n");
        }
    }

    private static void AppendCountries(StringBuilder report, IReadOnlyList<Entity> entities)
    {
        report.Append("\nCountries\n");
        IEnumerable<IGrouping<string, Entity>> byCountry = entities.Where(entity => entity.CountryCode is not null).GroupBy(entity => entity.CountryCode!);
        foreach (IGrouping<string, Entity> country in MostFrequentFirst(byCountry))
        {
            string name = Countries.TryGet(country.Key, out Country? known) ? known.Name : string.Empty;
            string mentions = string.Join(", ", NamesWithCounts(country));
            report.Append(CultureInfo.InvariantCulture, $"{Indent}{country.Key}  {(mentions == name ? name : $"{name}: {mentions}")}\n");
        }
    }

    private static void AppendEntities(StringBuilder report, IReadOnlyList<Entity> entities)
    {
        report.Append("\nEntities\n");
        int width = entities.Select(entity => entity.Type.Name.Length).DefaultIfEmpty().Max();
        foreach (IGrouping<string, Entity> kind in MostFrequentFirst(entities.GroupBy(entity => entity.Type.Name)))
        {
            report.Append(CultureInfo.InvariantCulture, $"{Indent}{kind.Key.PadRight(width)}  {string.Join(", ", NamesWithCounts(kind))}\n");
        }
    }

    private static void AppendSentences(StringBuilder report, Document document)
    {
        report.Append("\nSentences\n");
        int width = document.Sentences.Length.ToString(CultureInfo.InvariantCulture).Length;
        int number = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            string ordinal = (++number).ToString(CultureInfo.InvariantCulture).PadLeft(width);
            report.Append(CultureInfo.InvariantCulture, $"{Indent}{ordinal}  {OneLine(sentence.Span.Of(document.Text))}\n");
        }
    }

    private static IEnumerable<string> NamesWithCounts(IEnumerable<Entity> entities) =>
        MostFrequentFirst(entities.GroupBy(NameOf))
            .Select(name => name.Count() == 1 ? OneLine(name.Key) : string.Create(CultureInfo.InvariantCulture, $"{OneLine(name.Key)} ×{name.Count()}"));

    // 22 тамыз = 2025-08-22
    private static string NameOf(Entity entity) => entity.Value is null || entity.Value.ToString() == entity.Canonical ? entity.Canonical : $"{entity.Canonical} = {entity.Value}";

    private static IEnumerable<IGrouping<string, Entity>> MostFrequentFirst(IEnumerable<IGrouping<string, Entity>> groups) =>
        groups.OrderByDescending(group => group.Count());

    private static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (ReadOnlySpan<char> part in text.EnumerateLines())
        {
            line.Append(line.Length == 0 ? string.Empty : " ").Append(part);
        }

        return line.ToString();
    }
}

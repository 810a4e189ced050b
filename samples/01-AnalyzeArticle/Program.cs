// Analyses a news article and shows everything that is found: topic, countries, entities, sentences.
//
//   dotnet run -c Release --project samples/01-AnalyzeArticle                  the article that comes with the sample
//   dotnet run -c Release --project samples/01-AnalyzeArticle -- article.txt   yours: the title, an empty line, the text

using System.Text;
using KazNlp;

Console.OutputEncoding = Encoding.UTF8;
(string? title, string text) = SplitTitle(args is [string path] ? File.ReadAllText(path) : ReadEmbeddedArticle());

Document doc = KazakhPipeline.Default.Analyze(text, title);

Console.WriteLine(title);
TopicScore topic = doc.Topics[0];
Heading("Topic");
Console.WriteLine($"  {topic.Label}  {topic.Score:0.00}  {topic.Code}");

Entity[] entities = [.. doc.TitleEntities, .. doc.Entities];
Heading("Countries");
foreach (IGrouping<string, Entity> country in MostFrequentFirst(entities.Where(e => e.CountryCode is not null).GroupBy(e => e.CountryCode!)))
{
    string name = Countries.TryGet(country.Key, out Country? known) ? known.Name : "?";
    Console.WriteLine($"  {country.Key}  {name}: {string.Join(", ", country.Select(e => e.Text).Distinct())}");
}

Heading("Entities");
foreach (IGrouping<EntityType, Entity> kind in MostFrequentFirst(entities.GroupBy(e => e.Type)))
{
    Console.WriteLine($"  {kind.Key}");
    foreach (IGrouping<string, Entity> name in MostFrequentFirst(kind.GroupBy(e => e.Canonical)))
    {
        string mentions = string.Join(", ", name.Select(e => e.Text).Distinct());
        Console.WriteLine($"    {name.Key}{(mentions == name.Key ? "" : $"  ← {mentions}")}{(name.Count() > 1 ? $"  ×{name.Count()}" : "")}");
    }
}

Heading($"Sentences ({doc.Sentences.Length})");
for (int i = 0; i < doc.Sentences.Length; i++)
{
    Console.WriteLine($"  {i + 1,2}  {doc.Sentences[i].Span.Of(text).ToString().ReplaceLineEndings(" ")}");
}

static void Heading(string heading) => Console.WriteLine($"\n{heading}");

static IEnumerable<IGrouping<TKey, Entity>> MostFrequentFirst<TKey>(IEnumerable<IGrouping<TKey, Entity>> groups) => groups.OrderByDescending(group => group.Count());

// A title stands on the first line, before an empty one.
static (string? Title, string Text) SplitTitle(string article) =>
    article.ReplaceLineEndings("\n").Split("\n\n", 2) is [string first, string rest] && !first.Contains('\n', StringComparison.Ordinal) ? (first, rest) : (null, article);

static string ReadEmbeddedArticle()
{
    using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("article.txt")!);
    return reader.ReadToEnd();
}

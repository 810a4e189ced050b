// Analyses a folder of articles on all cores and writes one JSON object a line, in the order of the file names.
//
//   dotnet run -c Release --project samples/03-BatchJsonl > results.jsonl                    the articles that come with the sample
//   dotnet run -c Release --project samples/03-BatchJsonl -- FOLDER > results.jsonl          your *.txt: the title, an empty line, the text

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KazNlp;

string folder = args is [string path] ? path : Path.Combine(AppContext.BaseDirectory, "articles");
var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

// One pipeline serves every thread.
KazakhPipeline pipeline = KazakhPipeline.Default;
IEnumerable<string> lines = Directory.EnumerateFiles(folder, "*.txt")
    .Order(StringComparer.Ordinal)
    .AsParallel()
    .AsOrdered()
    .Select(file => ToJson(file, pipeline, json));

using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
foreach (string line in lines)
{
    output.Write(line + "\n");
}

static string ToJson(string file, KazakhPipeline pipeline, JsonSerializerOptions json)
{
    string[] parts = File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n\n", 2);
    Document doc = parts is [string title, string text] ? pipeline.Analyze(text, title) : pipeline.Analyze(parts[0]);
    return JsonSerializer.Serialize(
        new
        {
            Id = Path.GetFileNameWithoutExtension(file),
            doc.Title,
            Sentences = doc.Sentences.Length,
            Topics = doc.Topics.Select(t => new { t.Label, t.Code, t.Score }),
            Entities = doc.Entities.Select(e => new { e.Start, e.Length, Type = e.Type.Name, e.Text, e.Canonical, e.CountryCode, e.Score }),
        },
        json);
}

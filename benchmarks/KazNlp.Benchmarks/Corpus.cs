using System.Text;

namespace KazNlp.Benchmarks;

/// <summary>The text that is measured, in both encodings.</summary>
public sealed class Corpus
{
    private const string PathVariable = "KAZNLP_BENCHMARK_CORPUS";
    private const string NameVariable = "KAZNLP_BENCHMARK_CORPUS_NAME";

    public Corpus(string name, string text)
    {
        Name = name;
        Text = text;
        Utf8 = Encoding.UTF8.GetBytes(text);
    }

    /// <summary>What the result tables call it.</summary>
    public string Name { get; }

    public string Text { get; }

    public byte[] Utf8 { get; }

    /// <summary>Chooses the corpus of this process and of the processes that BenchmarkDotNet starts.</summary>
    public static void Choose(string? path, string? name)
    {
        if (path is not null) Environment.SetEnvironmentVariable(PathVariable, Path.GetFullPath(path));
        if (name is not null) Environment.SetEnvironmentVariable(NameVariable, name);
    }

    /// <summary>Loads the chosen corpus: a file, the text files of a folder, or by default the articles of the repository.</summary>
    public static Corpus Load()
    {
        string? path = Environment.GetEnvironmentVariable(PathVariable);
        string? name = Environment.GetEnvironmentVariable(NameVariable);
        if (path is null)
        {
            path = ArticlesFolder();
            name ??= "the articles in data/articles";
        }
        name ??= Path.GetFileName(path.TrimEnd(Path.DirectorySeparatorChar));
        string text = Directory.Exists(path)
            ? string.Join("\n\n", Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText))
            : File.ReadAllText(path);
        return text.Length == 0 ? throw new InvalidDataException($"'{path}' holds no text (a folder's *.txt files are read).") : new Corpus(name, text);
    }

    /// <summary><c>data/articles</c> of the checkout in which this program was built.</summary>
    public static string ArticlesFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KazNlp.sln"))) return Path.Combine(folder.FullName, "data", "articles");
        }
        throw new DirectoryNotFoundException("KazNlp.sln stands in no folder above the program; give a text with --corpus.");
    }
}

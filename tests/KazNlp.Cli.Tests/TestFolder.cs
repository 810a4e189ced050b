using System.Text;

namespace KazNlp.Cli.Tests;

/// <summary>A folder of a test's own, gone when the test ends.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("kaznlp-cli-tests-").FullName;

    /// <summary>The path of a file that need not exist.</summary>
    public string this[string name] => Path.Combine(_path, name);

    /// <summary>The names of the files, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. Directory.EnumerateFileSystemEntries(_path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    /// <summary>Writes a file in UTF-8 and gives its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}

namespace KazNlp;

/// <summary>
/// Where the checkout lies that these tests were built from: found from the place of the assembly, because a
/// deterministic build (<c>CI=true</c>) writes <c>/_/…</c> where <c>[CallerFilePath]</c> would give the source's path.
/// </summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>Our own articles, in the order of their names.</summary>
    public static IReadOnlyList<string> Articles =>
        [.. Directory.GetFiles(Path("data", "articles"), "*.txt").Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "KazNlp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No KazNlp.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}

using System.Text.RegularExpressions;

namespace KazNlp.Tests.Architecture;

/// <summary>The folders of the core are features in an order: each builds on those before it and knows none after it.</summary>
[TestFixture]
public sealed partial class FolderOrderTests
{
    private static readonly string[] Order =
        ["Internals", "Resources", "Text", "Alphabet", "Languages", "Tokenization", "Sentences", "Subword", "Morphology", "Values", "Entities", "Topics", "Pipeline"];

    private static readonly string Source = RepositoryFiles.Path("src", "KazNlp");

    [Test]
    public void Every_source_folder_has_its_place_in_the_order()
    {
        IEnumerable<string> folders = Directory.GetDirectories(Source).Select(path => Path.GetFileName(path)!)
            .Where(name => name is not ("bin" or "obj"));
        Assert.That(folders, Is.SubsetOf(Order));
    }

    [TestCaseSource(nameof(Order))]
    public void A_folder_uses_no_type_of_a_later_one(string folder)
    {
        HashSet<string> later = [.. Order.SkipWhile(name => name != folder).Skip(1).SelectMany(DeclaredTypes)];
        later.ExceptWith(Order.TakeWhile(name => name != folder).Append(folder).SelectMany(DeclaredTypes));

        IEnumerable<string> violations =
            from file in Files(folder)
            from Match word in Identifier().Matches(CommentOrString().Replace(File.ReadAllText(file), " "))
            where later.Contains(word.Value)
            select $"{Path.GetRelativePath(Source, file)} uses {word.Value}";
        Assert.That(violations.Distinct(), Is.Empty);
    }

    private static IEnumerable<string> DeclaredTypes(string folder) =>
        from file in Files(folder)
        from Match declaration in Declaration().Matches(CommentOrString().Replace(File.ReadAllText(file), " "))
        select declaration.Groups["name"].Value;

    private static string[] Files(string folder)
    {
        string path = Path.Combine(Source, folder);
        return Directory.Exists(path) ? Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories) : [];
    }

    // Only top-level declarations: they start at the beginning of a line under a file-scoped namespace.
    [GeneratedRegex(@"^(?:public |internal |static |sealed |abstract |readonly |unsafe |partial |ref |file )*(?:class|struct|interface|enum|record(?: class| struct)?) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Identifier();

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|@?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'""", RegexOptions.Singleline)]
    private static partial Regex CommentOrString();
}

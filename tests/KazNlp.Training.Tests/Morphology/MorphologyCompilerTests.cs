namespace KazNlp.Training.Tests.Morphology;

public sealed class MorphologyCompilerTests
{
    [Test]
    public void The_pack_in_the_assembly_is_what_the_tables_give()
    {
        byte[] shipped = File.ReadAllBytes(RepositoryFiles.Path("src", "KazNlp", "Resources", "Packs", "morphology.kazpack"));
        ReadOnlyMemory<byte> learned = ModelPack.Load(new MemoryStream(shipped), "morphology").GetSection("tagger");
        byte[] compiled = MorphologyCompiler.Compile(Tables(), learned).ToArray();
        Assert.That(compiled, Is.EqualTo(shipped), "run 'kaznlp train morphology' and commit the pack");
    }

    [Test]
    public void A_row_with_a_missing_column_is_named_by_file_and_line()
    {
        string folder = Directory.CreateTempSubdirectory("kaznlp-morphology").FullName;
        try
        {
            foreach (string file in Directory.GetFiles(Tables()))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            File.WriteAllText(Path.Combine(folder, "junctions.tsv"), "# comment\nyod\tа\tplain\n");
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => MorphologyCompiler.Compile(folder))!;
            Assert.That(error.Message, Does.Contain("junctions.tsv(2)"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Every_row_of_the_tables_has_an_example()
    {
        foreach (string path in Directory.GetFiles(Tables(), "*.tsv").Where(p => !p.EndsWith("costs.tsv", StringComparison.Ordinal)))
        {
            foreach (string line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
            {
                Assert.That(line.Split('\t')[^1], Is.Not.Empty.And.Not.EqualTo("-"), $"{path}: {line}");
            }
        }
    }

    private static string Tables() => RepositoryFiles.Path("data", "morphology");
}

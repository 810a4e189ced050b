using CsCheck;

namespace KazNlp.Tests.Resources;

[TestFixture]
public sealed class ModelPackTests
{
    private static byte[] SamplePack() => new ModelPackBuilder("entities")
        .AddMetadata("data", "KazNERD")
        .AddSection("weights", new byte[] { 1, 2, 3 })
        .AddSection("empty", Array.Empty<byte>())
        .ToArray();

    [Test]
    public void What_was_written_is_read()
    {
        Gen.Select(Gen.String, Gen.Dictionary(Gen.String, Gen.String)[0, 5], Gen.Byte.Array.Array[0, 5]).Sample((kind, metadata, sections) =>
        {
            var builder = new ModelPackBuilder("k" + Encode(kind));
            foreach ((string key, string value) in metadata)
            {
                builder.AddMetadata(Encode(key), Encode(value));
            }

            for (int i = 0; i < sections.Length; i++)
            {
                builder.AddSection($"s{i}", sections[i]);
            }

            ModelPack pack = ModelPack.Parse(builder.ToArray(), "test", null);
            Assert.That(pack.Kind, Is.EqualTo("k" + Encode(kind)));
            foreach ((string key, string value) in metadata)
            {
                Assert.That(pack.Metadata[Encode(key)], Is.EqualTo(Encode(value)));
            }

            for (int i = 0; i < sections.Length; i++)
            {
                Assert.That(pack.GetSection($"s{i}").ToArray(), Is.EqualTo(sections[i]));
            }
        });

        // UTF-8 holds no lone surrogates, so the random strings go in as hexadecimal.
        static string Encode(string text) => Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));
    }

    [Test]
    public void Sections_start_on_multiples_of_64_bytes()
    {
        byte[] bytes = SamplePack();
        ReadOnlyMemory<byte> section = ModelPack.Parse(bytes, "test", null).GetSection("weights");
        Assert.That(section.Span.Overlaps(bytes, out int offset), Is.True);
        Assert.That(-offset % 64, Is.Zero);
    }

    [Test]
    public void The_same_content_gives_the_same_bytes()
    {
        byte[] first = SamplePack();
        byte[] second = SamplePack();
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void A_flipped_bit_anywhere_is_refused()
    {
        byte[] bytes = SamplePack();
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] damaged = [.. bytes];
            damaged[i] ^= 0x10;
            Assert.That(() => ModelPack.Parse(damaged, "damaged", "entities"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("damaged"), $"byte {i}");
        }
    }

    [Test]
    public void A_truncated_pack_is_refused_at_every_length()
    {
        byte[] bytes = SamplePack();
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.That(() => ModelPack.Parse(bytes.AsMemory(0, length), "short", null), Throws.TypeOf<InvalidDataException>().With.Message.Contains("short"));
        }
    }

    [Test]
    public void Another_kind_is_refused_by_name() =>
        Assert.That(() => ModelPack.Parse(SamplePack(), "file", "topics"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("'entities'").And.Message.Contains("'topics'"));

    [Test]
    public void A_missing_section_is_named() =>
        Assert.That(() => ModelPack.Parse(SamplePack(), "file", null).GetSection("labels"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("'labels'"));

    [Test]
    public void Saving_replaces_the_file_whole_and_leaves_nothing_else()
    {
        string folder = Directory.CreateTempSubdirectory("kaznlp").FullName;
        try
        {
            string path = Path.Combine(folder, "model.kazpack");
            File.WriteAllText(path, "something older");
            new ModelPackBuilder("topics").AddSection("s", new byte[] { 7 }).Save(path);
            Assert.That(ModelPack.Load(path, "topics").GetSection("s").ToArray(), Is.EqualTo(new byte[] { 7 }));
            Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Every_embedded_pack_is_whole()
    {
        foreach (string kind in EmbeddedKinds())
        {
            Assert.That(EmbeddedPacks.Load(kind).Kind, Is.EqualTo(kind));
            Assert.That(() => LoadChecked(kind), Throws.Nothing, kind);
        }
    }

    // What is embedded is not checked again by the processes that use it, so it is here, as a file of the user's would be.
    [Test]
    public void The_tables_of_every_embedded_pack_fit_together()
    {
        Assert.That(() => EntityModel.FromPack(LoadChecked(EntityModel.PackKind)), Throws.Nothing);
        Assert.That(() => new Gazetteer(LoadChecked("gazetteers")), Throws.Nothing);
        Assert.That(() => KazakhMorphology.FromPack(LoadChecked("morphology")), Throws.Nothing);
        Assert.That(() => new TopicModel(LoadChecked(TopicModel.PackKind), new TopicFeatures(new LemmaVectors(LoadChecked(LemmaVectors.PackKind)))), Throws.Nothing);
    }

    private static IEnumerable<string> EmbeddedKinds() => typeof(ModelPack).Assembly.GetManifestResourceNames().Select(name => name.Split('.')[1]);

    private static ModelPack LoadChecked(string kind)
    {
        using Stream stream = typeof(ModelPack).Assembly.GetManifestResourceStream($"KazNlp.{kind}.kazpack")!;
        return ModelPack.Load(stream, kind, kind);
    }
}

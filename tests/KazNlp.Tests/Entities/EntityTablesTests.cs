using CsCheck;

namespace KazNlp.Tests;

/// <summary>The tables of an entity pack give back what was written.</summary>
public class EntityTablesTests
{
    private const int Labels = 51;

    private static readonly Gen<sbyte[]> Row = Gen.Select(Gen.SByte[-127, 127].Array[Labels], Gen.Int[0, 100], Gen.Int[0, 1 << 20]).Select((row, density, seed) =>
    {
        var random = new Random(seed);
        return row.Select(weight => random.Next(100) < density ? weight : (sbyte)0).ToArray();
    });

    [Test]
    public void Weights_of_features_are_added_to_the_sums() =>
        Gen.Dictionary(Gen.ULong, Row)[1, 600].Sample(rows =>
        {
            // Hashed, as features are: small numbers would share their bucket and fingerprint.
            (ulong Feature, sbyte[] Weights)[] features = [.. rows.Select(row => (FeatureHash.Of($"{row.Key}"), row.Value))];
            if (features.DistinctBy(row => FeatureWeights.Place(row.Feature, features.Length)).Count() < features.Length)
            {
                return true; // twins, which the trainer merges
            }

            int[] expected = new int[Labels];
            foreach (sbyte[] row in rows.Values)
            {
                for (int label = 0; label < Labels; label++)
                {
                    expected[label] += row[label];
                }
            }

            return Sums([.. features]).AsSpan(0, Labels).SequenceEqual(expected);
        }, iter: 30);

    [Test]
    public void Greatest_weights_of_many_features_do_not_overflow()
    {
        sbyte[] greatest = [.. Enumerable.Repeat((sbyte)127, Labels)];
        sbyte[] least = [-127, .. new sbyte[Labels - 1]];
        (ulong, sbyte[])[] features = [.. Enumerable.Range(0, 500).Select(i => (FeatureHash.Of($"{i}"), i % 2 == 0 ? greatest : least))];

        int[] sums = Sums(features);

        Assert.Multiple(() =>
        {
            Assert.That(sums[0], Is.Zero);
            Assert.That(sums[1], Is.EqualTo(250 * 127));
            Assert.That(sums[Labels - 1], Is.EqualTo(250 * 127));
        });
    }

    [Test]
    public void Unknown_feature_adds_nothing()
    {
        (byte[] buckets, byte[] rows) = FeatureWeights.Write([(FeatureHash.Of("а"), [1, 2, 3])]);
        int[] sums = new int[FeatureWeights.SumCount];
        FeatureWeights.Read(buckets, rows, 3, "test").Accumulate([FeatureHash.Of("ә"), FeatureHash.Of("б")], sums);

        Assert.That(sums[..3], Is.All.Zero);
    }

    [Test]
    public void Offsets_that_do_not_fit_the_rows_are_refused()
    {
        (byte[] buckets, byte[] rows) = FeatureWeights.Write([(1, [1, 0, 0, 0, 0, 0, 0, 0]), (ulong.MaxValue, [1, 2, 3, 4, 5, 6, 7, 8])]);

        Assert.Multiple(() =>
        {
            Assert.That(() => FeatureWeights.Read(buckets, rows, 8, "m.kazpack"), Throws.Nothing);
            Assert.That(() => FeatureWeights.Read(buckets, rows.AsMemory(0, rows.Length - 1), 8, "m.kazpack"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("m.kazpack"));
            Assert.That(() => FeatureWeights.Read(buckets, rows, 9, "m.kazpack"), Throws.TypeOf<InvalidDataException>(), "a row of another number of labels");
            Assert.That(() => FeatureWeights.Read(buckets.AsMemory(0, 4), rows, 8, "m.kazpack"), Throws.TypeOf<InvalidDataException>());
        });
    }

    private static int[] Sums((ulong Feature, sbyte[] Weights)[] features)
    {
        (byte[] buckets, byte[] rows) = FeatureWeights.Write(features);
        int[] sums = new int[FeatureWeights.SumCount];
        FeatureWeights.Read(buckets, rows, Labels, "test").Accumulate([.. features.Select(row => row.Feature)], sums);
        return sums;
    }

    [Test]
    public void Cluster_of_an_unknown_form_is_that_of_its_longest_known_beginning()
    {
        byte[] section = WordClusters.Write([[7, 1], [8, 2]], [(EntityPiece.HashOf("алматы"), 1), (EntityPiece.HashOf("алма"), 0)]);
        WordClusters clusters = WordClusters.Read(section, "test");

        Assert.Multiple(() =>
        {
            Assert.That(clusters.Find(EntityPiece.HashOf("алматыдан"), "алматыдан"), Is.EqualTo(1));
            Assert.That(clusters.Find(EntityPiece.HashOf("алманы"), "алманы"), Is.Zero);
            Assert.That(clusters.Find(EntityPiece.HashOf("атырау"), "атырау"), Is.EqualTo(WordClusters.None));
            Assert.That((clusters.Coarser(1, 1), clusters.Coarser(1, 2)), Is.EqualTo((8, 2)));
        });
    }

    [Test]
    public void Numbers_of_forms_are_read_back() =>
        Gen.Dictionary(Gen.String[1, 8], Gen.Int[1, 255])[0, 100].Sample(stems =>
        {
            NameStems read = NameStems.Read(NameStems.Write([.. stems.Select(pair => (pair.Key, pair.Value))]), "test");
            return stems.All(pair => read.Forms(pair.Key) == pair.Value);
        });

    [Test]
    public void Section_that_is_cut_short_is_refused()
    {
        byte[] clusters = WordClusters.Write([[0, 0]], [(EntityPiece.HashOf("сөз"), 0)]);
        byte[] stems = NameStems.Write([("сөз", 1)]);

        Assert.Multiple(() =>
        {
            Assert.That(() => WordClusters.Read(clusters.AsMemory(0, clusters.Length - 1), "m.kazpack"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("m.kazpack"));
            Assert.That(() => WordClusters.Read(default, "m.kazpack"), Throws.TypeOf<InvalidDataException>());
            Assert.That(() => NameStems.Read(stems.AsMemory(0, stems.Length - 1), "m.kazpack"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("m.kazpack"));
        });
    }
}

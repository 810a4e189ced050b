using CsCheck;

namespace KazNlp.Tests;

/// <summary>The tables of an entity pack give back what was written.</summary>
public class EntityTablesTests
{
    [Test]
    public void Weights_of_a_feature_are_added_to_the_sums() =>
        Gen.Dictionary(Gen.ULong, Gen.Select(Gen.Byte[0, 50], Gen.SByte).Array[1, 6])[1, 200].Sample(rows =>
        {
            // Hashed, as features are: small numbers would share their bucket and fingerprint.
            (ulong Feature, (byte, sbyte)[] Weights)[] features = [.. rows.Select(row => (FeatureHash.Of($"{row.Key}"), row.Value))];
            if (features.DistinctBy(row => FeatureWeights.Place(row.Feature, features.Length)).Count() < features.Length)
            {
                return true; // twins, which the trainer merges
            }

            (byte[] buckets, byte[] bytes) = FeatureWeights.Write(features);
            FeatureWeights table = FeatureWeights.Read(buckets, bytes, "test");
            int[] sums = new int[256];
            table.Accumulate([.. features.Select(row => row.Feature)], sums);
            int[] expected = new int[256];
            foreach ((byte label, sbyte weight) in rows.Values.SelectMany(row => row))
            {
                expected[label] += weight;
            }

            return sums.SequenceEqual(expected);
        });

    [Test]
    public void Offsets_that_do_not_fit_the_rows_are_refused()
    {
        (byte[] buckets, byte[] rows) = FeatureWeights.Write([(1, [(0, 1)]), (ulong.MaxValue, [(1, 2), (2, 3)])]);

        Assert.Multiple(() =>
        {
            Assert.That(() => FeatureWeights.Read(buckets, rows.AsMemory(0, rows.Length - 1), "m.kazpack"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("m.kazpack"));
            Assert.That(() => FeatureWeights.Read(buckets.AsMemory(0, 4), rows, "m.kazpack"), Throws.TypeOf<InvalidDataException>());
        });
    }

    [Test]
    public void Cluster_of_an_unknown_form_is_that_of_its_longest_known_beginning()
    {
        byte[] section = WordClusters.Write([[7, 1], [8, 2]], [(EntityWindow.HashOf("алматы"), 1), (EntityWindow.HashOf("алма"), 0)]);
        WordClusters clusters = WordClusters.Read(section, "test");

        Assert.Multiple(() =>
        {
            Assert.That(clusters.Find(EntityWindow.HashOf("алматыдан"), "алматыдан"), Is.EqualTo(1));
            Assert.That(clusters.Find(EntityWindow.HashOf("алманы"), "алманы"), Is.Zero);
            Assert.That(clusters.Find(EntityWindow.HashOf("атырау"), "атырау"), Is.EqualTo(WordClusters.None));
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
        byte[] clusters = WordClusters.Write([[0, 0]], [(EntityWindow.HashOf("сөз"), 0)]);
        byte[] stems = NameStems.Write([("сөз", 1)]);

        Assert.Multiple(() =>
        {
            Assert.That(() => WordClusters.Read(clusters.AsMemory(0, clusters.Length - 1), "m.kazpack"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("m.kazpack"));
            Assert.That(() => WordClusters.Read(default, "m.kazpack"), Throws.TypeOf<InvalidDataException>());
            Assert.That(() => NameStems.Read(stems.AsMemory(0, stems.Length - 1), "m.kazpack"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("m.kazpack"));
        });
    }
}

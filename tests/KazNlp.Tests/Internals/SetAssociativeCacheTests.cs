using CsCheck;

namespace KazNlp.Tests.Internals;

[TestFixture]
public sealed class SetAssociativeCacheTests
{
    [Test]
    public void Keeps_what_was_asked_for_last_of_each_set() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 30].Array).Sample((wayBits, numbers) =>
        {
            const int Bits = 4;
            int ways = 1 << wayBits;
            var cache = new SetAssociativeCache<Entry>(Bits, ways);
            var sets = new Dictionary<int, List<Entry>>();
            foreach (int number in numbers)
            {
                ulong key = (ulong)number << 24; // its set is chosen by these bits
                int set = number & ((1 << Bits) - ways);
                List<Entry> model = sets.TryGetValue(set, out List<Entry>? known) ? known : sets[set] = [];
                Entry? expected = model.Find(entry => entry.Key == key);
                Assert.That(cache.Find(key), Is.SameAs(expected));
                if (expected is null)
                {
                    expected = new Entry(key);
                    Assert.That(cache.Add(expected), Is.SameAs(model.ElementAtOrDefault(ways - 1)), "what is pushed out");
                }

                model.Remove(expected);
                model.Insert(0, expected);
                model.RemoveRange(Math.Min(model.Count, ways), Math.Max(0, model.Count - ways));
            }
        });

    [Test]
    public void As_many_keys_as_a_set_has_places_do_not_drive_one_another_out()
    {
        var cache = new SetAssociativeCache<Entry>(bits: 2, ways: 2);
        cache.Add(new Entry(1));
        cache.Add(new Entry(2));
        for (ulong round = 0; round < 10; round++)
        {
            Assert.That(cache.Find((round % 2) + 1), Is.Not.Null);
        }
    }

    [Test]
    public void An_entry_is_never_taken_for_that_of_another_key_whatever_threads_do()
    {
        var cache = new SetAssociativeCache<Entry>(bits: 3, ways: 2);
        Parallel.For(0, 20_000, i =>
        {
            ulong key = (ulong)(i % 37) << 24;
            Entry? entry = cache.Find(key);
            Assert.That(entry?.Key ?? key, Is.EqualTo(key));
            if (entry is null)
            {
                cache.Add(new Entry(key));
            }
        });
    }

    private sealed class Entry : CacheEntry
    {
        public Entry(ulong key) => Key = key;
    }
}

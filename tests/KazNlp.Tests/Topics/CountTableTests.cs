using CsCheck;

namespace KazNlp.Tests;

public sealed class CountTableTests
{
    [Test]
    public void Counts_equal_those_of_a_dictionary_and_keys_keep_their_order()
    {
        Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 3]).Array[0, 4000].Sample(additions =>
        {
            var table = new CountTable();
            table.Add(7, 5);
            table.Clear();
            var expected = new Dictionary<int, float>();
            foreach ((int key, int amount) in additions)
            {
                table.Add(key, amount);
                expected[key] = expected.GetValueOrDefault(key) + amount;
            }

            return table.Keys.SequenceEqual([.. expected.Keys]) && table.Counts.SequenceEqual([.. expected.Values]);
        }, iter: 50);
    }
}

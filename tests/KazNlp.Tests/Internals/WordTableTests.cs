using CsCheck;

namespace KazNlp.Tests.Internals;

[TestFixture]
public sealed class WordTableTests
{
    [Test]
    public void Finds_what_a_dictionary_finds() =>
        Gen.Select(Gen.String[Gen.Char["абвғ"], 1, 4].Array[0, 60], Gen.String[Gen.Char["абвғд"], 0, 5].Array[0, 60]).Sample((words, questions) =>
        {
            var table = new WordTable();
            var expected = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (string word in words)
            {
                expected.TryAdd(word, expected.Count);
                Assert.That(table.Add(word), Is.EqualTo(expected[word]));
            }

            Assert.That(table.Count, Is.EqualTo(expected.Count));
            foreach (string question in questions.Concat(words))
            {
                Assert.That(table.Find(question), Is.EqualTo(expected.GetValueOrDefault(question, -1)));
            }
        });

    [Test]
    public void Every_word_may_begin_with_itself() =>
        Gen.Select(Gen.String[2, 6].Array[1, 20], Gen.String).Sample((words, rest) =>
        {
            var table = new WordTable();
            foreach (string word in words)
            {
                table.Add(word);
            }

            Assert.That(words.Select(word => table.MayBegin(word + rest)), Is.All.True);
        });

    [Test]
    public void Word_that_begins_otherwise_is_told_at_once()
    {
        var table = new WordTable();
        table.Add("наурыз");
        Assert.That(table.MayBegin("тамыз"), Is.False);
    }
}

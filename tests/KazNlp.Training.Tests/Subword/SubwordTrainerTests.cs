using System.Text;
using CsCheck;

namespace KazNlp.Training.Tests.Subword;

[TestFixture]
public sealed class SubwordTrainerTests
{
    // Invented stems of two or three syllables beside a real one, so that there is enough to learn.
    private static readonly string[] Stems = ["қала", .. Enumerable.Range(0, 300).Select(i => Syllable(i % 17) + Syllable(i % 19) + (i % 3 == 0 ? Syllable(i % 13) : string.Empty))];
    private static readonly string[] Endings = ["", "ның", "ға", "да", "лар", "ларының", "ларында", "мен"];

    [Test]
    public void The_vocabulary_has_the_size_that_was_asked_for()
    {
        KazakhSubwordTokenizer tokenizer = Train(Text(1), 600);
        Assert.Multiple(() =>
        {
            Assert.That(tokenizer.VocabularySize, Is.EqualTo(600));
            Assert.That(tokenizer.SpecialTokens["<|endoftext|>"], Is.EqualTo(598));
            Assert.That(tokenizer.CountTokens(" қала"), Is.EqualTo(1));
        });
    }

    [Test]
    public void The_number_of_threads_does_not_matter()
    {
        string text = Text(2) + Text(3);
        byte[] one = Train(text, 560, threads: 1).ToPack().ToArray();
        Assert.That(Train(text, 560, threads: 4).ToPack().ToArray(), Is.EqualTo(one));
    }

    [Test]
    public void Encoding_the_training_text_repeats_the_merges()
    {
        string text = Text(4);
        KazakhSubwordTokenizer small = Train(text, 520);
        KazakhSubwordTokenizer large = Train(text, 620);
        Assert.That(large.CountTokens(text), Is.LessThan(small.CountTokens(text)));
        Gen.Int[1, 50].Sample(seed => Assert.That(large.Decode(large.EncodeToIds(Text(seed))), Is.EqualTo(Text(seed))), iter: 10);
    }

    [Test]
    public void No_piece_holds_a_part_of_a_character_beside_a_whole_one()
    {
        KazakhSubwordTokenizer tokenizer = Train(Text(5) + " – € 😀", 600);
        for (int id = 256; id < tokenizer.VocabularySize; id++)
        {
            ReadOnlySpan<byte> piece = tokenizer.GetPiece(id);
            bool isText = System.Text.Unicode.Utf8.IsValid(piece);
            bool isPart = piece.Length < 4 && Rune.DecodeFromUtf8(piece, out _, out int length) != System.Buffers.OperationStatus.Done && length == piece.Length;
            Assert.That(isText || isPart, Is.True, $"id {id}: {Convert.ToHexString(piece)}");
        }
    }

    [Test]
    public void Too_little_text_is_refused_with_the_size_that_it_suffices_for() =>
        Assert.That(() => Train("қала қала", 5000), Throws.TypeOf<InvalidDataException>().With.Message.Contains("not for 5000"));

    [Test]
    public void Nonsensical_options_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => new SubwordTrainer(new SubwordTrainerOptions { VocabularySize = 100 }), Throws.ArgumentException);
            Assert.That(() => new SubwordTrainer(new SubwordTrainerOptions { MorphemeCrossingPercent = 0 }), Throws.ArgumentException);
            Assert.That(() => new SubwordTrainer(new SubwordTrainerOptions { SpecialTokens = ["a", "a"] }), Throws.ArgumentException);
        });
    }

    [Test]
    public void Progress_ends_at_one()
    {
        var seen = new List<double>();
        var trainer = new SubwordTrainer(new SubwordTrainerOptions { VocabularySize = 540, MinCharacterCount = 2 });
        trainer.Add(Text(6));
        trainer.Train(new Recorder(seen));
        Assert.That(seen, Is.Ordered.And.Not.Empty);
        Assert.That(seen[^1], Is.EqualTo(1));
    }

    [Test]
    public void Metrics_count_words_with_their_punctuation()
    {
        KazakhSubwordTokenizer tokenizer = Train(Text(7), 600);
        SubwordMetrics metrics = SubwordMetrics.Measure(tokenizer, " қала, қала 日 қала.\n");
        Assert.Multiple(() =>
        {
            Assert.That(metrics.Words, Is.EqualTo(4));
            Assert.That(metrics.Characters, Is.EqualTo(20));
            Assert.That(metrics.Tokens, Is.EqualTo(tokenizer.CountTokens(" қала, қала 日 қала.\n")));
            Assert.That(metrics.TokensPerWord, Is.EqualTo(metrics.Tokens / 4.0));
            Assert.That(metrics.SinglePieceWords, Is.EqualTo(3));
            Assert.That(metrics.ByteTokens, Is.EqualTo(3));
            Assert.That(metrics.RoundTrip, Is.True);
        });
    }

    [TestCase(" қалаларында", "қала|лар|ы|нда")]
    [TestCase("қала!", "қала!")]
    [TestCase(" 2024-те", "2024-те")]
    public void Morphemes_of_words_are_known(string part, string expected)
    {
        ulong boundaries = MorphemeBoundaries.Find(part);
        Assert.That(string.Concat(part.Select((c, i) => ((boundaries >> i) & 1) != 0 ? $"|{c}" : $"{c}")).TrimStart(), Is.EqualTo(expected));
    }

    [Test]
    public void The_less_a_pair_across_counts_the_more_cuts_stand_at_morpheme_boundaries()
    {
        string text = string.Concat(RepositoryFiles.Articles.Select(File.ReadAllText));
        double Share(int percent)
        {
            var trainer = new SubwordTrainer(new SubwordTrainerOptions { VocabularySize = 2000, MinCharacterCount = 2, MorphemeCrossingPercent = percent });
            trainer.Add(text);
            return SubwordMetrics.Measure(trainer.Train(), text).MorphemeCutShare;
        }

        Assert.That(Share(30), Is.GreaterThan(Share(100) + 0.05));
    }

    [Test]
    public void Cuts_inside_words_are_counted_and_those_between_morphemes_among_them()
    {
        // A vocabulary of bytes and letters cuts between all letters: five cuts in қалада, one of them before -да.
        byte[][] pieces = [.. Enumerable.Range(0, 256).Select(b => new[] { (byte)b })];
        var letters = new KazakhSubwordTokenizer(new SubwordModel("letters", [.. pieces, "а"u8.ToArray()], [(0xD0, 0xB0, 256)], [], PartRules.Own));
        SubwordMetrics metrics = SubwordMetrics.Measure(letters, "қалада 12-де");
        Assert.Multiple(() =>
        {
            Assert.That((metrics.InnerCuts, metrics.MorphemeCuts), Is.EqualTo((5L, 1L)));
            Assert.That(metrics.MorphemeCutShare, Is.EqualTo(0.2));
            Assert.That(metrics.ByteTokens, Is.EqualTo(6 + 4));
        });
    }

    private static KazakhSubwordTokenizer Train(string text, int size, int threads = 2)
    {
        var trainer = new SubwordTrainer(new SubwordTrainerOptions { VocabularySize = size, MaxDegreeOfParallelism = threads, MinCharacterCount = 2 });
        trainer.Add(text);
        return trainer.Train();
    }

    private static string Syllable(int i) => $"{"қлбмтршсжкнд"[i % 12]}{"аоұыеөүіә"[i * 5 % 9]}{"нрлтс"[i % 5]}";

    private static string Text(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 4000; i++)
        {
            text.Append(Stems[random.Next(4) == 0 ? 0 : random.Next(Stems.Length)]).Append(Endings[random.Next(Endings.Length)]).Append(i % 12 == 11 ? ".\n" : " ");
        }

        return text.ToString();
    }

    private sealed class Recorder(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}

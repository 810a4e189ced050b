using CsCheck;

namespace KazNlp.Tests.Subword;

[TestFixture]
public sealed class SubwordBatchTests
{
    private const string Long = "Қазақстан Республикасының Президенті Астанада кездесу өткізді";

    private static readonly KazakhSubwordTokenizer Tokenizer = KazakhSubwordTokenizer.Default;
    private static readonly int Padding = Tokenizer.SpecialTokens["<|padding|>"];
    private static readonly int End = Tokenizer.SpecialTokens["<|endoftext|>"];

    [Test]
    public void Rows_are_as_long_as_the_longest_text_needs()
    {
        SubwordBatch batch = Tokenizer.EncodeBatch([Long, "Сәлем", string.Empty]);
        Assert.Multiple(() =>
        {
            Assert.That((batch.Rows, batch.Columns), Is.EqualTo((3, Tokenizer.CountTokens(Long))));
            Assert.That(batch.GetRow(0).ToArray(), Is.EqualTo(Tokenizer.EncodeToIds(Long)));
            Assert.That(batch.GetRow(1)[..batch.GetLength(1)].ToArray(), Is.EqualTo(Tokenizer.EncodeToIds("Сәлем")));
            Assert.That(batch.GetRow(1)[batch.GetLength(1)..].ToArray(), Is.All.EqualTo(Padding));
            Assert.That(batch.GetLength(2), Is.Zero);
            Assert.That(batch.AttentionMask.ToArray().Chunk(batch.Columns).Select(row => row.Sum()), Is.EqualTo(Enumerable.Range(0, 3).Select(batch.GetLength)));
        });
    }

    [TestCase(SequenceSide.Left, SequenceSide.Left)]
    [TestCase(SequenceSide.Left, SequenceSide.Right)]
    [TestCase(SequenceSide.Right, SequenceSide.Left)]
    [TestCase(SequenceSide.Right, SequenceSide.Right)]
    public void Special_tokens_stay_whatever_is_cut_off(SequenceSide truncation, SequenceSide padding)
    {
        SubwordBatch batch = Tokenizer.EncodeBatch(
            [Long, "ел"],
            o => o with { MaxLength = 5, TruncationSide = truncation, PaddingSide = padding, BeginningToken = "<|endoftext|>", EndToken = "<|endoftext|>" });
        IReadOnlyList<int> all = Tokenizer.EncodeToIds(Long);
        int[] kept = truncation == SequenceSide.Left ? [.. all.Skip(all.Count - 3)] : [.. all.Take(3)];
        int[] text = [End, .. Tokenizer.EncodeToIds("ел"), End];
        int[] fill = [.. Enumerable.Repeat(Padding, 5 - text.Length)];
        Assert.Multiple(() =>
        {
            Assert.That(batch.GetRow(0).ToArray(), Is.EqualTo((int[])[End, .. kept, End]));
            Assert.That(batch.GetRow(1).ToArray(), Is.EqualTo(padding == SequenceSide.Left ? [.. fill, .. text] : (int[])[.. text, .. fill]));
        });
    }

    [Test]
    public void Rows_can_have_a_fixed_length_or_a_multiple_of_one()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Tokenizer.EncodeBatch(["ел"], o => o with { MaxLength = 12, PadToMaxLength = true }).Columns, Is.EqualTo(12));
            Assert.That(Tokenizer.EncodeBatch(["ел"], o => o with { PadToMultipleOf = 8 }).Columns, Is.EqualTo(8));
            Assert.That(Tokenizer.EncodeBatch([]).Columns, Is.Zero);
        });
    }

    [Test]
    public void A_truncated_text_begins_and_ends_where_a_character_does()
    {
        string[] texts = ["𐐀𐐀𐐀 日本 😀", "ел 𐐀"];
        for (int max = 1; max < 20; max++)
        {
            foreach (SequenceSide side in Enum.GetValues<SequenceSide>())
            {
                SubwordBatch batch = Tokenizer.EncodeBatch(texts, o => o with { MaxLength = max, TruncationSide = side });
                for (int row = 0; row < texts.Length; row++)
                {
                    string kept = Tokenizer.Decode(batch.GetRow(row).ToArray(), considerSpecialTokens: false);
                    Assert.That(side == SequenceSide.Left ? texts[row].EndsWith(kept, StringComparison.Ordinal) : texts[row].StartsWith(kept, StringComparison.Ordinal), Is.True, $"{max} {side}: {kept}");
                }
            }
        }
    }

    [Test]
    public void A_row_of_the_callers_is_that_of_a_batch()
    {
        var options = new SubwordBatchOptions { MaxLength = 9, PadToMaxLength = true, PaddingSide = SequenceSide.Left, TruncationSide = SequenceSide.Left, EndToken = "<|endoftext|>" };
        Gen.String.Sample(text =>
        {
            int[] ids = new int[9];
            int[] mask = new int[9];
            int length = Tokenizer.EncodePadded(text, ids, mask, options);
            SubwordBatch batch = Tokenizer.EncodeBatch([text], _ => options);
            Assert.That((ids, mask, length), Is.EqualTo((batch.Ids.ToArray(), batch.AttentionMask.ToArray(), batch.GetLength(0))));
        });
    }

    [Test]
    public void Filling_a_row_allocates_nothing()
    {
        string text = string.Concat(RepositoryFiles.Articles.Select(File.ReadAllText));
        int[] ids = new int[512];
        int[] mask = new int[512];
        var options = new SubwordBatchOptions { EndToken = "<|endoftext|>", TruncationSide = SequenceSide.Left };
        long allocated = 0;
        for (int round = 0; round < 2; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Tokenizer.EncodePadded(text, ids, mask, options);
            Tokenizer.EncodePadded("ел", ids, mask, options);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.That(allocated, Is.Zero);
    }

    [Test]
    public void Ids_and_mask_can_be_had_as_64_bit_numbers()
    {
        SubwordBatch batch = Tokenizer.EncodeBatch([Long, "ел"]);
        long[] ids = new long[batch.Ids.Length];
        long[] mask = new long[batch.Ids.Length];
        batch.CopyTo(ids, mask);
        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.EqualTo(batch.Ids.ToArray()));
            Assert.That(mask, Is.EqualTo(batch.AttentionMask.ToArray()));
            Assert.That(() => batch.CopyTo(new long[1], mask), Throws.ArgumentException);
        });
    }

    [Test]
    public void What_cannot_be_done_is_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Tokenizer.EncodeBatch(["a"], o => o with { EndToken = "</s>" }), Throws.ArgumentException.With.Message.Contains("'</s>'"));
            Assert.That(() => Tokenizer.EncodeBatch(["a", "ел ел"], o => o with { PaddingToken = "<pad>" }), Throws.ArgumentException.With.Message.Contains("'<pad>'"));
            Assert.That(() => Tokenizer.EncodeBatch(["a"], o => o with { MaxLength = 1, EndToken = "<|endoftext|>" }), Throws.ArgumentException.With.Message.Contains("no room"));
            Assert.That(() => Tokenizer.EncodeBatch(["a"], o => o with { MaxLength = 0 }), Throws.ArgumentException);
            Assert.That(() => Tokenizer.EncodeBatch(["a"], o => o with { PadToMaxLength = true }), Throws.ArgumentException);
            Assert.That(() => Tokenizer.EncodeBatch(["a"], o => o with { PadToMultipleOf = 0 }), Throws.InstanceOf<ArgumentException>());
            Assert.That(() => Tokenizer.EncodeBatch([null!]), Throws.ArgumentNullException);
            Assert.That(() => Tokenizer.EncodePadded("a", new int[3], new int[2]), Throws.ArgumentException);
            Assert.That(() => Tokenizer.EncodeBatch(["a"]).GetRow(1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }
}

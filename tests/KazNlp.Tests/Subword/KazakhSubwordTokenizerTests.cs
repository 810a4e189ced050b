using System.Buffers;
using System.Text;
using CsCheck;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Tests.Subword;

[TestFixture]
public sealed class KazakhSubwordTokenizerTests
{
    private const string Mixed = "Сәлем 😀 қалай? ﷽ 日本\u0000 <|endoftext|>Қазақстан\n";

    private static readonly KazakhSubwordTokenizer Tokenizer = KazakhSubwordTokenizer.Default;

    // Any string without a lone surrogate, with more Kazakh in it than chance would give.
    private static readonly Gen<string> WellFormed = Gen.OneOf(
        Gen.OneOfConst("қазақ", " тіліндегі", "Ә", " ", "\n", ".", "<|endoftext|>", "<|end", "1991", "😀", "👩‍🚀", "\u0301", "日", "𐐀"),
        Gen.Char.Where(c => !char.IsSurrogate(c)).Select(c => c.ToString())).Array[0, 30].Select(string.Concat);

    private static readonly Gen<string> Any = Gen.OneOf(WellFormed, Gen.String);

    [Test]
    public void The_embedded_vocabulary_has_32768_ids() => Assert.That(Tokenizer.VocabularySize, Is.EqualTo(32768));

    [Test]
    public void Common_words_are_one_token() =>
        Assert.That(Tokenizer.CountTokens("Қазақстан Республикасының Президенті"), Is.EqualTo(3));

    [Test]
    public void Decoding_gives_back_every_well_formed_text() =>
        WellFormed.Sample(text => Assert.That(Tokenizer.Decode(Tokenizer.EncodeToIds(text)), Is.EqualTo(text)));

    [Test]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.That(Tokenizer.Decode(Tokenizer.EncodeToIds("a\uD83Db\uDE00")), Is.EqualTo("a\uFFFDb\uFFFD"));

    [Test]
    public void All_members_agree_on_any_text()
    {
        Any.Sample(text =>
        {
            IReadOnlyList<int> ids = Tokenizer.EncodeToIds(text);
            var buffer = new int[Encoding.UTF8.GetByteCount(text)];
            OperationStatus status = Tokenizer.EncodeToIds(text, buffer, out int consumed, out int written);
            IReadOnlyList<EncodedToken> tokens = Tokenizer.EncodeToTokens(text.AsSpan(), out _);
            Assert.Multiple(() =>
            {
                Assert.That(status, Is.EqualTo(OperationStatus.Done));
                Assert.That(consumed, Is.EqualTo(text.Length));
                Assert.That(buffer[..written], Is.EqualTo(ids));
                Assert.That(Tokenizer.CountTokens(text), Is.EqualTo(ids.Count));
                Assert.That(tokens.Select(token => token.Id), Is.EqualTo(ids));
                Assert.That(tokens.Select(token => token.Offset.Start.Value), Is.Ordered);
                Assert.That(tokens.Count == 0 ? 0 : tokens[^1].Offset.End.Value, Is.EqualTo(text.Length));
            });
        });
    }

    [Test]
    public void Offsets_point_to_the_text_of_each_token()
    {
        string text = "Астанада кездесу өтті.";
        Assert.That(
            Tokenizer.EncodeToTokens(text, out _).Select(token => text[token.Offset]),
            Is.EqualTo(Tokenizer.EncodeToTokens(text, out _).Select(token => Tokenizer.Decode([token.Id]))));
    }

    [Test]
    public void A_limit_gives_the_first_ids_and_ends_where_a_character_ends()
    {
        IReadOnlyList<int> all = Tokenizer.EncodeToIds(Mixed);
        for (int max = 1; max <= all.Count; max++)
        {
            IReadOnlyList<int> ids = Tokenizer.EncodeToIds(Mixed, max, out string? normalized, out int consumed);
            int index = Tokenizer.GetIndexByTokenCount(Mixed, max, out _, out int count);
            Assert.Multiple(() =>
            {
                Assert.That(normalized, Is.Null);
                Assert.That(ids, Has.Count.LessThanOrEqualTo(max));
                Assert.That(ids, Is.EqualTo(all.Take(ids.Count)));
                Assert.That(Tokenizer.Decode(ids), Is.EqualTo(Mixed[..consumed]));
                Assert.That((index, count), Is.EqualTo((consumed, ids.Count)));
            });
        }
    }

    [Test]
    public void Counted_from_the_end_the_last_tokens_stay()
    {
        IReadOnlyList<int> all = Tokenizer.EncodeToIds(Mixed);
        for (int max = 1; max <= all.Count; max++)
        {
            int index = Tokenizer.GetIndexByTokenCountFromEnd(Mixed, max, out _, out int count);
            Assert.Multiple(() =>
            {
                Assert.That(count, Is.LessThanOrEqualTo(max));
                Assert.That(Tokenizer.Decode(all.Skip(all.Count - count)), Is.EqualTo(Mixed[index..]));
            });
        }

        Assert.That(Tokenizer.GetIndexByTokenCountFromEnd(Mixed, all.Count, out _, out _), Is.Zero);
    }

    [Test]
    public void A_full_destination_takes_whole_parts_only()
    {
        var buffer = new int[3];
        OperationStatus status = Tokenizer.EncodeToIds("Қазақстан Республикасының Президенті туралы", buffer, out int consumed, out int written);
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(OperationStatus.DestinationTooSmall));
            Assert.That(written, Is.EqualTo(3));
            Assert.That(consumed, Is.EqualTo("Қазақстан Республикасының Президенті".Length));
        });
    }

    [Test]
    public void Encoding_goes_on_behind_what_fitted_with_the_same_ids()
    {
        Gen.Select(Any, Gen.Int[1, 12]).Sample((text, size) =>
        {
            var ids = new List<int>();
            int[] buffer = new int[size];
            ReadOnlySpan<char> rest = text;
            while (Tokenizer.EncodeToIds(rest, buffer, out int consumed, out int written) == OperationStatus.DestinationTooSmall || written > 0)
            {
                ids.AddRange(buffer[..written]);
                rest = rest[consumed..];
                buffer = written == 0 ? new int[buffer.Length * 2] : buffer;
            }

            Assert.That(ids, Is.EqualTo(Tokenizer.EncodeToIds(text)));
        });
    }

    [Test]
    public void Decoding_into_a_span_stops_where_it_is_full_and_goes_on_from_there()
    {
        IReadOnlyList<int> ids = Tokenizer.EncodeToIds(Mixed);
        for (int size = "<|endoftext|>".Length; size <= Mixed.Length + 1; size++)
        {
            var text = new StringBuilder();
            var buffer = new char[size];
            int done = 0;
            OperationStatus status;
            do
            {
                status = Tokenizer.Decode(ids.Skip(done), buffer, out int consumed, out int written);
                text.Append(buffer.AsSpan(0, written));
                done += consumed;
            }
            while (status == OperationStatus.DestinationTooSmall);
            Assert.That(text.ToString(), Is.EqualTo(Mixed), $"{size} characters at a time");
        }
    }

    [Test]
    public void Ids_that_end_inside_a_character_wait_for_those_that_follow()
    {
        IReadOnlyList<int> ids = Tokenizer.EncodeToIds("ел𐐀");
        var text = new StringBuilder();
        var pending = new List<int>();
        var buffer = new char[16];
        foreach (int id in ids)
        {
            pending.Add(id);
            OperationStatus status = Tokenizer.Decode(pending, buffer, out int consumed, out int written);
            Assert.That(status, Is.EqualTo(consumed == pending.Count ? OperationStatus.Done : OperationStatus.NeedMoreData));
            pending.RemoveRange(0, consumed);
            text.Append(buffer.AsSpan(0, written));
        }

        Assert.Multiple(() =>
        {
            Assert.That(text.ToString(), Is.EqualTo("ел𐐀"));
            Assert.That(pending, Is.Empty);
            Assert.That(Tokenizer.Decode(ids.SkipLast(1)), Is.EqualTo("ел\uFFFD"), "a string has no more to wait for");
        });
    }

    [Test]
    public void Bytes_that_are_no_UTF8_decode_to_the_replacement_character()
    {
        int[] ids = [0xD0, 'a', 0x80, 0xF0, 0x9F, 'b', 0xC0, 0xAF, 'c'];
        var buffer = new char[16];
        OperationStatus status = Tokenizer.Decode(ids, buffer, out int consumed, out int written);
        Assert.Multiple(() =>
        {
            Assert.That((status, consumed), Is.EqualTo((OperationStatus.Done, ids.Length)));
            Assert.That(new string(buffer, 0, written), Is.EqualTo("\uFFFDa\uFFFD\uFFFDb\uFFFD\uFFFDc").And.EqualTo(Tokenizer.Decode(ids)));
        });
    }

    [Test]
    public void Ids_that_are_none_are_left_out_of_a_string_and_refused_by_spans()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Tokenizer.Decode(['a', 99999, -1, 'b']), Is.EqualTo("ab"));
            Assert.That(Tokenizer.Decode(['a', 99999], new char[4], out int consumed, out int written), Is.EqualTo(OperationStatus.InvalidData));
            Assert.That((consumed, written), Is.EqualTo((1, 1)));
            Assert.That(() => Tokenizer.GetPiece(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(Tokenizer.TryGetPiece(99999, out _), Is.False);
        });
    }

    [Test]
    public void Special_tokens_are_one_id()
    {
        int id = Tokenizer.SpecialTokens["<|endoftext|>"];
        Assert.Multiple(() =>
        {
            Assert.That(Tokenizer.EncodeToIds("<|endoftext|>"), Is.EqualTo([id]));
            Assert.That(Tokenizer.EncodeToIds("сөз<|endoftext|>"), Has.Count.GreaterThan(1).And.Member(id));
            Assert.That(Tokenizer.EncodeToIds("<|endoftext|>", considerPreTokenization: false), Is.EqualTo([id]));
            Assert.That(Tokenizer.EncodeToIds("сөз<|endoftext|>", considerPreTokenization: false), Has.No.Member(id), "nothing is cut");
            Assert.That(Tokenizer.TryGetId("<|endoftext|>", out int found) ? found : -1, Is.EqualTo(id));
        });
    }

    [Test]
    public void Counting_and_encoding_into_a_buffer_allocate_nothing()
    {
        string text = string.Concat(RepositoryFiles.Articles.Select(File.ReadAllText));
        var buffer = new int[text.Length * 2];
        long allocated = 0;
        for (int round = 0; round < 2; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Tokenizer.CountTokens(text.AsSpan());
            Tokenizer.EncodeToIds(text, buffer, out _, out _);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.That(allocated, Is.Zero);
    }

    [Test]
    public void Long_and_short_words_are_merged_by_the_same_rules()
    {
        // The same syllables, below and above the length from which a heap takes over, must fall into the same merges as BpeTokenizer makes.
        BpeTokenizer other = Oracle();
        foreach (int length in (int[])[1, 10, 31, 32, 33, 34, 100, 1000])
        {
            string word = string.Concat(Enumerable.Range(0, length).Select(i => "қазақстандықтардың"[(i * 7) % 18]));
            Assert.That(Tokenizer.EncodeToIds(word), Is.EqualTo(other.EncodeToIds(word)), $"{length} letters");
        }
    }

    [Test]
    public void A_word_of_a_million_letters_is_no_problem() =>
        Assert.That(Tokenizer.CountTokens(new string('а', 1_000_000)), Is.Positive);

    [Test]
    public void BpeTokenizer_with_the_exported_files_gives_the_same_ids()
    {
        BpeTokenizer other = Oracle();
        foreach (string path in RepositoryFiles.Articles)
        {
            string text = File.ReadAllText(path);
            Assert.That(Tokenizer.EncodeToIds(text), Is.EqualTo(other.EncodeToIds(text)), path);
        }

        Assert.That(Tokenizer.EncodeToIds(Mixed), Is.EqualTo(other.EncodeToIds(Mixed)));
    }

    [Test]
    public void Threads_do_not_disturb_each_other()
    {
        string[] texts = [.. RepositoryFiles.Articles.Select(File.ReadAllText)];
        int[] expected = [.. texts.Select(text => Tokenizer.CountTokens(text))];
        Parallel.For(0, texts.Length * 4, i => Assert.That(Tokenizer.CountTokens(texts[i % texts.Length]), Is.EqualTo(expected[i % texts.Length])));
    }

    private static BpeTokenizer Oracle()
    {
        string folder = Directory.CreateTempSubdirectory("kaznlp-").FullName;
        string[] paths = [Path.Combine(folder, "vocab.json"), Path.Combine(folder, "merges.txt")];
        Tokenizer.SaveVocabulary(paths[0], paths[1]);
        BpeTokenizer oracle = BpeTokenizer.Create(new BpeOptions(paths[0], paths[1]) { ByteLevel = true, PreTokenizer = Tokenizer.PreTokenizer, SpecialTokens = Tokenizer.SpecialTokens });
        Directory.Delete(folder, recursive: true);
        return oracle;
    }
}

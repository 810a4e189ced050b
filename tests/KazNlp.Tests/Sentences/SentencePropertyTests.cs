using System.Buffers;
using System.Text;
using CsCheck;

namespace KazNlp.Tests.Sentences;

[TestFixture]
internal sealed class SentencePropertyTests
{
    private static readonly KazakhSentenceSplitter Splitter = KazakhSentenceSplitter.Default;

    // Rich in what the rules look at; also what no text should hold.
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.OneOfConst(
            "Ол", "келді", "барды", "деп", "деді", "қала", "Астана", "А.", "ж.", "т.б.", "млн.", "проф.", "б.", "т.", "1", "25", "2011", "XXI", "II",
            " ", " ", " ", " ", "\n", "\r\n", "\n\n", "\t", "\u00A0", "\u2029", "  ", ".", ".", ".", "!", "?", "?!", "...", "…", ",", ":", ";", "–", "—", "-",
            "«", "»", "\"", "“", "”", "„", "(", ")", "[", "]", "'", "’", "😀", "👍🏽", "🇰🇿", "#тег", "@аты", "https://el.kz", "№", "%", "*", "•", "²", "|", "\0"),
        Gen.Char.Select(c => c.ToString())).Array[0, 80].Select(p => string.Concat(p));

    [Test]
    public void Every_token_is_in_exactly_one_sentence_and_sentences_are_in_order() => AnyText.Sample(
        text =>
        {
            Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
            int next = 0;
            foreach (Sentence sentence in Splitter.Split(text, tokens))
            {
                if (sentence.FirstToken != next || sentence.TokenCount < 1) return false;
                next += sentence.TokenCount;
                if (sentence.Start != tokens[sentence.FirstToken].Start || sentence.End != tokens[next - 1].End) return false;
            }

            return next == tokens.Length;
        },
        iter: 20_000);

    [Test]
    public void A_text_may_be_cut_between_its_sentences_where_lines_are_cut() => AnyText.Sample(
        text =>
        {
            // Within a line a decision looks at nothing before its sentence; so what follows a sentence is split as before when it stands alone.
            string oneLine = text.ReplaceLineEndings(" ").Replace('\u2029', ' ').Replace('\f', ' ').Replace('\v', ' ').Replace('\r', ' ').Replace('\u0085', ' ').Replace('\u2028', ' ');
            Sentence[] all = Splitter.Split(oneLine);
            for (int i = 1; i < all.Length; i++)
            {
                string rest = oneLine[all[i].Start..];
                IEnumerable<int> ends = Splitter.Split(rest).Select(s => s.End + all[i].Start);
                if (!ends.SequenceEqual(all[i..].Select(s => s.End))) return false;
            }

            return true;
        },
        iter: 5_000);

    [Test]
    public void Sentences_that_are_joined_again_are_split_at_the_same_places()
    {
        string[] sentences =
        [
            "Елордада жаңа мектеп ашылды.", "Оған 300 бала барады!", "«Бұл – қуаныш», – деді әкім.", "Ал сен ше?", "Баға 5 пайызға өсті.",
            "А. Құнанбайұлы 1845 ж. туған.", "– Қайда барасың?", "Тізімге алма, өрік, т.б. кірді.", "«Қайрат» клубы жеңді.", "Ол кетті...",
        ];
        Gen.OneOfConst(sentences).Array[1, 30].Sample(chosen =>
        {
            string text = string.Join(' ', chosen);
            return Splitter.Split(text).Select(s => text.Substring(s.Start, s.Length)).SequenceEqual(chosen);
        });
    }

    [Test]
    public void Blocks_give_the_same_sentences_as_the_whole_text() =>
        Gen.Select(AnyText.Array[10, 40].Select(p => string.Concat(p)), Gen.Int[200, 3000], Gen.Int[1, 50]).Sample(
            (text, tokenCount, sentenceCount) =>
            {
                Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
                Sentence[] expected = Splitter.Split(text, tokens);
                List<Sentence> actual = [];
                Sentence[] destination = new Sentence[sentenceCount];
                int first = 0;
                int available = Math.Min(tokenCount, tokens.Length);
                while (true)
                {
                    bool isFinal = available == tokens.Length;
                    ReadOnlySpan<char> seen = isFinal ? text : text.AsSpan(0, tokens[available].Start);
                    OperationStatus status = Splitter.Split(seen, tokens.AsSpan(first..available), destination, out int consumed, out int written, isFinal);
                    actual.AddRange(destination.Take(written).Select(s => s with { FirstToken = s.FirstToken + first }));
                    first += consumed;
                    if (status == OperationStatus.NeedMoreData) available = Math.Min(tokens.Length, available + tokenCount);
                    if (status == OperationStatus.Done && isFinal) break;
                    if (status == OperationStatus.Done) available = Math.Min(tokens.Length, available + tokenCount);
                }

                return actual.SequenceEqual(expected);
            },
            iter: 300);

    [Test]
    public void Tokens_and_sentences_together_are_the_same_as_one_after_the_other() =>
        Gen.Select(AnyText.Array[1, 60].Select(p => string.Concat(p)), Gen.Int[0, 6]).Sample(
            (text, growth) =>
            {
                string longText = string.Concat(Enumerable.Repeat(text, 1 << growth));
                Token[] expectedTokens = KazakhTokenizer.Default.Tokenize(longText);
                Sentence[] expected = Splitter.Split(longText, expectedTokens);
                Token[] tokens = new Token[expectedTokens.Length + 1];
                Sentence[] sentences = new Sentence[expected.Length + 1];
                OperationStatus status = Splitter.Split(longText, tokens, sentences, out int chars, out int tokensWritten, out int sentencesWritten);
                return status == OperationStatus.Done && chars == longText.Length
                    && tokens.AsSpan(0, tokensWritten).SequenceEqual(expectedTokens)
                    && sentences.AsSpan(0, sentencesWritten).SequenceEqual(expected);
            },
            iter: 300);

    [Test]
    public void A_full_span_stops_at_a_sentence_and_the_next_call_goes_on()
    {
        const string Text = "Ол келді. Біз кеттік. Күн батты. Түн болды.";
        var sentences = new Sentence[2];
        OperationStatus status = Splitter.Split(Text, new Token[100], sentences, out int chars, out int tokens, out int written);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((status, written, tokens), Is.EqualTo((OperationStatus.DestinationTooSmall, 2, 6)));
            Assert.That(Text[..chars], Is.EqualTo("Ол келді. Біз кеттік."));
            Assert.That(Splitter.Split(Text[chars..]), Has.Length.EqualTo(2));
        }
    }

    [Test]
    public void Without_the_end_of_the_text_the_last_sentence_waits()
    {
        string text = string.Concat(Enumerable.Repeat("Бүгін қалада жаңа саябақ ашылды. ", 40));
        var sentences = new Sentence[100];
        OperationStatus status = Splitter.Split(text, new Token[1000], sentences, out int chars, out _, out int written, isFinalBlock: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(OperationStatus.NeedMoreData));
            Assert.That(written, Is.InRange(10, 39));
            Assert.That(chars, Is.EqualTo(sentences[written - 1].End));
        }
    }

    [TestCase("")]
    [TestCase(" \n\t ")]
    [TestCase("\0\u0001")]
    public void Text_without_tokens_has_no_sentences(string text) => Assert.That(Splitter.Split(text), Is.Empty);

    [Test]
    public void A_megabyte_of_marks_without_a_space_is_split_like_any_text()
    {
        foreach (string piece in (string[])[".", "«", "»", "\"", "(", "😀", "-", "а", "1.", "А."])
        {
            string text = new StringBuilder().Insert(0, piece, 300_000 / piece.Length).ToString();
            Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
            Assert.That(Splitter.Split(text, tokens).Sum(s => s.TokenCount), Is.EqualTo(tokens.Length), piece);
        }
    }

    [Test]
    public void Tokens_of_another_text_are_refused()
    {
        Token[] tokens = KazakhTokenizer.Default.Tokenize("Ол келді.");
        Assert.That(() => Splitter.Split("Ол", tokens), Throws.ArgumentException.With.Message.Contains("do not belong"));
    }

    [Test]
    public void Splitting_allocates_nothing()
    {
        string text = string.Concat(Enumerable.Repeat("Ол: «Кел!» – деді. А. Иманов 1995 ж. келді, т.б. Бәрі 2 млн. теңге алды 😀 Содан\nсоң кетті.\n", 50));
        var tokens = new Token[5000];
        var sentences = new Sentence[1000];
        Splitter.Split(text, tokens, sentences, out _, out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Splitter.Split(text, tokens, sentences, out _, out int tokenCount, out int sentenceCount);
        foreach (Sentence sentence in Splitter.Enumerate(text, tokens.AsSpan(0, tokenCount))) sentenceCount -= sentence.TokenCount > 0 ? 1 : 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That((allocated, sentenceCount), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Explain_names_a_rule_for_every_end()
    {
        const string Text = "А. Иманов келді. – Аман ба? – деді ол.\n\nСоңы";
        Token[] tokens = KazakhTokenizer.Default.Tokenize(Text);
        IReadOnlyList<SentenceDecision> decisions = Splitter.Explain(Text, tokens);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(decisions.Where(d => d.IsEnd).Select(d => d.Offset), Is.SubsetOf(Splitter.Split(Text, tokens).Select(s => s.End)));
            Assert.That(decisions.Select(d => d.Rule), Is.EqualTo(new[]
            {
                SentenceRule.Initial, SentenceRule.DialogueDash, SentenceRule.NarratorDash, SentenceRule.BlankLine, SentenceRule.EndOfText,
            }));
        }
    }
}

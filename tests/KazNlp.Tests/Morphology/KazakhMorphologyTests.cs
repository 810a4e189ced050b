using CsCheck;

namespace KazNlp.Tests.Morphology;

public sealed class KazakhMorphologyTests
{
    private static readonly KazakhMorphology Morphology = KazakhMorphology.Default;

    [Test]
    public void Every_string_that_is_not_empty_has_a_reading_whose_morphemes_cover_it()
    {
        Gen<string> words = Gen.OneOf(
            Gen.String[0, 30],
            Gen.Char["аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя-АҒҚ"].Array[0, 24].Select(c => new string(c)),
            Gen.Char["ааеықткдн1205XVI-%.BoeАҚШ\ud83d\ude00\0"].Array[0, 16].Select(c => new string(c)));
        words.Sample(word =>
        {
            var readings = Morphology.Analyze(word);
            Assert.That(readings.IsEmpty, Is.EqualTo(word.Length == 0));
            foreach (MorphAnalysis reading in readings)
            {
                int end = 0;
                foreach (Morpheme morpheme in reading.Morphemes)
                {
                    Assert.That(morpheme.Start, Is.EqualTo(end));
                    end += morpheme.Length;
                }

                Assert.That(end, Is.EqualTo(word.Length), $"{word}: {reading}");
                Assert.That(reading.Confidence, Is.InRange(0, 1));
                Assert.That(reading.Lemma, Is.Not.Empty);
            }

            Assert.That(Morphology.Lemmatize(word), Is.EqualTo(readings.IsEmpty ? "" : readings[0].Lemma));
        }, iter: 3000);
    }

    [Test]
    public void A_word_of_a_million_letters_is_answered_and_keeps_its_length()
    {
        string word = new('ы', 1_000_000);
        MorphAnalysis reading = Morphology.Analyze(word).Single();
        Assert.That(reading.Morphemes.Single().Length, Is.EqualTo(word.Length));
        Assert.That(Morphology.Lemmatize(word), Has.Length.EqualTo(word.Length));
    }

    [Test]
    public void Latin_look_alikes_are_read_as_Cyrillic_and_offsets_stay()
    {
        MorphAnalysis reading = Morphology.Analyze("мемлекеттiң")[0];
        Assert.That(reading.Lemma, Is.EqualTo("мемлекет"));
        Assert.That(reading.Form, Is.EqualTo("мемлекеттiң"));
        Assert.That(reading.Segmentation, Is.EqualTo("мемлекет+тiң"));
    }

    [Test]
    public void An_unknown_word_is_guessed_by_its_endings_and_says_so()
    {
        MorphAnalysis reading = Morphology.Analyze("Брындызбекке")[0];
        Assert.That((reading.Lemma, reading.PartOfSpeech, reading.Features), Is.EqualTo(("Брындызбек", PartOfSpeech.ProperNoun, "Case=Dat")));
        Assert.That(reading.IsGuess);
        Assert.That(reading.Confidence, Is.LessThanOrEqualTo(0.5));
    }

    [Test]
    public void The_first_lemma_of_a_word_comes_from_a_cache_without_allocation()
    {
        _ = Morphology.Lemmatize("балаларымыздың");
        long before = GC.GetAllocatedBytesForCurrentThread();
        string lemma = Morphology.Lemmatize("балаларымыздың".AsSpan());
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(lemma, Is.EqualTo("бала"));
    }

    [Test]
    public void Without_the_cache_a_lemma_is_written_without_allocation()
    {
        Span<char> room = stackalloc char[64];
        _ = Morphology.TryLemmatize("кітаптарымыздан", room, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool ok = Morphology.TryLemmatize("кітаптарымыздан", room, out int written);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(ok);
        Assert.That(room[..written].ToString(), Is.EqualTo("кітап"));
        Assert.That(Morphology.TryLemmatize("кітаптарымыздан", room[..3], out _), Is.False);
    }

    [Test]
    public void Readings_of_a_word_come_from_a_cache_without_allocation()
    {
        var first = Morphology.Analyze("балаларымыздың");
        long before = GC.GetAllocatedBytesForCurrentThread();
        var again = Morphology.Analyze("балаларымыздың".AsSpan());
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(again, Is.EqualTo(first));
    }

    [Test]
    public void Words_of_the_lexicon_are_annotated_without_allocation_beyond_the_result()
    {
        const string text = "Біздің балаларымыз мектептен үйге келді, кітап оқыды.";
        Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
        Sentence[] sentences = KazakhSentenceSplitter.Default.Split(text, tokens);
        long least = long.MaxValue; // code that is not yet optimized boxes, and the thread's buffers are made once
        for (int i = 0; i < 500; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = Morphology.Annotate(text, tokens, sentences);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.EqualTo((tokens.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<TokenMorphology>()) + 24));
    }

    [Test]
    public void Caches_never_change_an_answer() => Gen.Char["абдғейкқлмнорстұүыі-А"].Array[1, 12].Select(c => new string(c)).Sample(
        word =>
        {
            var anew = Morphology.AnalyzeAnew(word);
            Assert.That(Morphology.Analyze(word).Select(a => a.ToString()), Is.EqualTo(anew.Select(a => a.ToString())));
            Span<char> room = stackalloc char[64];
            Assert.That(Morphology.TryLemmatize(word, room, out int written));
            Assert.That(Morphology.Lemmatize(word), Is.EqualTo(room[..written].ToString()));
            Assert.That(Morphology.Lemmatize(word.AsSpan()), Is.EqualTo(room[..written].ToString()));
        },
        iter: 2000);

    [Test]
    public void The_last_word_of_a_compound_name_keeps_its_possessive() =>
        Assert.That(Morphology.Inflect("Қазақстан Республикасы", Case.Dative), Is.EqualTo("Қазақстан Республикасына"));

    [Test]
    public void Punctuation_and_empty_words_have_no_forms()
    {
        Assert.That(Morphology.TryInflect("", new NounInflection { Case = Case.Dative }, out _), Is.False);
        Assert.That(Morphology.TryInflect("!", new NounInflection { Case = Case.Dative }, out _), Is.False);
        Assert.That(() => Morphology.Inflect("", Case.Dative), Throws.ArgumentException);
    }

    [Test]
    public void Number_words_are_read_back_for_every_number()
    {
        Gen.Long[-999_999_999_999, 999_999_999_999].Sample(number =>
        {
            Assert.That(Morphology.TryWordsToNumber(KazakhMorphology.NumberToWords(number), out decimal value, out bool ordinal));
            Assert.That((value, ordinal), Is.EqualTo(((decimal)number, false)));
        }, iter: 2000);
        Assert.That(KazakhMorphology.NumberToWords(long.MinValue), Does.StartWith("минус тоғыз квинтиллион"));
    }

    [TestCase("отыз миллион", 30_000_000)]
    [TestCase("бір жарым миллион", 1_500_000)]
    [TestCase("1,5 млрд", 1_500_000_000)]
    [TestCase("он бестен", 15)]
    [TestCase("екі мыңға", 2000)]
    public void Amounts_are_read_from_words_and_digits(string words, decimal expected)
    {
        Assert.That(Morphology.TryWordsToNumber(words, out decimal value, out _));
        Assert.That(value, Is.EqualTo(expected));
    }

    [TestCase("бала")]
    [TestCase("бес бес")]
    [TestCase("мың миллион мың миллион")]
    [TestCase("")]
    public void What_is_no_number_is_refused(string words) => Assert.That(Morphology.TryWordsToNumber(words, out _, out _), Is.False);

    [Test]
    public void Context_chooses_between_a_year_and_warm()
    {
        var year = Morphology.Annotate(["Ол", "2015", "жылы", "келді", "."]);
        Assert.That((year[2].Lemma, year[2].PartOfSpeech), Is.EqualTo(("жыл", PartOfSpeech.Noun)));
        Assert.That((year[3].Lemma, year[3].PartOfSpeech), Is.EqualTo(("кел", PartOfSpeech.Verb)));
        Assert.That(year[4].PartOfSpeech, Is.EqualTo(PartOfSpeech.Punctuation));
    }

    [TestCase("#Наурыз", PartOfSpeech.Other)]
    [TestCase("#astana", PartOfSpeech.Other)]
    [TestCase("@egov_kz", PartOfSpeech.ProperNoun)]
    [TestCase("https://egov.kz/kk?a=1", PartOfSpeech.Other)]
    [TestCase("t.me/qazaq", PartOfSpeech.Other)]
    [TestCase("kense@enbek.gov.kz", PartOfSpeech.Other)]
    [TestCase("Müller", PartOfSpeech.ProperNoun)]
    [TestCase("5G", PartOfSpeech.Numeral)]
    public void What_has_no_grammar_is_its_own_lemma(string word, PartOfSpeech partOfSpeech)
    {
        MorphAnalysis analysis = Morphology.Analyze(word)[0];
        Assert.That((analysis.Lemma, analysis.PartOfSpeech), Is.EqualTo((word, partOfSpeech)));
    }

    [TestCase("5-тармағының", "5-тармақ")]
    [TestCase("272-бабына", "272-бап")]
    [TestCase("90-жылдары", "90-жыл")]
    [TestCase("5-ке", "5")]
    public void Noun_behind_a_number_has_its_lemma(string word, string lemma) =>
        Assert.That(Morphology.Lemmatize(word), Is.EqualTo(lemma));

    [TestCase("«Самұрық» АҚ құрылды", 3, "АҚ")]
    [TestCase("Кеше Тілеубергенова келді", 1, "Тілеубергенова")]
    [TestCase("Хатшы А. Смағұлов оқыды", 1, "А.")]
    [TestCase("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ШЕШІМІ", 0, "Қазақстан")]
    [TestCase("Ол енді ғана келді", 1, "енді")]
    [TestCase("Не істейміз енді?", 2, "енді")]
    [TestCase("Ол тағы бір хат жазды", 1, "тағы")]
    public void Context_keeps_names_and_what_is_likely(string sentence, int word, string lemma)
    {
        Token[] tokens = KazakhTokenizer.Default.Tokenize(sentence);
        Assert.That(Morphology.Annotate(sentence, tokens, [new Sentence(0, sentence.Length, 0, tokens.Length)])[word].Lemma, Is.EqualTo(lemma));
    }

    [Test]
    public void Annotate_gives_one_entry_for_each_token_even_outside_of_sentences()
    {
        const string text = "Бала келді. Үй үлкен";
        Token[] tokens = [new(0, 4, TokenKind.Word), new(5, 5, TokenKind.Word), new(10, 1, TokenKind.Punctuation), new(12, 2, TokenKind.Word), new(15, 5, TokenKind.Word)];
        var annotated = Morphology.Annotate(text, tokens, [new Sentence(0, 11, 0, 3)]);
        Assert.That(annotated.Select(a => a.Lemma), Is.EqualTo(new[] { "бала", "кел", ".", "үй", "үлкен" }));
    }

    [Test]
    public void A_pack_of_another_kind_is_refused()
    {
        ModelPack other = ModelPack.Load(new MemoryStream(new ModelPackBuilder("topics").ToArray()), "other.kazpack");
        Assert.That(() => KazakhMorphology.FromPack(other), Throws.TypeOf<InvalidDataException>().With.Message.Contains("other.kazpack"));
    }
}

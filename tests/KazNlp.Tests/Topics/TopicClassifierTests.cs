using System.Collections.Immutable;

namespace KazNlp.Tests;

public sealed class TopicClassifierTests
{
    private static readonly TopicClassifier Classifier = TopicClassifier.Default;

    [Test]
    public void Model_knows_the_taxonomy_and_none()
    {
        Assert.That(Classifier.Model.Labels, Is.EquivalentTo(IptcMediaTopics.All.Select(topic => topic.Label).Append(TopicScore.None)));
        for (int i = 0; i < Classifier.Model.Labels.Length; i++)
        {
            bool isTopic = IptcMediaTopics.TryGet(Classifier.Model.Labels[i], out MediaTopic? topic);
            Assert.That(Classifier.Model.GetCode(i), Is.EqualTo(isTopic ? topic!.Code : null));
        }
    }

    [TestCase("Футболдан Қазақстан құрамасы алаңда 2:1 есебімен жеңіске жетті", "sport")]
    [TestCase("Алматыда полиция ұрлық жасаған күдіктіні ұстап, сот оны қамауға алды", "crime")]
    [TestCase("Ертең солтүстікте қар жауып, боран соғады, аяз күшейеді", "weather")]
    [TestCase("Ұлттық банк базалық мөлшерлемені көтерді, теңге доллармен салыстырғанда арзандады", "economy")]
    [TestCase("Парламент сессиясында депутаттар министрдің есебін тыңдап, заң жобасын мақұлдады", "politics")]
    public void One_sentence_is_enough_when_its_subject_is_plain(string text, string label)
    {
        Assert.That(Classifier.Classify(text)[0].Label, Is.EqualTo(label));
    }

    [Test]
    public void Articles_of_our_own_get_their_topics()
    {
        string[] rows = File.ReadAllLines(RepositoryFiles.Path("data", "articles", "index.csv"));
        int right = 0;
        foreach (string[] row in rows.Skip(1).Select(line => line.Split(',')))
        {
            string best = Classifier.Classify(File.ReadAllText(RepositoryFiles.Path("data", "articles", row[0])))[0].Label;
            right += best == row[1] || best == row[2] ? 1 : 0;
        }

        Assert.That((double)right / (rows.Length - 1), Is.GreaterThan(0.8));
    }

    [TestCase("")]
    [TestCase(" \n\t ")]
    [TestCase("\0\0")]
    [TestCase("12 345,6 — 100%!")]
    [TestCase("\uDC00\uD800 \uD800")]
    [TestCase("ꙋꙋꙋꙋꙋꙋꙋꙋ 中文")]
    [TestCase("https://example.kz 😀")]
    public void Text_without_a_word_has_the_single_topic_none(string text)
    {
        Assert.That(Classifier.Classify(text), Is.EqualTo(new[] { new TopicScore(TopicScore.None, null, 1) }));
    }

    [Test]
    public void Title_speaks_louder_than_the_text()
    {
        const string Text = "Бұл туралы бүгін Астанада белгілі болды. Толығырақ мәлімет кейін жарияланады.";
        Assert.That(Classifier.Classify(Text, "Боксшылар әлем чемпионатында алтын медаль жеңіп алды")[0].Label, Is.EqualTo("sport"));
        Assert.That(Classifier.Classify(Text, "Жол апатынан үш адам қаза тапты, құтқарушылар келді")[0].Label, Is.EqualTo("disaster"));
    }

    [Test]
    public void First_line_without_a_stop_serves_as_title()
    {
        const string Title = "Боксшылар әлем чемпионатында алтын медаль жеңіп алды";
        const string Text = "Бұл туралы бүгін Астанада белгілі болды. Толығырақ мәлімет кейін жарияланады.";
        Assert.That(Classifier.Classify(Title + "\n\n" + Text), Is.EqualTo(Classifier.Classify(Text, Title)));
    }

    [Test]
    public void Attribution_to_an_agency_changes_nothing()
    {
        const string Before = "Үкімет жаңа мектептер салуға қаржы бөлді";
        const string After = "Құрылыс келесі жылы басталады.";
        ImmutableArray<TopicScore> bare = Classifier.Classify($"{Before}. {After}");
        foreach (string attribution in (string[])["Tengrinews.kz тілшісі", "El.kz ақпарат агенттігі", "«Толқын» ақпарат агенттігі", "Sputnik Қазақстан", "Tengrinews.kz"])
        {
            Assert.That(Classifier.Classify($"{Before}, деп хабарлайды {attribution}. {After}"), Is.EqualTo(bare), attribution);
        }
    }

    [Test]
    public void Byline_counter_and_buttons_change_nothing()
    {
        const string Text = "Боксшылар медаль алды\n\nӘлем чемпионатында қазақстандық боксшылар алтын медаль жеңіп алды.";
        ImmutableArray<TopicScore> bare = Classifier.Classify(Text);
        Assert.That(Classifier.Classify(Text.Replace("\n\n", "\n\n22 Тамыз, 16:51 608\n\n", StringComparison.Ordinal) + "\n\nМадина Асылбекова\nБөлісу:"), Is.EqualTo(bare));
    }

    [TestCase("Tengrinews.kz тілшісі")]
    [TestCase("El.kz ақпарат агенттігі")]
    [TestCase("«Толқын» ақпарат агенттігі")]
    [TestCase("ҚазАқпарат")]
    [TestCase("BAQ.kz порталы")]
    [TestCase("Sputnik Қазақстан")]
    [TestCase("«Егемен Қазақстан» газеті")]
    public void Frame_of_any_source_leaves_the_scores_of_an_article_as_they_are(string source)
    {
        foreach (string file in RepositoryFiles.Articles)
        {
            string text = File.ReadAllText(file).TrimEnd();
            int titleEnd = text.IndexOf("\n\n", StringComparison.Ordinal);
            Sentence second = new KazakhSentenceSplitter().Split(text).First(sentence => sentence.Start > titleEnd && text[sentence.End - 1] == '.');
            string framed = text[..titleEnd] + "\n\n22 Тамыз, 16:51 608" + text[titleEnd..(second.End - 1)] + ", деп хабарлайды " + source + text[(second.End - 1)..] + "\n\nМадина Асылбекова\nБөлісу:\nПікірлер: 12";
            Assert.That(Scores(framed), Is.EqualTo(Scores(text)), file);
        }

        static float[] Scores(string text)
        {
            float[] probabilities = new float[Classifier.Model.Labels.Length];
            Classifier.Model.Score([], [], text, KazakhTokenizer.Default.Tokenize(text), probabilities);
            return probabilities;
        }
    }

    [Test]
    public void Whom_the_outlet_cites_still_speaks_for_the_subject()
    {
        const string Attributed = "Кеше түнде оқиға болды, деп хабарлайды Tengrinews.kz тілшісі";
        double bare = CrimeOf(Attributed + ".");
        Assert.That(CrimeOf(Attributed + " полиция департаментіне сілтеме жасап."), Is.GreaterThan(bare));

        static double CrimeOf(string text) => new TopicClassifier(configure: o => o with { MinSecondScore = 0, NoneBelow = 0 }).Classify(text).FirstOrDefault(topic => topic.Label == "crime").Score;
    }

    [Test]
    public void All_forms_of_a_word_are_one_feature()
    {
        Assert.That(Words("мектептеріміздегілердің"), Is.EqualTo(Words("мектеп")));
        Assert.That(Words("кітабын"), Is.EqualTo(Words("КІТАП")));
        Assert.That(Words("сауда-экономикалық"), Has.Length.EqualTo(2));
        Assert.That(Words("АҚШ-тың"), Is.EqualTo(Words("АҚШ")));
        Assert.That(Words("мeктеп"), Is.EqualTo(Words("мектеп")), "a Latin e");
        Assert.That(Words("мектеп"), Is.Not.EqualTo(Words("кітап")));

        static ulong[] Words(string word)
        {
            var hashes = new List<ulong>();
            foreach (ReadOnlySpan<char> part in new WordParts(word))
            {
                hashes.Add(TopicWord.Of(part).Hash);
            }

            return [.. hashes];
        }
    }

    [Test]
    public void Options_decide_how_many_topics_are_given()
    {
        const string Text = "Үкімет бюджетті бекітті, министр экономика өсімі туралы айтты";
        var all = new TopicClassifier(configure: o => o with { MinSecondScore = 0 });
        Assert.That(all.Classify(Text), Has.Length.EqualTo(17));
        Assert.That(all.Classify(Text).Select(topic => topic.Score), Is.Ordered.Descending);
        Assert.That(new TopicClassifier(configure: o => o with { MinSecondScore = 1 }).Classify(Text), Has.Length.EqualTo(1));
        Assert.That(new TopicClassifier(configure: o => o with { NoneBelow = 1 }).Classify(Text)[0].Label, Is.EqualTo(TopicScore.None));
    }

    [Test]
    public void Probabilities_add_up_to_one()
    {
        const string Text = "Дәрігерлер емхананы ашты";
        float[] probabilities = new float[Classifier.Model.Labels.Length];
        Classifier.Model.Score([], [], Text, KazakhTokenizer.Default.Tokenize(Text), probabilities);
        Assert.That(probabilities.Sum(), Is.EqualTo(1).Within(1e-5));
        Assert.That(() => Classifier.Model.Score([], [], Text, [], new float[3]), Throws.ArgumentException);
    }

    [Test]
    public void Explanation_names_the_words_of_the_subject_first()
    {
        const string Text = "Кеше Астанада футболшылар допты қақпаға соқты. Футболшыларды жаттықтырушы мақтады.";
        ImmutableArray<TopicEvidence> evidence = Classifier.Explain(Text);
        Assert.That(evidence.Select(word => word.Weight), Is.Ordered.Descending);
        Assert.That(evidence[0].Word, Is.EqualTo("футболшы"));
        Assert.That(evidence[0].Count, Is.EqualTo(2));
        Assert.That(Classifier.Explain(Text, label: "religion")[0].Weight, Is.LessThan(evidence[0].Weight));
        Assert.That(Classifier.Explain(KazakhPipeline.Default.Analyze(Text)), Is.EqualTo(evidence));
        Assert.That(Classifier.Explain(KazakhPipeline.Default.Analyze(Text, "Боксшылар жеңді")), Is.EqualTo(Classifier.Explain(Text, "Боксшылар жеңді")));
        Assert.That(Classifier.Explain(""), Is.Empty);
        Assert.That(() => Classifier.Explain(Text, label: "x"), Throws.ArgumentException.With.Message.Contain("'x'"));
    }

    [Test]
    public void Explanation_adds_up_to_the_difference_between_two_labels()
    {
        string text = File.ReadAllText(RepositoryFiles.Articles[0]);
        float[] probabilities = new float[Classifier.Model.Labels.Length];
        Classifier.Model.Score([], [], text, KazakhTokenizer.Default.Tokenize(text), probabilities);
        float[] neutral = new float[probabilities.Length];
        Classifier.Model.Score([], [], "Бірде", KazakhTokenizer.Default.Tokenize("Бірде"), neutral);
        double temperature = double.Parse(Classifier.Model.Metadata["temperature"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(LogOdds(text, probabilities) - LogOdds("Бірде", neutral), Is.EqualTo(0).Within(1e-3));

        // What is left when the words' parts are taken away is the biases' difference, the same for every text.
        double LogOdds(string of, float[] scores) =>
            (temperature * Math.Log(scores[Index("sport")] / scores[Index("politics")])) - (Total(of, "sport") - Total(of, "politics"));

        double Total(string of, string label) => Classifier.Explain(of, label: label).Sum(word => word.Weight);

        int Index(string label) => Classifier.Model.Labels.IndexOf(label);
    }

    [Test]
    public void Many_threads_get_the_same_answer()
    {
        string[] texts = [.. RepositoryFiles.Articles.Select(File.ReadAllText)];
        ImmutableArray<TopicScore>[] alone = [.. texts.Select(text => Classifier.Classify(text))];
        Parallel.For(0, 200, i => Assert.That(Classifier.Classify(texts[i % texts.Length]), Is.EqualTo(alone[i % texts.Length])));
    }

    [Test]
    public void Scoring_allocates_nothing()
    {
        string text = File.ReadAllText(RepositoryFiles.Articles[0]);
        Token[] tokens = KazakhTokenizer.Default.Tokenize(text);
        float[] probabilities = new float[Classifier.Model.Labels.Length];

        // Other texts fill the tables of words and rows; what they leave behind must not drive out the words of this text again and again.
        foreach (string other in RepositoryFiles.Articles)
        {
            Classifier.Classify(File.ReadAllText(other));
        }

        // A round without allocation comes, at the latest when all code is optimized; what other threads took from the pool meanwhile costs a round.
        const long PoolNodes = 100 * 100;
        long least = long.MaxValue;
        for (int round = 0; round < 100 && least >= PoolNodes; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                Classifier.Model.Score([], [], text, tokens, probabilities);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.LessThan(PoolNodes), "at most the pool's own node each time");
    }
}

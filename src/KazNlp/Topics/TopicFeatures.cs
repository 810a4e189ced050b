using System.Collections.Concurrent;

namespace KazNlp;

/// <summary>
/// The features of a text for topic classification, computed without learned state of its own: a vector for the whole text, a vector for its lead,
/// hashed lemmas, and hashed character n-grams of the lemmas. Both the trainer and <see cref="TopicModel"/> read them from here, so the two cannot drift apart. Thread-safe.
/// </summary>
/// <remarks>
/// Lemmas are those of <see cref="KazakhMorphology"/>. Counts are dampened (1 + ln n), weighted by rarity in general text,
/// and each of the blocks has a fixed length, so that a long text weighs no more than a short one; below a dozen words the length
/// falls with their number, so that two words do not speak as loudly as two hundred. The n-grams are a mean over the lemmas.
/// </remarks>
/// <param name="vectors">The vectors.</param>
/// <param name="keepBoilerplate">Whether a source's frame counts too; for measuring what leaving it out changes.</param>
internal sealed class TopicFeatures(LemmaVectors vectors, bool keepBoilerplate = false)
{
    /// <summary>Number of components of the two dense blocks together: the text's, then the lead's.</summary>
    public const int DenseLength = 2 * LemmaVectors.Dimension;

    /// <summary>Number of components that tell of vectors and lemmas: the dense blocks, then the hashed slots.</summary>
    public const int LemmaLength = DenseLength + SlotCount;

    /// <summary>Number of components in all: those of lemmas, then the slots of character n-grams.</summary>
    public const int Length = LemmaLength + GramSlotCount;

    /// <summary>Bits of a slot of the hashed block.</summary>
    public const int SlotBits = 18;

    /// <summary>Number of slots of the hashed block.</summary>
    public const int SlotCount = 1 << SlotBits;

    /// <summary>Bits of a slot of a character n-gram.</summary>
    public const int GramSlotBits = 18;

    /// <summary>Number of slots of character n-grams.</summary>
    public const int GramSlotCount = 1 << GramSlotBits;

    /// <summary>Longer words are cut: what stands after this many letters is endings.</summary>
    public const int MaxWordLength = 24;

    /// <summary>Changes with every change of the features; a model trained with another version cannot be used.</summary>
    public const string Version = "4";

    private const float TitleWeight = 4;
    private const int LeadWords = 32;
    private const ulong LeadSeed = 32; // these two are part of the models' format
    private const ulong TitleSeed = 33;
    private const float TextLength = 1.73f;        // Euclidean length of the block of the whole text
    private const float LeadLength = 1.22f;        // of the lead
    private const float HashedLength = 1.14f;      // of the hashed lemmas, and of their first letters
    private const float LeadHashedLength = 1.14f;  // of the lead's hashed lemmas
    private const float TitleHashedLength = 0.84f; // of the title's hashed lemmas
    private const float GramTotal = 10;            // sum of the weights of the lemmas whose n-grams count
    private const float DoubtfulWords = 5;         // so many words have the root of half the length of a long text
    private const int LargestPooled = 1 << 16;
    private const int WordCacheBits = 16;

    private readonly ConcurrentBag<Workspace> _pool = [];
    private readonly SetAssociativeCache<TopicWord> _words = new(WordCacheBits, ways: 4);

    /// <summary>The features with the vectors that ship with the library.</summary>
    public static TopicFeatures Default { get; } = new(LemmaVectors.Default);

    /// <summary>The vectors.</summary>
    public LemmaVectors Vectors { get; } = vectors;

    /// <summary>Whether a source's frame counts too.</summary>
    public bool KeepsBoilerplate { get; } = keepBoilerplate;

    /// <summary>Takes a workspace for one thread; give it back with <see cref="Return"/>.</summary>
    public Workspace Rent() => _pool.TryTake(out Workspace? workspace) ? workspace : new Workspace();

    /// <summary>Gives a workspace back.</summary>
    public void Return(Workspace workspace)
    {
        if (workspace.Lemmas.Count <= LargestPooled)
        {
            _pool.Add(workspace);
        }
    }

    /// <summary>Counts the lemmas of a text. Without a title, a first line that is a heading serves as one.</summary>
    /// <param name="title">The title, or nothing.</param>
    /// <param name="titleTokens">Its tokens.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="workspace">Takes the counts.</param>
    public void Count(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Workspace workspace)
    {
        workspace.Clear();
        if (titleTokens.IsEmpty)
        {
            int headingTokens = CountHeadingTokens(text, tokens);
            title = text;
            titleTokens = tokens[..headingTokens];
            tokens = tokens[headingTokens..];
        }

        AddAll(title, titleTokens, isTitle: true, workspace);
        AddAll(text, tokens, isTitle: false, workspace);
    }

    /// <summary>Counts the lemmas of a text and computes its features, slot by slot; <see cref="TopicModel"/> goes a shorter way to the same sums.</summary>
    /// <inheritdoc cref="Count" path="/param"/>
    public void Compute(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Workspace workspace)
    {
        Count(title, titleTokens, text, tokens, workspace);
        LemmaCounts lemmas = workspace.Lemmas;
        Span<float> textVector = workspace.TextVector;
        Span<float> leadVector = workspace.LeadVector;
        WeightSums sums = default;
        for (int i = 0; i < lemmas.Count; i++)
        {
            int vector = Vectors.IndexOf(lemmas.Words[i].Hash);
            (float weight, float leadWeight, float titleWeight) = lemmas.WeightsOf(i, RarityOf(lemmas.Words[i], vector));
            sums.Add(weight, leadWeight, titleWeight);
            if (vector >= 0)
            {
                Vectors.AddTo(textVector, vector, weight);
                if (leadWeight > 0)
                {
                    Vectors.AddTo(leadVector, vector, leadWeight);
                }
            }
        }

        BlockScales scales = Scale(textVector, leadVector, sums, workspace.WordCount);
        MultiplyBy(textVector, scales.Text);
        MultiplyBy(leadVector, scales.Lead);
        Span<int> grams = stackalloc int[CharacterGrams.MaxCount];
        for (int i = 0; i < lemmas.Count; i++)
        {
            TopicWord word = lemmas.Words[i];
            (float weight, float leadWeight, float titleWeight) = lemmas.WeightsOf(i, RarityOf(word, Vectors.IndexOf(word.Hash)));
            workspace.Slots.Add(SlotOf(word.Hash), scales.Hashed * weight);
            workspace.Slots.Add(SlotOf(word.StemHash), scales.Hashed * weight);
            if (leadWeight > 0)
            {
                workspace.Slots.Add(LeadSlotOf(word.Hash), scales.HashedLead * leadWeight);
            }

            if (titleWeight > 0)
            {
                workspace.Slots.Add(TitleSlotOf(word.Hash), scales.HashedTitle * titleWeight);
            }

            int gramCount = CharacterGrams.Slots(word.Lemma, grams);
            foreach (int gram in grams[..gramCount])
            {
                workspace.Slots.Add(SlotCount + gram, scales.Grams * weight * GramWeight(gramCount));
            }
        }
    }

    /// <summary>By what each block is multiplied, once its sums are known.</summary>
    /// <param name="textVector">The sum of the text's vectors.</param>
    /// <param name="leadVector">The sum of the lead's vectors.</param>
    /// <param name="sums">The sums of the weights of the lemmas.</param>
    /// <param name="wordCount">Number of words that were counted.</param>
    public static BlockScales Scale(ReadOnlySpan<float> textVector, ReadOnlySpan<float> leadVector, WeightSums sums, int wordCount)
    {
        float trust = MathF.Sqrt(wordCount / (wordCount + DoubtfulWords));
        return new BlockScales(
            Ratio(TextLength, TopicModel.Dot(textVector, textVector)),
            Ratio(LeadLength, TopicModel.Dot(leadVector, leadVector)),
            Ratio(HashedLength, sums.Text),
            Ratio(LeadHashedLength, sums.Lead),
            Ratio(TitleHashedLength, sums.Title),
            sums.Weight > 0 ? trust * GramTotal / sums.Weight : 0);

        float Ratio(float length, float squaredLength) => squaredLength > 0 ? trust * length / MathF.Sqrt(squaredLength) : 0;
    }

    /// <summary>How rare a lemma is in general text.</summary>
    /// <param name="word">The word.</param>
    /// <param name="vector">Index of its vector, or −1.</param>
    public float RarityOf(TopicWord word, int vector) => vector >= 0 ? Vectors.Rarity(vector) : Vectors.SlotRarity(SlotOf(word.Hash));

    /// <summary>What one of a lemma's n-grams has of the lemma's weight: their vector is as long as the weight.</summary>
    /// <param name="count">Number of the lemma's n-grams.</param>
    public static float GramWeight(int count) => 1 / MathF.Sqrt(count);

    private void AddAll(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, bool isTitle, Workspace workspace)
    {
        ReadOnlySpan<bool> isBoilerplate = workspace.MarkBoilerplate(text, tokens, KeepsBoilerplate);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && !isBoilerplate[i])
            {
                foreach (ReadOnlySpan<char> part in new WordParts(tokens[i].Of(text)))
                {
                    workspace.Add(Find(part[..Math.Min(part.Length, MaxWordLength)]), part, isTitle);
                }
            }
        }
    }

    private TopicWord Find(ReadOnlySpan<char> part)
    {
        TopicWord? known = _words.Find(TopicWord.HashOf(part));
        return known ?? Add(TopicWord.Of(part));

        TopicWord Add(TopicWord word)
        {
            _words.Add(word);
            return word;
        }
    }

    /// <summary>The number of tokens of a first line that is followed by others, is short, and has no final stop.</summary>
    internal static int CountHeadingTokens(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        const int LongestHeading = 200;
        if (tokens.IsEmpty)
        {
            return 0;
        }

        int lineEnd = text[tokens[0].Start..].IndexOfAny('\n', '\r');
        if (lineEnd is < 0 or > LongestHeading)
        {
            return 0;
        }

        lineEnd += tokens[0].Start;
        int count = 0;
        while (count < tokens.Length && tokens[count].End <= lineEnd)
        {
            count++;
        }

        return count == tokens.Length || count == 0 || tokens[count - 1].Of(text) is ['.' or ',' or ';' or ':', ..] ? 0 : count;
    }

    /// <summary>Buffers for one text, and its features. Not thread-safe.</summary>
    internal sealed class Workspace
    {
        private readonly float[] _dense = new float[DenseLength];
        private bool[] _isBoilerplate = new bool[1024];
        private LemmaRow[] _rows = new LemmaRow[512];

        /// <summary>The lemmas of the text with their counts.</summary>
        public LemmaCounts Lemmas { get; } = new();

        /// <summary>The dense blocks: the text's vector, then the lead's.</summary>
        public ReadOnlySpan<float> Dense => _dense;

        public Span<float> TextVector => _dense.AsSpan(0, LemmaVectors.Dimension);

        public Span<float> LeadVector => _dense.AsSpan(LemmaVectors.Dimension);

        /// <summary>The hashed slots that occur, with their values; after <see cref="Compute"/> only.</summary>
        public CountTable Slots { get; } = new();

        /// <summary>Number of words that were counted.</summary>
        public int WordCount { get; private set; }

        /// <summary>Takes each counted word when set; for explanations only.</summary>
        public List<CountedWord>? Trace { get; set; }

        public void Clear()
        {
            Lemmas.Clear();
            Slots.Clear();
            Array.Clear(_dense);
            WordCount = 0;
        }

        /// <summary>Room for the rows of the lemmas.</summary>
        public Span<LemmaRow> RowsFor(int count)
        {
            if (_rows.Length < count)
            {
                _rows = new LemmaRow[count * 2];
            }

            return _rows.AsSpan(0, count);
        }

        public ReadOnlySpan<bool> MarkBoilerplate(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, bool keepBoilerplate)
        {
            if (_isBoilerplate.Length < tokens.Length)
            {
                _isBoilerplate = new bool[tokens.Length * 2];
            }

            Span<bool> isBoilerplate = _isBoilerplate.AsSpan(0, tokens.Length);
            isBoilerplate.Clear();
            if (!keepBoilerplate)
            {
                NewsBoilerplate.Mark(text, tokens, isBoilerplate);
            }

            return isBoilerplate;
        }

        public void Add(TopicWord word, ReadOnlySpan<char> surface, bool isTitle)
        {
            bool isInLead = WordCount++ < LeadWords;
            float weight = isTitle ? TitleWeight : 1;
            Trace?.Add(new CountedWord(word, surface.ToString(), weight, isInLead, isTitle));
            Lemmas.Add(word, weight, isInLead ? 1 : 0, isTitle ? 1 : 0);
        }
    }

    /// <summary>By what the sums of the text's vectors, of the lead's vectors, of the hashed lemmas of text, lead and title, and of the n-grams are multiplied.</summary>
    internal readonly record struct BlockScales(float Text, float Lead, float Hashed, float HashedLead, float HashedTitle, float Grams);

    /// <summary>The sum of the weights of lemmas in the text, and the sums of their squares in the text, the lead and the title.</summary>
    internal record struct WeightSums(float Weight, float Text, float Lead, float Title)
    {
        public void Add(float weight, float leadWeight, float titleWeight)
        {
            Weight += weight;
            Text += weight * weight;
            Lead += leadWeight * leadWeight;
            Title += titleWeight * titleWeight;
        }
    }

    /// <summary>A word that was counted, by its lemma and as it stands in the text.</summary>
    internal readonly record struct CountedWord(TopicWord Word, string Surface, float Weight, bool IsInLead, bool IsInTitle);

    /// <summary>The slot of a hash.</summary>
    internal static int SlotOf(ulong hash) => (int)(hash >> (64 - SlotBits));

    /// <summary>The slot of a lemma that stands in the lead.</summary>
    internal static int LeadSlotOf(ulong hash) => SlotOf(FeatureHash.Combine(hash, LeadSeed));

    /// <summary>The slot of a lemma that stands in the title.</summary>
    internal static int TitleSlotOf(ulong hash) => SlotOf(FeatureHash.Combine(hash, TitleSeed));

    private static void MultiplyBy(Span<float> values, float factor)
    {
        foreach (ref float value in values)
        {
            value *= factor;
        }
    }
}

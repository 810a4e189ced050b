using System.Collections.Concurrent;

namespace KazNlp;

/// <summary>
/// The features of a text for topic classification, computed without learned state of its own: a vector for the whole text, a vector for its lead,
/// and hashed stems. Both the trainer and <see cref="TopicModel"/> read them from here, so the two cannot drift apart. Thread-safe.
/// </summary>
/// <remarks>
/// A stem is a word's first letters: in a language that only suffixes, cutting at a fixed length is a strong conflation
/// (Can et al., "Information Retrieval on Turkish Texts", JASIST 2008). Counts are dampened (1 + ln n), weighted by rarity in general text,
/// and each of the three blocks has a fixed length, so that a long text weighs no more than a short one; below a dozen words the length
/// falls with their number, so that two words do not speak as loudly as two hundred.
/// </remarks>
/// <param name="vectors">The vectors.</param>
/// <param name="keepBoilerplate">Whether a source's frame counts too; for measuring what leaving it out changes.</param>
internal sealed class TopicFeatures(StemVectors vectors, bool keepBoilerplate = false)
{
    /// <summary>Number of components of the two dense blocks together: the text's, then the lead's.</summary>
    public const int DenseLength = 2 * StemVectors.Dimension;

    /// <summary>Number of components in all: the dense blocks, then the hashed slots.</summary>
    public const int Length = DenseLength + SlotCount;

    /// <summary>Bits of a slot of the hashed block.</summary>
    public const int SlotBits = 18;

    /// <summary>Number of slots of the hashed block.</summary>
    public const int SlotCount = 1 << SlotBits;

    /// <summary>Letters of the stem that finds a vector, and of the longer hashed stem.</summary>
    public const int LongStem = 6;

    /// <summary>Letters of the shorter hashed stem.</summary>
    public const int ShortStem = 4;

    /// <summary>Longer words are cut: what stands after this many letters is endings.</summary>
    public const int MaxWordLength = 24;

    /// <summary>Changes with every change of the features; a model trained with another version cannot be used.</summary>
    public const string Version = "2";

    private const float TitleWeight = 4;
    private const int LeadWords = 32;
    private const float TextLength = 1.6f;        // Euclidean length of the block of the whole text
    private const float LeadLength = 1.15f;       // of the lead
    private const float HashedLength = 1.15f;     // of the hashed stems, of long and short ones each
    private const float LeadHashedLength = 1.15f; // of the lead's hashed stems
    private const float DoubtfulWords = 5;        // so many words have the root of half the length of a long text
    private const int LargestPooled = 1 << 16;

    private readonly ConcurrentBag<Workspace> _pool = [];

    /// <summary>The features with the vectors that ship with the library.</summary>
    public static TopicFeatures Default { get; } = new(StemVectors.Default);

    /// <summary>The vectors.</summary>
    public StemVectors Vectors { get; } = vectors;

    /// <summary>Whether a source's frame counts too.</summary>
    public bool KeepsBoilerplate { get; } = keepBoilerplate;

    /// <summary>Takes a workspace for one thread; give it back with <see cref="Return"/>.</summary>
    public Workspace Rent() => _pool.TryTake(out Workspace? workspace) ? workspace : new Workspace();

    /// <summary>Gives a workspace back.</summary>
    public void Return(Workspace workspace)
    {
        if (workspace.Stems.Count <= LargestPooled)
        {
            _pool.Add(workspace);
        }
    }

    /// <summary>Counts the stems of a text. Without a title, a first line that is a heading serves as one.</summary>
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

        workspace.AddAll(title, titleTokens, TitleWeight, KeepsBoilerplate);
        workspace.AddAll(text, tokens, 1, KeepsBoilerplate);
    }

    /// <summary>Counts the stems of a text and computes its features, slot by slot; <see cref="TopicModel"/> goes a shorter way to the same sums.</summary>
    /// <inheritdoc cref="Count" path="/param"/>
    public void Compute(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Workspace workspace)
    {
        Count(title, titleTokens, text, tokens, workspace);
        StemCounts stems = workspace.Stems;
        Span<float> textVector = workspace.TextVector;
        Span<float> leadVector = workspace.LeadVector;
        float squares = 0;
        float leadSquares = 0;
        for (int i = 0; i < stems.Count; i++)
        {
            int vector = Vectors.IndexOf(stems.Stems[i].LongHash);
            (float weight, float leadWeight) = stems.WeightsOf(i, RarityOf(stems.Stems[i], vector));
            squares += weight * weight;
            leadSquares += leadWeight * leadWeight;
            if (vector >= 0)
            {
                Vectors.AddTo(textVector, vector, weight);
                if (leadWeight > 0)
                {
                    Vectors.AddTo(leadVector, vector, leadWeight);
                }
            }
        }

        BlockScales scales = Scale(textVector, leadVector, squares, leadSquares, workspace.WordCount);
        MultiplyBy(textVector, scales.Text);
        MultiplyBy(leadVector, scales.Lead);
        for (int i = 0; i < stems.Count; i++)
        {
            WordStem stem = stems.Stems[i];
            (float weight, float leadWeight) = stems.WeightsOf(i, RarityOf(stem, Vectors.IndexOf(stem.LongHash)));
            workspace.Slots.Add(SlotOf(stem.LongHash), scales.Hashed * weight);
            if (stem.HasShort)
            {
                workspace.Slots.Add(SlotOf(stem.ShortHash), scales.Hashed * weight);
            }

            if (leadWeight > 0)
            {
                workspace.Slots.Add(LeadSlotOf(stem.LongHash), scales.HashedLead * leadWeight);
            }
        }
    }

    /// <summary>By what each block is multiplied, once its sums are known.</summary>
    /// <param name="textVector">The sum of the text's vectors.</param>
    /// <param name="leadVector">The sum of the lead's vectors.</param>
    /// <param name="squares">The sum of the squared weights of the stems.</param>
    /// <param name="leadSquares">The same of those in the lead.</param>
    /// <param name="wordCount">Number of words that were counted.</param>
    public static BlockScales Scale(ReadOnlySpan<float> textVector, ReadOnlySpan<float> leadVector, float squares, float leadSquares, int wordCount)
    {
        float trust = MathF.Sqrt(wordCount / (wordCount + DoubtfulWords));
        return new BlockScales(
            Ratio(TextLength, TopicModel.Dot(textVector, textVector)),
            Ratio(LeadLength, TopicModel.Dot(leadVector, leadVector)),
            Ratio(HashedLength, squares),
            Ratio(LeadHashedLength, leadSquares));

        float Ratio(float length, float squaredLength) => squaredLength > 0 ? trust * length / MathF.Sqrt(squaredLength) : 0;
    }

    /// <summary>How rare a stem is in general text.</summary>
    /// <param name="stem">The stem.</param>
    /// <param name="vector">Index of its vector, or −1.</param>
    public float RarityOf(WordStem stem, int vector) => vector >= 0 ? Vectors.Rarity(vector) : Vectors.SlotRarity(SlotOf(stem.LongHash));

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

        /// <summary>The stems of the text with their counts.</summary>
        public StemCounts Stems { get; } = new();

        /// <summary>The dense blocks: the text's vector, then the lead's.</summary>
        public ReadOnlySpan<float> Dense => _dense;

        public Span<float> TextVector => _dense.AsSpan(0, StemVectors.Dimension);

        public Span<float> LeadVector => _dense.AsSpan(StemVectors.Dimension);

        /// <summary>The hashed slots that occur, with their values; after <see cref="Compute"/> only.</summary>
        public CountTable Slots { get; } = new();

        /// <summary>Number of words that were counted.</summary>
        public int WordCount { get; private set; }

        /// <summary>Takes each counted word when set; for explanations only.</summary>
        public List<CountedWord>? Trace { get; set; }

        public void Clear()
        {
            Stems.Clear();
            Slots.Clear();
            Array.Clear(_dense);
            WordCount = 0;
        }

        public void AddAll(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, float weight, bool keepBoilerplate)
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

            for (int i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Kind == TokenKind.Word && !isBoilerplate[i])
                {
                    var stems = new WordStems(tokens[i].Of(text));
                    while (stems.MoveNext())
                    {
                        bool isInLead = WordCount++ < LeadWords;
                        Trace?.Add(new CountedWord(stems.Current, stems.Part.ToString(), weight, isInLead));
                        Stems.Add(stems.Current, weight, isInLead ? 1 : 0);
                    }
                }
            }
        }
    }

    /// <summary>By what the sums of the text's vectors, of the lead's vectors, of the hashed stems and of the lead's hashed stems are multiplied.</summary>
    internal readonly record struct BlockScales(float Text, float Lead, float Hashed, float HashedLead);

    /// <summary>A word that was counted, by its stem and as it stands in the text.</summary>
    internal readonly record struct CountedWord(WordStem Stem, string Surface, float Weight, bool IsInLead);

    /// <summary>The slot of a hashed stem.</summary>
    internal static int SlotOf(ulong hash) => (int)(hash >> (64 - SlotBits));

    /// <summary>The slot of a hashed stem that stands in the lead.</summary>
    internal static int LeadSlotOf(ulong hash) => SlotOf(FeatureHash.Combine(hash, LeadWords));

    private static void MultiplyBy(Span<float> values, float factor)
    {
        foreach (ref float value in values)
        {
            value *= factor;
        }
    }
}

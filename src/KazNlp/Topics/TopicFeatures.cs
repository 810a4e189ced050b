using System.Collections.Concurrent;

namespace KazNlp;

/// <summary>
/// The features of a text for topic classification, computed without learned state of its own: a vector for the whole text, a vector for its lead,
/// and hashed stems. Both the trainer and <see cref="TopicModel"/> read them from here, so the two cannot drift apart. Thread-safe.
/// </summary>
/// <remarks>
/// A stem is a word's first letters: in a language that only suffixes, cutting at a fixed length is a strong conflation
/// (Can et al., "Information Retrieval on Turkish Texts", JASIST 2008). Counts are dampened (1 + ln n), weighted by rarity in general text,
/// and each of the three blocks has a fixed length, so that a long text weighs no more than a short one.
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
    public const string Version = "1";

    private const float TitleWeight = 4;
    private const int LeadWords = 32;
    private const float TextLength = 2;      // Euclidean length of the block of the whole text
    private const float LeadLength = 1;      // of the lead
    private const float HashedLength = 1.4f; // of the hashed stems
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
        if (workspace.Slots.Count <= LargestPooled)
        {
            _pool.Add(workspace);
        }
    }

    /// <summary>Computes the features of a text. Without a title, a first line that is a heading serves as one.</summary>
    /// <param name="title">The title, or nothing.</param>
    /// <param name="titleTokens">Its tokens.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="workspace">Takes the result.</param>
    public void Compute(ReadOnlySpan<char> title, ReadOnlySpan<Token> titleTokens, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Workspace workspace)
    {
        workspace.Clear();
        if (titleTokens.IsEmpty)
        {
            int headingTokens = CountHeadingTokens(text, tokens);
            title = text;
            titleTokens = tokens[..headingTokens];
            tokens = tokens[headingTokens..];
        }

        workspace.AddAll(title, titleTokens, TitleWeight, this);
        workspace.AddAll(text, tokens, 1, this);
        workspace.Finish(this);
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
        private readonly CountTable _textStems = new();
        private readonly CountTable _leadStems = new();
        private readonly float[] _dense = new float[DenseLength];
        private bool[] _isBoilerplate = new bool[1024];
        private float[] _slotValues = new float[1024];

        /// <summary>The dense blocks: the text's vector, then the lead's.</summary>
        public ReadOnlySpan<float> Dense => _dense;

        /// <summary>The hashed slots that occur.</summary>
        public CountTable Slots { get; } = new();

        /// <summary>The value of each slot of <see cref="Slots"/>.</summary>
        public ReadOnlySpan<float> SlotValues => _slotValues.AsSpan(0, Slots.Count);

        /// <summary>Number of words that were counted.</summary>
        public int WordCount { get; private set; }

        /// <summary>Number of counted words whose stem is among the vectors.</summary>
        public int KnownWordCount { get; private set; }

        /// <summary>By what each sum or slot was scaled: the text's vector, the lead's vector, the hashed slots.</summary>
        public (float Text, float Lead, float Hashed) Scales { get; private set; }

        /// <summary>Takes each counted word when set; for explanations only.</summary>
        public List<CountedWord>? Trace { get; set; }

        public ReadOnlySpan<int> TextStems => _textStems.Keys;

        public ReadOnlySpan<float> TextStemCounts => _textStems.Counts;

        public ReadOnlySpan<int> LeadStems => _leadStems.Keys;

        public ReadOnlySpan<float> LeadStemCounts => _leadStems.Counts;

        public void Clear()
        {
            _textStems.Clear();
            _leadStems.Clear();
            Slots.Clear();
            Array.Clear(_dense);
            WordCount = 0;
            KnownWordCount = 0;
        }

        public void AddAll(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, float weight, TopicFeatures features)
        {
            if (_isBoilerplate.Length < tokens.Length)
            {
                _isBoilerplate = new bool[tokens.Length * 2];
            }

            Span<bool> isBoilerplate = _isBoilerplate.AsSpan(0, tokens.Length);
            isBoilerplate.Clear();
            if (!features.KeepsBoilerplate)
            {
                NewsBoilerplate.Mark(text, tokens, isBoilerplate);
            }

            for (int i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Kind == TokenKind.Word && !_isBoilerplate[i])
                {
                    var stems = new WordStems(tokens[i].Of(text));
                    while (stems.MoveNext())
                    {
                        Trace?.Add(new CountedWord(stems.Current, stems.Part.ToString(), weight, WordCount < LeadWords));
                        AddStem(stems.Current, weight, features);
                    }
                }
            }
        }

        private void AddStem(WordStem stem, float weight, TopicFeatures features)
        {
            int index = features.Vectors.IndexOf(stem.LongHash);
            if (index >= 0)
            {
                _textStems.Add(index, weight);
                if (WordCount < LeadWords)
                {
                    _leadStems.Add(index, 1);
                }

                KnownWordCount++;
            }

            Slots.Add(SlotOf(stem.LongHash), weight);
            if (stem.HasShort)
            {
                Slots.Add(SlotOf(stem.ShortHash), weight);
            }

            WordCount++;
        }

        public void Finish(TopicFeatures features)
        {
            float textScale = SumVectors(_textStems, TextLength, features.Vectors, _dense.AsSpan(0, StemVectors.Dimension));
            float leadScale = SumVectors(_leadStems, LeadLength, features.Vectors, _dense.AsSpan(StemVectors.Dimension));
            if (_slotValues.Length < Slots.Count)
            {
                _slotValues = new float[Slots.Count * 2];
            }

            Span<float> values = _slotValues.AsSpan(0, Slots.Count);
            ReadOnlySpan<int> keys = Slots.Keys;
            ReadOnlySpan<float> counts = Slots.Counts;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Dampen(counts[i]) * features.Vectors.SlotRarity(keys[i]);
            }

            Scales = (textScale, leadScale, Scale(values, HashedLength));
        }

        private static float SumVectors(CountTable stems, float length, StemVectors vectors, Span<float> sum)
        {
            ReadOnlySpan<int> keys = stems.Keys;
            ReadOnlySpan<float> counts = stems.Counts;
            for (int i = 0; i < keys.Length; i++)
            {
                vectors.AddTo(sum, keys[i], Dampen(counts[i]) * vectors.Rarity(keys[i]));
            }

            return Scale(sum, length);
        }
    }

    /// <summary>A word that was counted, by its stem and as it stands in the text.</summary>
    internal readonly record struct CountedWord(WordStem Stem, string Surface, float Weight, bool IsInLead);

    /// <summary>The slot of a hashed stem.</summary>
    internal static int SlotOf(ulong hash) => (int)(hash >> (64 - SlotBits));

    internal static float Dampen(float count) => count == 1 ? 1 : 1 + MathF.Log(count);

    /// <summary>Scales a vector to a Euclidean length and tells by how much; a zero vector stays.</summary>
    private static float Scale(Span<float> vector, float length)
    {
        double squares = 0;
        foreach (float value in vector)
        {
            squares += value * value;
        }

        float factor = squares > 0 ? (float)(length / Math.Sqrt(squares)) : 0;
        foreach (ref float value in vector)
        {
            value *= factor;
        }

        return factor;
    }
}

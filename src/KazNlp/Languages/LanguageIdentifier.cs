using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace KazNlp;

/// <summary>
/// Tells which language a text is in: Kazakh in Cyrillic, Latin or Arabic letters, the languages that are written beside it or look like it. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// A maximum-entropy model over hashed runs of letters (<see cref="LanguageFeatures"/>). One word is enough for an answer, a sentence for a good one.
/// Languages that the model has not learned get <see cref="LanguageScore.Undetermined"/> where their runs of letters are unknown, or else the tag of the most alike.
/// Linear in the length of the text; allocates only for <see cref="Rank"/>.
/// Joulin et al., "Bag of Tricks for Efficient Text Classification", EACL 2017.
/// </remarks>
public sealed class LanguageIdentifier
{
    /// <summary>The kind of the model's pack.</summary>
    public const string PackKind = "languages";

    internal const string TagSection = "tags";
    internal const string WeightSection = "weights";
    internal const string BiasSection = "bias";
    internal const string KnownSection = "known";
    internal const string FeaturesKey = "features";
    internal const string ScaleKey = "scale";

    /// <summary>Weights that are read at once: a row is read beyond its end, so the last one has as much behind it.</summary>
    internal const int Padding = 32;

    /// <summary>The greatest number of languages of a model.</summary>
    internal const int MaxTags = 32;

    // Of the runs of a line in one of the model's languages 97 of 100 have been met, in one of a hundred lines fewer than 80; in other languages
    // in Latin letters 50 to 85 of 100. There the model is seldom sure, as it is of a line in a language that it knows.
    private const double LeastKnownShare = 0.6;
    private const double SafeKnownShare = 0.88;
    private const double LeastProbability = 0.98;
    private const int ManyRuns = 24;

    // A short text is known until its runs show something else.
    private const int RunsBefore = 8;

    private static readonly Lazy<LanguageIdentifier> LazyDefault = new(() => new LanguageIdentifier(EmbeddedPacks.Load(PackKind)));

    private readonly ReadOnlyMemory<byte> _weights; // slot by slot, a signed byte a tag
    private readonly ReadOnlyMemory<byte> _known; // a bit for each hash
    private readonly float[] _bias;
    private readonly float _scale;
    private readonly int _slotMask;
    private readonly int _knownMask;

    internal LanguageIdentifier(ModelPack pack)
    {
        Name = pack.Name;
        Metadata = pack.Metadata;
        if (pack.Metadata.GetValueOrDefault(FeaturesKey) != LanguageFeatures.Version)
        {
            throw new InvalidDataException($"{pack.Name}: was trained for another version of the features; train it again.");
        }

        Tags = [.. Encoding.UTF8.GetString(pack.GetSection(TagSection).Span).Split('\n')];
        _weights = pack.GetSection(WeightSection);
        _known = pack.GetSection(KnownSection);
        int slots = (_weights.Length - Padding) / Tags.Length;
        _slotMask = slots - 1;
        _knownMask = (_known.Length * 8) - 1;
        ReadOnlySpan<byte> bias = pack.GetSection(BiasSection).Span;
        if (Tags.Length > MaxTags || !int.IsPow2(slots) || _weights.Length != (slots * Tags.Length) + Padding || !int.IsPow2(_known.Length) || bias.Length != Tags.Length * sizeof(float))
        {
            throw new InvalidDataException($"{pack.Name}: sections of {_weights.Length}, {_known.Length} and {bias.Length} bytes do not fit {Tags.Length} languages.");
        }

        _bias = MemoryMarshal.Cast<byte, float>(bias).ToArray();
        _scale = float.Parse(pack.Metadata.GetValueOrDefault(ScaleKey, "1"), CultureInfo.InvariantCulture);
    }

    /// <summary>The model that ships with the library. <see cref="Tags"/> lists its languages.</summary>
    public static LanguageIdentifier Default => LazyDefault.Value;

    /// <summary>Where the model came from: a path, or the name of an embedded resource.</summary>
    public string Name { get; }

    /// <summary>The languages, as BCP 47 tags, in the order of <see cref="Score"/>'s probabilities; without <see cref="LanguageScore.Undetermined"/>.</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>What is known of the model's making: data, figures, command, options.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">A pack that <c>kaznlp train languages</c> wrote.</param>
    /// <exception cref="InvalidDataException">The file is no pack, is damaged, is of another kind, or was trained for other features; the message names the file and the fault.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LanguageIdentifier Load(string path) => new(ModelPack.Load(path, PackKind));

    /// <summary>Reads a model from a stream, from its current position to its end; the stream stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">As for <see cref="Load(string)"/>.</exception>
    public static LanguageIdentifier Load(Stream stream, string name) => new(ModelPack.Load(stream, name, PackKind));

    /// <summary>The most probable language of a text; <see cref="LanguageScore.Undetermined"/> with probability 1 when it cannot be told.</summary>
    /// <param name="text">Any text: a word, a sentence, a document. Of one in several languages the language of most of it is found.</param>
    [SkipLocalsInit]
    public LanguageScore Identify(ReadOnlySpan<char> text)
    {
        Span<float> probabilities = stackalloc float[MaxTags];
        probabilities = probabilities[..Tags.Length];
        if (!Score(text, probabilities))
        {
            return new LanguageScore(LanguageScore.Undetermined, 1);
        }

        int best = Greatest.IndexOf(probabilities);
        return new LanguageScore(Tags[best], probabilities[best]);
    }

    /// <summary>All languages, the most probable first; only <see cref="LanguageScore.Undetermined"/> when the language cannot be told.</summary>
    /// <param name="text">Any text.</param>
    public ImmutableArray<LanguageScore> Rank(ReadOnlySpan<char> text)
    {
        float[] probabilities = new float[Tags.Length];
        return Score(text, probabilities)
            ? [.. Tags.Zip(probabilities, static (tag, probability) => new LanguageScore(tag, probability)).OrderByDescending(score => score.Probability)]
            : [new LanguageScore(LanguageScore.Undetermined, 1)];
    }

    /// <summary>Computes the probability of each language.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="probabilities">Takes one probability for each of <see cref="Tags"/>; they add up to one.</param>
    /// <returns>Whether the language can be told; if not, the probabilities say which of the languages would be the most alike.</returns>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> is not as long as <see cref="Tags"/>.</exception>
    public bool Score(ReadOnlySpan<char> text, Span<float> probabilities)
    {
        if (probabilities.Length != Tags.Length)
        {
            throw new ArgumentException($"The model has {Tags.Length} languages, the span {probabilities.Length} places.", nameof(probabilities));
        }

        Span<long> totals = stackalloc long[MaxTags];
        totals.Clear();
        var sums = new Sums(this, totals);
        LanguageFeatures.Collect(text, ref sums);
        double knownShare = (double)(sums.KnownCount + RunsBefore) / (sums.RunCount + RunsBefore);
        if (sums.Count == 0 || knownShare < LeastKnownShare)
        {
            probabilities.Fill(1f / probabilities.Length);
            return false;
        }

        sums.Flush();
        // Evidence grows with the root of the length, since neighbouring runs of letters share theirs.
        float scale = _scale / MathF.Sqrt(sums.Count);
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = _bias[i] + (totals[i] * scale);
        }

        float greatest = SoftMax.Apply(probabilities, inverseTemperature: 1);
        return knownShare >= SafeKnownShare || sums.RunCount < ManyRuns || greatest >= LeastProbability;
    }

    /// <summary>The bit of <see cref="KnownSection"/> that says whether a feature has been met.</summary>
    internal static int KnownBit(ulong hash, int mask) => (int)(hash >> 32) & mask;

    // Sums of the rows of a text's features. Those of a word stay in sixteen bits, as it has fewer than 256 features, those of some thousand words in 32.
    private ref struct Sums(LanguageIdentifier model, Span<long> totals) : ILanguageFeatureSink
    {
        private const int WordsOfIntegers = 1 << 15;

        private readonly Span<long> _totals = totals;
        private readonly ReadOnlySpan<byte> _weights = model._weights.Span;
        private readonly ReadOnlySpan<byte> _known = model._known.Span;
        private readonly int _slotMask = model._slotMask;
        private readonly int _knownMask = model._knownMask;
        private readonly int _rowLength = model.Tags.Length;
        private Vector256<int> _sum0;
        private Vector256<int> _sum1;
        private Vector256<int> _sum2;
        private Vector256<int> _sum3;
        private int _words;

        public long Count { get; private set; }

        // Runs of KnownLength letters, and those of them that were met in training.
        public long RunCount { get; private set; }

        public long KnownCount { get; private set; }

        public void Add(scoped ReadOnlySpan<ulong> features, scoped ReadOnlySpan<ulong> runs)
        {
            ref byte weights = ref MemoryMarshal.GetReference(_weights);
            Vector256<short> low = Vector256<short>.Zero;
            Vector256<short> high = Vector256<short>.Zero;
            foreach (ulong hash in features)
            {
                // The constructor has checked that all rows, and a vector behind the last one, lie in the section.
                nint row = (nint)((uint)hash & (uint)_slotMask) * _rowLength;
                (Vector256<short> first, Vector256<short> second) = Vector256.Widen(Vector256.LoadUnsafe(ref Unsafe.Add(ref weights, row)).AsSByte());
                low += first;
                high += second;
            }

            _sum0 += Vector256.WidenLower(low);
            _sum1 += Vector256.WidenUpper(low);
            _sum2 += Vector256.WidenLower(high);
            _sum3 += Vector256.WidenUpper(high);
            if (++_words == WordsOfIntegers)
            {
                Flush();
            }

            foreach (ulong hash in runs)
            {
                int bit = KnownBit(hash, _knownMask);
                KnownCount += (_known[bit >> 3] >> (bit & 7)) & 1;
            }

            Count += features.Length;
            RunCount += runs.Length;
        }

        public void Flush()
        {
            for (int i = 0; i < Vector256<int>.Count; i++)
            {
                _totals[i] += _sum0[i];
                _totals[i + 8] += _sum1[i];
                _totals[i + 16] += _sum2[i];
                _totals[i + 24] += _sum3[i];
            }

            _sum0 = _sum1 = _sum2 = _sum3 = Vector256<int>.Zero;
            _words = 0;
        }
    }
}

namespace KazNlp;

/// <summary>
/// Learns a byte-level byte-pair vocabulary for <see cref="KazakhSubwordTokenizer"/> from text. The same text and options give the same vocabulary, whatever the number of threads.
/// Not thread-safe.
/// </summary>
/// <remarks>
/// A pair whose halves stand on both sides of a morpheme boundary counts less than it occurs, so that stems and endings become pieces before, and rather than, what straddles them.
/// The boundaries are those of <see cref="KazakhMorphology.Default"/>.
/// </remarks>
public sealed class SubwordTrainer
{
    private const int MinVocabularySize = 512;

    private readonly SubwordTrainerOptions _options;
    private readonly PartCounts _counts = new();

    /// <summary>Prepares training.</summary>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentException">The vocabulary is too small, a percentage is none, or two special tokens are equal or one is empty.</exception>
    public SubwordTrainer(SubwordTrainerOptions? options = null)
    {
        _options = options ?? new SubwordTrainerOptions();
        if (_options.VocabularySize < MinVocabularySize)
        {
            throw new ArgumentException($"A vocabulary of {_options.VocabularySize} is too small: 256 bytes, the letters and some pieces need at least {MinVocabularySize}.", nameof(options));
        }

        if (_options.MorphemeCrossingPercent is < 1 or > 100)
        {
            throw new ArgumentException($"A pair across a morpheme boundary can count 1 to 100 percent, not {_options.MorphemeCrossingPercent}.", nameof(options));
        }

        if (_options.SpecialTokens.Distinct(StringComparer.Ordinal).Count() < _options.SpecialTokens.Count || _options.SpecialTokens.Contains(string.Empty))
        {
            throw new ArgumentException("Special tokens must differ and must not be empty.", nameof(options));
        }
    }

    /// <summary>Adds text to learn from.</summary>
    /// <param name="text">The text; paragraphs end with a line feed.</param>
    /// <param name="weight">What each occurrence counts, at least 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public void Add(string text, int weight = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        _counts.Add(text, weight, _options.MaxDegreeOfParallelism, cancellationToken);
    }

    /// <summary>Learns the vocabulary from all text that was added.</summary>
    /// <param name="progress">Told the part of the pieces that is learned, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="InvalidDataException">The text is too short for a vocabulary of this size; the message says what it suffices for.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public KazakhSubwordTokenizer Train(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<KeyValuePair<string, long>> parts = _counts.Sorted();
        ulong[] boundaries = MorphemeBoundaries.FindAll(parts, _options.MaxDegreeOfParallelism, cancellationToken);
        var learner = new BytePairLearner(parts, _options.MinCharacterCount, boundaries, _options.MorphemeCrossingPercent);
        int pieceCount = _options.VocabularySize - _options.SpecialTokens.Count;
        int step = Math.Max(1, pieceCount / 200);
        void Report(int count)
        {
            if (count % step == 0 || count == pieceCount)
            {
                progress?.Report((double)count / pieceCount);
            }
        }

        learner.Learn(pieceCount, Report, cancellationToken);
        if (learner.Pieces.Count != pieceCount)
        {
            throw new InvalidDataException(
                $"The text suffices for {learner.Pieces.Count + _options.SpecialTokens.Count} ids, not for {_options.VocabularySize}: give more text or ask for a smaller vocabulary.");
        }

        var merges = new (int Left, int Right, int Result)[learner.Merges.Count];
        for (int i = 0; i < merges.Length; i++)
        {
            merges[i] = (learner.Merges[i].Left, learner.Merges[i].Right, 256 + i);
        }

        AddedToken[] added = [.. _options.SpecialTokens.Select((token, index) => new AddedToken(token, pieceCount + index))];
        return new KazakhSubwordTokenizer(new SubwordModel("the trained vocabulary", [.. learner.Pieces], merges, added, PartRules.Own));
    }
}

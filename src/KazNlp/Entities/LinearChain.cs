namespace KazNlp;

/// <summary>
/// The chain of a conditional random field: which label may follow which, and how gladly. Viterbi finds the best labelling, forward–backward
/// the probabilities. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Label 0 is O, then come B of each class, then I of each class. Rows are padded to a multiple of eight labels; the padding is never reached.
/// An I is reached from its own B and I alone, so nearly half of the matrix is empty: the labels from <c>_firstInner</c> on, which are all I, are
/// handled eight at a time with the two transitions that they have.
/// Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001; Rabiner's scaling, 1989.
/// </remarks>
internal sealed partial class LinearChain
{
    private const float Never = -1e30f;

    // Labels that are handled in one go: four vectors.
    private const int Block = 4 * 8;

    private readonly float[] _transitions; // [from × Stride + to], log
    private readonly float[] _transitionWeights; // the same, as factors
    private readonly float[] _columns; // the same factors by target: [to × Stride + from]
    private readonly float[] _starts;
    private readonly float[] _startWeights;

    // By I label: the transition from its B and from itself, as logs and as factors.
    private readonly float[] _fromBegin;
    private readonly float[] _fromInside;
    private readonly float[] _fromBeginWeights;
    private readonly float[] _fromInsideWeights;
    private readonly int _firstInner;

    /// <summary>Makes a chain.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="transitions">A log weight for each pair of labels, row by row; pairs that IOB2 forbids are ignored.</param>
    /// <param name="starts">A log weight for each label at the start of a sentence.</param>
    public LinearChain(int classes, ReadOnlySpan<float> transitions, ReadOnlySpan<float> starts)
    {
        Classes = classes;
        Labels = 1 + (2 * classes);
        Stride = (Labels + 7) & ~7;
        _transitions = new float[Stride * Stride];
        _transitionWeights = new float[Stride * Stride];
        _columns = new float[Stride * Stride];
        _starts = new float[Stride];
        _startWeights = new float[Stride];
        _fromBegin = new float[Stride];
        _fromInside = new float[Stride];
        _fromBeginWeights = new float[Stride];
        _fromInsideWeights = new float[Stride];
        _firstInner = (classes + 1 + 7) & ~7;
        Array.Fill(_transitions, Never);
        Array.Fill(_starts, Never);
        Array.Fill(_fromBegin, Never);
        Array.Fill(_fromInside, Never);
        for (int from = 0; from < Labels; from++)
        {
            _starts[from] = from <= classes ? starts[from] : Never;
            _startWeights[from] = from <= classes ? MathF.Exp(starts[from]) : 0;
            for (int to = 0; to < Labels; to++)
            {
                if (Allows(from, to, classes))
                {
                    _transitions[(from * Stride) + to] = transitions[(from * Labels) + to];
                    _transitionWeights[(from * Stride) + to] = MathF.Exp(transitions[(from * Labels) + to]);
                    _columns[(to * Stride) + from] = _transitionWeights[(from * Stride) + to];
                }
            }
        }

        for (int inside = classes + 1; inside < Labels; inside++)
        {
            _fromBegin[inside] = _transitions[((inside - classes) * Stride) + inside];
            _fromInside[inside] = _transitions[(inside * Stride) + inside];
            _fromBeginWeights[inside] = _transitionWeights[((inside - classes) * Stride) + inside];
            _fromInsideWeights[inside] = _transitionWeights[(inside * Stride) + inside];
        }
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of labels: one more than twice the classes.</summary>
    public int Labels { get; }

    /// <summary>Length of a row of scores: the labels and the padding.</summary>
    public int Stride { get; }

    /// <summary>Whether IOB2 lets one label follow another: I comes only after B or I of its own class.</summary>
    public static bool Allows(int from, int to, int classes) => to <= classes || from == to || from == to - classes;

    /// <summary>The transition weights from a label, as factors; zero where IOB2 forbids the transition.</summary>
    public ReadOnlySpan<float> TransitionWeights(int from) => _transitionWeights.AsSpan(from * Stride, Stride);
}

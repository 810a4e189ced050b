namespace KazNlp;

/// <summary>
/// Learns the weights of a linear-chain conditional random field by stochastic gradient ascent on the likelihood, with AdaGrad steps,
/// feature dropout, and an average over the second half of the epochs. One thread, so that a seed gives one result. Not thread-safe.
/// </summary>
/// <remarks>Duchi, Hazan and Singer, "Adaptive Subgradient Methods", JMLR 2011; dropout on features after Wang and Manning, "Fast dropout training", ICML 2013.</remarks>
internal sealed class ChainLearner
{
    private readonly EntityExamples _examples;
    private readonly EntityTrainerOptions _options;
    private readonly int _classes;
    private readonly int _labels;
    private readonly EntityWeights _weights;
    private readonly float[] _transitions;
    private readonly float[] _transitionSquares;
    private readonly float[] _starts;
    private readonly float[] _startSquares;
    private LinearChain _chain;
    private SeededRandom _random;

    // Buffers of one sentence.
    private readonly float[] _scores;
    private readonly float[] _forward;
    private readonly float[] _backward;
    private readonly float[] _scales = new float[EntityWindow.Capacity];
    private readonly int[] _kept = new int[EntityWindow.Capacity * EntityFeatures.MaxCount * 2];
    private readonly int[] _keptStarts = new int[EntityWindow.Capacity + 1];
    private readonly float[] _transitionGradient;

    public ChainLearner(EntityExamples examples, int classes, EntityTrainerOptions options)
    {
        _examples = examples;
        _options = options;
        _classes = classes;
        _labels = 1 + (2 * classes);
        _transitions = new float[_labels * _labels];
        _transitionSquares = new float[_labels * _labels];
        _transitionGradient = new float[_labels * _labels];
        _starts = new float[_labels];
        _startSquares = new float[_labels];
        Array.Fill(_transitionSquares, 1e-2f);
        Array.Fill(_startSquares, 1e-2f);
        _chain = new LinearChain(classes, _transitions, _starts);
        _weights = new EntityWeights(examples.FeatureCount, _chain.Stride);
        _random = new SeededRandom((ulong)options.Seed);
        _scores = new float[EntityWindow.Capacity * _chain.Stride];
        _forward = new float[EntityWindow.Capacity * _chain.Stride];
        _backward = new float[EntityWindow.Capacity * _chain.Stride];
    }

    /// <summary>Runs all epochs.</summary>
    /// <param name="progress">Called with the epoch, the part of it that is done, and the mean loss of the last full epoch.</param>
    /// <param name="cancellation">Ends the run with an exception.</param>
    public LearnedChain Learn(Action<int, double, double?> progress, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        var average = new LearnedChain(_examples.FeatureHashes, _classes);
        int averaged = 0;
        double? loss = null;
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            double half = _options.Epochs * 0.5;
            double rate = _options.LearningRate * (epoch < half ? 1 : 1 - (0.9 * (epoch - half) / half));
            double late = _options.Epochs == 1 ? 0 : Math.Max(0, (epoch - half) / (_options.Epochs - 1 - half));
            double sum = 0;
            for (int i = 0; i < order.Length; i++)
            {
                if (i % 256 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress(epoch, (double)i / order.Length, loss);
                }

                sum += LearnFrom(order[i], (float)rate, _examples.Weight(order[i], late));
            }

            loss = sum / _examples.PieceCount;
            if (epoch >= _options.Epochs / 2)
            {
                average.Add(_weights, _transitions, _starts);
                averaged++;
            }
        }

        average.Divide(averaged);
        return average;
    }

    private double LearnFrom(int sentence, float rate, float weight)
    {
        ReadOnlySpan<byte> gold = _examples.Labels(sentence);
        int count = gold.Length;
        if (count == 0)
        {
            return 0;
        }

        int stride = _chain.Stride;
        DropFeatures(sentence, count);
        _chain = new LinearChain(_classes, _transitions, _starts);
        double goldScore = _starts[gold[0]];
        for (int at = 0; at < count; at++)
        {
            Span<float> scores = _scores.AsSpan(at * stride, stride);
            _weights.Score(Kept(at), scores);
            goldScore += scores[gold[at]] + (at > 0 ? _transitions[(gold[at - 1] * _labels) + gold[at]] : 0);
        }

        double logSum = _chain.ForwardBackward(_scores, _forward, _backward, _scales.AsSpan(0, count));
        StepTransitions(gold, rate, weight);
        Span<float> gradient = stackalloc float[stride];
        for (int at = 0; at < count; at++)
        {
            for (int label = 0; label < stride; label++)
            {
                gradient[label] = weight * _forward[(at * stride) + label] * _backward[(at * stride) + label];
            }

            gradient[gold[at]] -= weight;
            if (at == 0)
            {
                StepStarts(gradient, rate);
            }

            _weights.Step(Kept(at), gradient, rate, (float)_options.L2 * count * weight);
        }

        return (logSum - goldScore) * weight;
    }

    private ReadOnlySpan<int> Kept(int at) => _kept.AsSpan(_keptStarts[at], _keptStarts[at + 1] - _keptStarts[at]);

    private void DropFeatures(int sentence, int count)
    {
        uint threshold = (uint)(_options.FeatureDropout * 65536);
        ulong bits = 0;
        int left = 0;
        int write = 0;
        for (int at = 0; at < count; at++)
        {
            foreach (int feature in _examples.Features(sentence, at))
            {
                if (left == 0)
                {
                    bits = _random.Next();
                    left = 4;
                }

                if ((bits & 0xFFFF) >= threshold)
                {
                    _kept[write++] = feature;
                }

                bits >>= 16;
                left--;
            }

            _keptStarts[at + 1] = write;
        }
    }

    private void StepStarts(ReadOnlySpan<float> gradient, float rate)
    {
        for (int label = 0; label < _labels; label++)
        {
            float slope = gradient[label] + ((float)_options.L2 * 10 * _starts[label]);
            _startSquares[label] += slope * slope;
            _starts[label] -= rate * slope / MathF.Sqrt(_startSquares[label]);
        }
    }

    private void StepTransitions(ReadOnlySpan<byte> gold, float rate, float weight)
    {
        int stride = _chain.Stride;
        Array.Clear(_transitionGradient);
        Span<float> next = stackalloc float[stride];
        for (int at = 1; at < gold.Length; at++)
        {
            float factor = weight / _scales[at];
            for (int label = 0; label < stride; label++)
            {
                next[label] = _backward[(at * stride) + label] * _scores[(at * stride) + label] * factor;
            }

            for (int from = 0; from < _labels; from++)
            {
                float probability = _forward[((at - 1) * stride) + from];
                if (probability < 1e-7f)
                {
                    continue;
                }

                Span<float> row = _transitionGradient.AsSpan(from * _labels, _labels);
                ReadOnlySpan<float> weights = _chain.TransitionWeights(from);
                for (int to = 0; to < row.Length; to++)
                {
                    row[to] += probability * weights[to] * next[to];
                }
            }

            _transitionGradient[(gold[at - 1] * _labels) + gold[at]] -= weight;
        }

        for (int i = 0; i < _transitionGradient.Length; i++)
        {
            float slope = _transitionGradient[i];
            if (slope != 0)
            {
                _transitionSquares[i] += slope * slope;
                _transitions[i] -= rate * slope / MathF.Sqrt(_transitionSquares[i]);
            }
        }
    }
}

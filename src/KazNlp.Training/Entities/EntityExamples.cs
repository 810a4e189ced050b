namespace KazNlp;

/// <summary>Training sentences as the trainer needs them: for each piece the numbers of its features and its label. Immutable.</summary>
internal sealed class EntityExamples
{
    private readonly int[][] _features; // a block of sentences each
    private readonly List<Example> _examples;

    private readonly int[] _counts;

    private EntityExamples(int[][] features, List<Example> examples, ulong[] featureHashes, int[] counts, int featureCount)
    {
        _counts = counts;
        _features = features;
        _examples = examples;
        FeatureHashes = featureHashes;
        FeatureCount = featureCount;
    }

    /// <summary>The hash of each feature that the model may have, by its number.</summary>
    public ulong[] FeatureHashes { get; }

    /// <summary>Number of features; those from the number of <see cref="FeatureHashes"/> on are only there to learn with.</summary>
    public int FeatureCount { get; }

    /// <summary>How often a feature occurs.</summary>
    public int Times(int feature) => _counts[feature];

    /// <summary>Number of sentences.</summary>
    public int Count => _examples.Count;

    /// <summary>Number of pieces in all sentences.</summary>
    public long PieceCount => _examples.Sum(example => (long)example.Labels.Length);

    /// <summary>The labels of a sentence's pieces.</summary>
    public ReadOnlySpan<byte> Labels(int sentence) => _examples[sentence].Labels;

    /// <summary>The weight of a sentence.</summary>
    /// <param name="sentence">Its number.</param>
    /// <param name="late">How far the second half of the training is, 0 to 1.</param>
    public float Weight(int sentence, double late) =>
        (float)(_examples[sentence].Weight + (late * (_examples[sentence].FinalWeight - _examples[sentence].Weight)));

    /// <summary>The numbers of a piece's features.</summary>
    public ReadOnlySpan<int> Features(int sentence, int piece)
    {
        Example example = _examples[sentence];
        int start = example.Starts[piece];
        return _features[sentence].AsSpan(start, example.Starts[piece + 1] - start);
    }

    /// <summary>Extracts the features of all sentences.</summary>
    public static EntityExamples Extract(IReadOnlyList<EntityTrainingSet> sets, IReadOnlyList<string> classes, WordClusters clusters, int minFeatureCount, Action<double> progress, CancellationToken cancellation)
    {
        Dictionary<string, int> classIndex = classes.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        var index = new FeatureIndex();
        List<int[]> features = [];
        List<Example> examples = [];
        var window = new EntityWindow();
        ulong[] buffer = new ulong[EntityFeatures.MaxCount];
        List<int> ids = [];
        int total = sets.Sum(set => set.Sentences.Count);
        foreach (EntityTrainingSet set in sets)
        {
            foreach (ConllSentence sentence in set.Sentences)
            {
                cancellation.ThrowIfCancellationRequested();
                Fill(window, sentence, clusters);
                byte[] labels = Labels(window, sentence, classIndex, classes.Count);
                int[] starts = new int[window.Count + 1];
                ids.Clear();
                for (int at = 0; at < window.Count; at++)
                {
                    int count = EntityFeatures.Extract(window, at, clusters, buffer);
                    for (int i = 0; i < count; i++)
                    {
                        ids.Add(index.Add(buffer[i]));
                    }

                    starts[at + 1] = ids.Count;
                }

                features.Add([.. ids]);
                examples.Add(new Example(labels, starts, (float)set.Weight, (float)(set.FinalWeight ?? set.Weight), set.HasOwnConventions));
                if (examples.Count % 1000 == 0)
                {
                    progress((double)examples.Count / total);
                }
            }
        }

        ulong[] hashes = index.Features();
        var all = new EntityExamples([.. features], examples, hashes, index.Counts(), hashes.Length);
        return minFeatureCount <= 1 ? all : all.Where(feature => all.Times(feature) >= minFeatureCount);
    }

    private static void Fill(EntityWindow window, ConllSentence sentence, WordClusters clusters)
    {
        window.Clear();
        for (int i = 0; i < sentence.Tokens.Count && window.TryAdd(sentence.Tokens[i], i); i++)
        {
        }

        window.Complete(clusters, Gazetteer.Default);
    }

    private static byte[] Labels(EntityWindow window, ConllSentence sentence, Dictionary<string, int> classIndex, int classes)
    {
        byte[] labels = new byte[window.Count];
        ReadOnlySpan<EntityPiece> pieces = window.Pieces;
        List<EntitySpan> spans = EntityTags.Spans(sentence.Tags ?? throw new ArgumentException("A training sentence has tags.", nameof(sentence)));
        int at = 0;
        foreach (EntitySpan span in spans)
        {
            while (at < pieces.Length && pieces[at].Token < span.Start)
            {
                at++;
            }

            int first = at;
            for (; at < pieces.Length && pieces[at].Token < span.Start + span.Count; at++)
            {
                labels[at] = (byte)(1 + classIndex[span.Type] + (at == first ? 0 : classes));
            }
        }

        return labels;
    }

    /// <summary>The same sentences with fewer features, numbered anew.</summary>
    /// <param name="keep">Whether the feature of a number stays.</param>
    public EntityExamples Where(Func<int, bool> keep)
    {
        int[] numbers = new int[FeatureHashes.Length];
        List<ulong> hashes = [];
        List<int> counts = [];
        for (int feature = 0; feature < numbers.Length; feature++)
        {
            numbers[feature] = -1;
            if (keep(feature))
            {
                numbers[feature] = hashes.Count;
                hashes.Add(FeatureHashes[feature]);
                counts.Add(_counts[feature]);
            }
        }

        int[][] features = new int[_features.Length][];
        List<Example> examples = [];
        for (int sentence = 0; sentence < features.Length; sentence++)
        {
            Example example = _examples[sentence];
            List<int> kept = [];
            int[] starts = new int[example.Starts.Length];
            for (int piece = 0; piece + 1 < starts.Length; piece++)
            {
                foreach (int feature in Features(sentence, piece))
                {
                    if (numbers[feature] >= 0)
                    {
                        kept.Add(numbers[feature]);
                    }
                }

                starts[piece + 1] = kept.Count;
            }

            features[sentence] = [.. kept];
            examples.Add(example with { Starts = starts });
        }

        return new EntityExamples(features, examples, [.. hashes], [.. counts], hashes.Count);
    }

    /// <summary>
    /// The same sentences, where those of sets with conventions of their own have each frequent feature twice: once as all have it, and once for the set
    /// alone. What the set does otherwise goes into the weights of the second, which the model does without.
    /// </summary>
    /// <remarks>Daumé, "Frustratingly easy domain adaptation", ACL 2007.</remarks>
    /// <param name="minCount">A feature that is rarer in such sets has no second.</param>
    public EntityExamples WithOwnConventions(int minCount)
    {
        int[] own = new int[FeatureHashes.Length];
        for (int sentence = 0; sentence < _features.Length; sentence++)
        {
            if (_examples[sentence].HasOwnConventions)
            {
                foreach (int feature in _features[sentence])
                {
                    own[feature]++;
                }
            }
        }

        int count = FeatureHashes.Length;
        for (int feature = 0; feature < own.Length; feature++)
        {
            own[feature] = own[feature] >= minCount ? count++ : -1;
        }

        int[][] features = new int[_features.Length][];
        List<Example> examples = [];
        List<int> both = [];
        for (int sentence = 0; sentence < features.Length; sentence++)
        {
            Example example = _examples[sentence];
            features[sentence] = _features[sentence];
            if (example.HasOwnConventions)
            {
                both.Clear();
                int[] starts = new int[example.Starts.Length];
                for (int piece = 0; piece + 1 < starts.Length; piece++)
                {
                    foreach (int feature in Features(sentence, piece))
                    {
                        both.Add(feature);
                        if (own[feature] >= 0)
                        {
                            both.Add(own[feature]);
                        }
                    }

                    starts[piece + 1] = both.Count;
                }

                features[sentence] = [.. both];
                example = example with { Starts = starts };
            }

            examples.Add(example);
        }

        return new EntityExamples(features, examples, FeatureHashes, _counts, count);
    }

    private sealed record Example(byte[] Labels, int[] Starts, float Weight, float FinalWeight, bool HasOwnConventions);
}

using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>Learns the tagger's weights with an averaged perceptron (Collins 2002). The same sentences, options and seed give the same weights.</summary>
internal sealed class TaggerTrainer(KazakhMorphology morphology, int seed = 1)
{
    private readonly float[] _weights = new float[TaggerFeatures.TableSize];
    private readonly double[] _sums = new double[TaggerFeatures.TableSize];
    private readonly int[] _updated = new int[TaggerFeatures.TableSize];
    private int _step;

    /// <summary>Learns.</summary>
    /// <param name="sentences">The sentences; a word without lemma or part of speech is not learned from.</param>
    /// <param name="epochs">How often each is seen.</param>
    /// <param name="progress">Takes the accuracy of each epoch, or null.</param>
    /// <returns>The section <c>tagger</c> of the pack.</returns>
    public byte[] Train(IReadOnlyList<TaggedSentence> sentences, int epochs, Action<int, double>? progress = null)
    {
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            (int right, int all) = (0, 0);
            foreach (int index in order)
            {
                Learn(sentences[index], ref right, ref all);
            }

            progress?.Invoke(epoch, (double)right / Math.Max(1, all));
        }

        short[] packed = new short[_weights.Length];
        for (int i = 0; i < packed.Length; i++)
        {
            double average = (_sums[i] + ((double)_weights[i] * (_step - _updated[i]))) / Math.Max(1, _step);
            packed[i] = (short)Math.Clamp(Math.Round(average / MorphologyTagger.WeightUnit), short.MinValue, short.MaxValue);
        }

        return MemoryMarshal.AsBytes(packed.AsSpan()).ToArray();
    }

    private void Learn(TaggedSentence sentence, ref int right, ref int all)
    {
        string[] words = [.. sentence.Words.Select(w => morphology.HeadOf(w.Form).ToString())];
        string text = string.Join(' ', words);
        var spans = new TextSpan[words.Length];
        int start = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(start, words[i].Length);
            start += spans[i].Length + 1;
        }

        TaggerLattice lattice = morphology.Tagger.CreateLattice(text, spans, [.. sentence.Words.Select(w => w.IsLaterPart)]);
        Span<uint> features = stackalloc uint[TaggerFeatures.MaxCount];
        TaggerFeatures.Decision previous = default;
        TaggerFeatures.Decision earlier = default;
        for (int i = 0; i < spans.Length; i++)
        {
            TaggedWord word = sentence.Words[i];
            (int best, int gold) = Compare(lattice, i, word, previous, earlier, features);
            if (gold >= 0)
            {
                all++;
                _step++;
                if (best == gold || IsGold(lattice, i, best, word))
                {
                    right++;
                    gold = best;
                }
                else
                {
                    Update(lattice, i, gold, previous, earlier, features, 1);
                    Update(lattice, i, best, previous, earlier, features, -1);
                }
            }

            TaggerFeatures.Decision decision = lattice.Decide(i, best);
            earlier = previous;
            previous = decision;
        }

        lattice.Return();
    }

    private (int Best, int Gold) Compare(TaggerLattice lattice, int index, TaggedWord word, in TaggerFeatures.Decision previous, in TaggerFeatures.Decision earlier, Span<uint> features)
    {
        TaggerFeatures.View view = lattice.Views[index];
        (int best, float bestScore) = (view.First, float.MinValue);
        (int gold, float goldScore) = (-1, float.MinValue);
        for (int o = view.First; o < view.First + view.Count; o++)
        {
            float score = lattice.Options[o].Gap * MorphologyTagger.GapWeight;
            int count = TaggerFeatures.Extract(lattice.Options[o], view, lattice.View(index + 1), lattice.View(index + 2), previous, earlier, features);
            foreach (uint feature in features[..count])
            {
                score += _weights[feature];
            }

            if (score > bestScore)
            {
                (best, bestScore) = (o, score);
            }

            if (word.PartOfSpeech is not null && word.Lemma is not null && score > goldScore && IsGold(lattice, index, o, word))
            {
                (gold, goldScore) = (o, score);
            }
        }

        return (best, gold);
    }

    private bool IsGold(TaggerLattice lattice, int index, int option, TaggedWord word) =>
        lattice.Options[option].PartOfSpeech == word.PartOfSpeech
        && string.Equals(morphology.Tagger.LemmaOf(lattice, index, morphology.HeadOf(word.Form), lattice.Options[option]), word.Lemma, StringComparison.OrdinalIgnoreCase);

    private void Update(TaggerLattice lattice, int index, int option, in TaggerFeatures.Decision previous, in TaggerFeatures.Decision earlier, Span<uint> features, float sign)
    {
        int count = TaggerFeatures.Extract(lattice.Options[option], lattice.Views[index], lattice.View(index + 1), lattice.View(index + 2), previous, earlier, features);
        foreach (uint feature in features[..count])
        {
            _sums[feature] += (double)_weights[feature] * (_step - _updated[feature]);
            _updated[feature] = _step;
            _weights[feature] += sign;
        }
    }
}

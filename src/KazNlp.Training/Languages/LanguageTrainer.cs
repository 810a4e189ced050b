using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace KazNlp;

/// <summary>
/// Learns to tell languages apart, for <see cref="LanguageIdentifier"/>. Kazakh in Cyrillic letters is also learned as it is typed without the letters that Russian lacks,
/// and, as <c>kk-Latn</c> and <c>kk-Arab</c>, in Latin and Arabic letters, with or without text of that kind. The same texts and options give the same pack.
/// </summary>
/// <remarks>Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, JMLR 2011); eight-bit weights.</remarks>
public sealed class LanguageTrainer
{
    private const string Kazakh = "kk";
    private const string KazakhInLatin = "kk-Latn";
    private const string KazakhInArabic = "kk-Arab";
    private const int MinLines = 20;
    private const int ReportEvery = 10_000;

    // A word that several languages write alike is more probably Kazakh, of texts that are brought to a library for Kazakh.
    private const int KazakhTurns = 2;

    // Words of an example: mostly short ones, which are harder; none means the whole line.
    private static readonly int[] ExampleWords = [1, 2, 3, 4, 6, 10, int.MaxValue];

    private readonly LanguageTrainerOptions _options;

    /// <summary>A trainer.</summary>
    /// <param name="configure">Changes the default options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LanguageTrainer(Func<LanguageTrainerOptions, LanguageTrainerOptions>? configure = null)
    {
        _options = configure?.Invoke(new LanguageTrainerOptions()) ?? new LanguageTrainerOptions();
        ArgumentOutOfRangeException.ThrowIfNotEqual(int.IsPow2(_options.SlotCount), true);
        ArgumentOutOfRangeException.ThrowIfNotEqual(int.IsPow2(_options.KnownBits) && _options.KnownBits >= 8, true);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Examples, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(_options.HeldOut);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_options.HeldOut, 1);
    }

    /// <summary>Learns from texts.</summary>
    /// <param name="texts">The languages, at least two.</param>
    /// <param name="progress">Is told how far the training has come.</param>
    /// <param name="cancellation">Stops the work between examples.</param>
    /// <returns>The pack, of kind <see cref="LanguageIdentifier.PackKind"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are fewer than two languages, too many, or one has too few lines.</exception>
    public ModelPackBuilder Train(IReadOnlyList<LanguageText> texts, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        texts = WithSpellings(texts);
        if (texts.Count is < 2 or > LanguageIdentifier.MaxTags)
        {
            throw new ArgumentException($"There are {texts.Count} languages; a model has 2 to {LanguageIdentifier.MaxTags}.", nameof(texts));
        }

        if (texts.FirstOrDefault(text => text.Lines.Count < MinLines) is { } few)
        {
            throw new ArgumentException($"Of the language '{few.Tag}' there are only {few.Lines.Count} lines; {MinLines} are needed.", nameof(texts));
        }

        LanguageText[] learned = [.. texts.Select(text => text with { Lines = [.. text.Lines.Take(text.Lines.Count - HeldOutCount(text))] })];
        LanguageText[] heldOut = [.. texts.Select(text => text with { Lines = [.. text.Lines.Skip(text.Lines.Count - HeldOutCount(text))] })];
        List<string>[] lines = [.. learned.Select(text => text.Lines.ToList())];
        AddSpellings(learned, lines);

        int count = texts.Count;
        float[] weights = new float[_options.SlotCount * count];
        float[] bias = new float[count];
        Learn([.. texts.Select(text => text.Tag)], lines, weights, bias, progress, cancellation);
        ModelPackBuilder Pack(double scale) => CreatePack(texts, lines, weights, bias, scale);

        double best = 1;
        if (_options.HeldOut > 0)
        {
            best = Calibrate(scale => Open(Pack(scale)), heldOut);
        }

        ModelPackBuilder pack = Pack(best);
        if (_options.HeldOut > 0)
        {
            pack.AddMetadata("held-out", LanguageEvaluation.Measure(Open(pack), heldOut).ToString());
        }

        return pack;
    }

    private int HeldOutCount(LanguageText text) => (int)(text.Lines.Count * _options.HeldOut);

    private static LanguageIdentifier Open(ModelPackBuilder pack) => new(ModelPack.Parse(pack.ToArray(), "the model in training", LanguageIdentifier.PackKind));

    // Kazakh in other letters is a language of its own, made of the Cyrillic text where none is given.
    private static IReadOnlyList<LanguageText> WithSpellings(IReadOnlyList<LanguageText> texts)
    {
        if (texts.FirstOrDefault(text => text.Tag == Kazakh) is not { } kazakh)
        {
            return texts;
        }

        LanguageText[] made =
        [
            new(KazakhInLatin, [.. kazakh.Lines.Select(KazakhSpellings.InLatin)]),
            new(KazakhInArabic, [.. kazakh.Lines.Select(KazakhSpellings.InArabic)]),
        ];
        return [.. texts.Concat(made.Where(text => texts.All(given => given.Tag != text.Tag))).OrderBy(text => text.Tag, StringComparer.Ordinal)];
    }

    private static void AddSpellings(LanguageText[] texts, List<string>[] lines)
    {
        if (texts.FirstOrDefault(text => text.Tag == Kazakh) is not { } kazakh)
        {
            return;
        }

        void Add(string tag, Func<string, string> spell) => lines[Array.FindIndex(texts, text => text.Tag == tag)].AddRange(kazakh.Lines.Select(spell));
        Add(Kazakh, KazakhSpellings.WithoutKazakhLetters);
        Add(KazakhInLatin, KazakhSpellings.InLatin);
        Add(KazakhInLatin, KazakhSpellings.InAsciiLatin);
        Add(KazakhInArabic, KazakhSpellings.InArabic);
    }

    private void Learn(string[] languages, List<string>[] lines, float[] weights, float[] bias, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        int count = lines.Length;
        int[] turns = [.. Enumerable.Range(0, count).SelectMany(language => Enumerable.Repeat(language, languages[language].StartsWith(Kazakh, StringComparison.Ordinal) ? KazakhTurns : 1))];
        float[] squares = new float[weights.Length];
        float[] biasSquares = new float[count];
        float[] probabilities = new float[count];
        var random = new SeededRandom((ulong)_options.Seed);
        var slots = new SlotList(_options.SlotCount - 1);
        float rate = (float)_options.LearningRate;
        double loss = 0;
        for (int example = 0; example < _options.Examples; example++)
        {
            if (example % ReportEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new TrainingProgress("learning", (double)example / _options.Examples, example == 0 ? null : loss / ReportEvery));
                loss = 0;
            }

            int gold = turns[example % turns.Length];
            string line = lines[gold][random.Below(lines[gold].Count)];
            slots.Clear();
            LanguageFeatures.Collect(Piece(line, ref random), ref slots);
            if (slots.Span.IsEmpty)
            {
                continue;
            }

            float norm = 1 / MathF.Sqrt(slots.Span.Length);
            Predict(weights, bias, slots.Span, norm, probabilities);
            loss -= Math.Log(Math.Max(probabilities[gold], 1e-9f));
            probabilities[gold] -= 1;
            for (int label = 0; label < count; label++)
            {
                Step(ref bias[label], ref biasSquares[label], probabilities[label], rate);
            }

            foreach (int slot in slots.Span)
            {
                Span<float> row = weights.AsSpan(slot * count, count);
                Span<float> rowSquares = squares.AsSpan(slot * count, count);
                for (int label = 0; label < count; label++)
                {
                    Step(ref row[label], ref rowSquares[label], probabilities[label] * norm, rate);
                }
            }
        }
    }

    private static void Step(ref float weight, ref float square, float gradient, float rate)
    {
        square += gradient * gradient;
        weight -= rate * gradient / (1e-3f + MathF.Sqrt(square));
    }

    private static void Predict(float[] weights, float[] bias, ReadOnlySpan<int> slots, float norm, float[] probabilities)
    {
        int count = bias.Length;
        Array.Clear(probabilities);
        foreach (int slot in slots)
        {
            ReadOnlySpan<float> row = weights.AsSpan(slot * count, count);
            for (int label = 0; label < count; label++)
            {
                probabilities[label] += row[label];
            }
        }

        for (int label = 0; label < count; label++)
        {
            probabilities[label] = bias[label] + (probabilities[label] * norm);
        }

        SoftMax.Apply<float>(probabilities, inverseTemperature: 1);
    }

    // Some words from anywhere in the line.
    private static ReadOnlySpan<char> Piece(string line, ref SeededRandom random)
    {
        int words = ExampleWords[random.Below(ExampleWords.Length)];
        if (words == int.MaxValue)
        {
            return line;
        }

        int start = random.Below(line.Length);
        while (start > 0 && line[start - 1] != ' ')
        {
            start--;
        }

        int end = start;
        for (; end < line.Length && words > 0; end++)
        {
            words -= line[end] == ' ' && end > start ? 1 : 0;
        }

        return line.AsSpan(start, end - start);
    }

    // The factor of all evidence that makes the held-out pieces most probable.
    private static double Calibrate(Func<double, LanguageIdentifier> open, LanguageText[] heldOut)
    {
        double best = 1;
        double bestLoss = double.PositiveInfinity;
        for (double scale = 0.4; scale < 2.5; scale *= 1.12)
        {
            double loss = LanguageEvaluation.Loss(open(scale), heldOut);
            (best, bestLoss) = loss < bestLoss ? (scale, loss) : (best, bestLoss);
        }

        return best;
    }

    private ModelPackBuilder CreatePack(IReadOnlyList<LanguageText> texts, List<string>[] lines, float[] weights, float[] bias, double scale)
    {
        float greatest = weights.Max(MathF.Abs);
        float unit = greatest > 0 ? greatest / sbyte.MaxValue : 1;
        byte[] bytes = new byte[weights.Length + LanguageIdentifier.Padding];
        for (int i = 0; i < weights.Length; i++)
        {
            bytes[i] = (byte)(sbyte)MathF.Round(weights[i] / unit);
        }

        return new ModelPackBuilder(LanguageIdentifier.PackKind)
            .AddMetadata(LanguageIdentifier.FeaturesKey, LanguageFeatures.Version)
            .AddMetadata(LanguageIdentifier.ScaleKey, ((float)(unit * scale)).ToString("R", CultureInfo.InvariantCulture))
            .AddMetadata("lines", string.Join(", ", texts.Select(text => $"{text.Tag} {text.Lines.Count}")))
            .AddSection(LanguageIdentifier.TagSection, Encoding.UTF8.GetBytes(string.Join('\n', texts.Select(text => text.Tag))))
            .AddSection(LanguageIdentifier.WeightSection, bytes)
            .AddSection(LanguageIdentifier.BiasSection, MemoryMarshal.AsBytes(bias.Select(value => value * (float)scale).ToArray().AsSpan()).ToArray())
            .AddSection(LanguageIdentifier.KnownSection, KnownRuns.Of(lines, _options.KnownBits));
    }

    private struct SlotList(int mask) : ILanguageFeatureSink
    {
        private int[] _slots = new int[1024];
        private int _count;

        public readonly ReadOnlySpan<int> Span => _slots.AsSpan(0, _count);

        public void Clear() => _count = 0;

        public void Add(scoped ReadOnlySpan<ulong> features, scoped ReadOnlySpan<ulong> runs)
        {
            while (_count + features.Length > _slots.Length)
            {
                Array.Resize(ref _slots, _slots.Length * 2);
            }

            foreach (ulong hash in features)
            {
                _slots[_count++] = (int)hash & mask;
            }
        }
    }
}

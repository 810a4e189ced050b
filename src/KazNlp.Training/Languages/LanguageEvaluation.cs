using System.Collections.Immutable;
using System.Globalization;

namespace KazNlp;

/// <summary>How well a <see cref="LanguageIdentifier"/> tells languages apart: by whole lines, and by a few words of each. Immutable and thread-safe.</summary>
/// <param name="Lines">The report on whole lines.</param>
/// <param name="ByWords">The share of pieces of so many words whose language is found; of lengths that some line has.</param>
public sealed record LanguageEvaluation(ClassificationReport Lines, ImmutableArray<(int Words, double Accuracy)> ByWords)
{
    // A stride without a common divisor with usual counts of words: pieces come from all places of lines.
    private const int PlaceStride = 7;

    private static readonly int[] WordCounts = [1, 2, 3, 5, 10];

    /// <summary>Measures a model.</summary>
    /// <param name="identifier">The model.</param>
    /// <param name="texts">Text of each language.</param>
    /// <exception cref="ArgumentNullException"><paramref name="identifier"/> or <paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no text.</exception>
    public static LanguageEvaluation Measure(LanguageIdentifier identifier, IReadOnlyList<LanguageText> texts)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        ArgumentNullException.ThrowIfNull(texts);
        TopicPrediction[] predictions = [.. Pieces(texts, int.MaxValue).Select(piece => Predict(identifier, piece))];
        return new LanguageEvaluation(
            ClassificationReport.Create(predictions),
            [
                .. from words in WordCounts
                   let found = Pieces(texts, words).Select(piece => identifier.Identify(piece.Text).Tag == piece.Tag ? 1.0 : 0.0).ToArray()
                   where found.Length > 0
                   select (words, found.Average()),
            ]);
    }

    /// <summary>The mean of the negative logarithm of the right language's probability, over pieces of all lengths.</summary>
    internal static double Loss(LanguageIdentifier identifier, IReadOnlyList<LanguageText> texts)
    {
        float[] probabilities = new float[identifier.Tags.Length];
        double sum = 0;
        long count = 0;
        foreach ((string tag, string text) in WordCounts.Append(int.MaxValue).SelectMany(words => Pieces(texts, words)))
        {
            identifier.Score(text, probabilities);
            sum -= Math.Log(Math.Max(probabilities[identifier.Tags.IndexOf(tag)], 1e-9));
            count++;
        }

        return sum / count;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"accuracy {Lines.Accuracy:0.0000} on {Lines.Count} lines; {string.Join(", ", ByWords.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Words} {(pair.Words == 1 ? "word" : "words")} {pair.Accuracy:0.000}")))}");

    private static TopicPrediction Predict(LanguageIdentifier identifier, (string Tag, string Text) piece)
    {
        LanguageScore found = identifier.Identify(piece.Text);
        return new TopicPrediction(new TopicExample { Label = piece.Tag, Text = piece.Text }, found.Tag, found.Probability);
    }

    private static IEnumerable<(string Tag, string Text)> Pieces(IReadOnlyList<LanguageText> texts, int words)
    {
        foreach (LanguageText text in texts)
        {
            foreach ((int index, string line) in text.Lines.Index())
            {
                if (words == int.MaxValue)
                {
                    yield return (text.Tag, line);
                    continue;
                }

                string[] all = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter))];
                if (all.Length >= words)
                {
                    int first = index * PlaceStride % (all.Length - words + 1);
                    yield return (text.Tag, string.Join(' ', all[first..(first + words)]));
                }
            }
        }
    }
}

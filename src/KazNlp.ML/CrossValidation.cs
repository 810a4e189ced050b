namespace KazNlp;

/// <summary>Divides examples into folds.</summary>
internal static class CrossValidation
{
    /// <summary>Gives each example a fold, so that each label is spread evenly over all. The same seed gives the same folds.</summary>
    public static int[] Stratify(IReadOnlyList<TopicExample> examples, int folds, int seed)
    {
        int[] fold = new int[examples.Count];
        var random = new Random(seed);
        int next = 0;
        foreach (IGrouping<string, int> label in Enumerable.Range(0, examples.Count).GroupBy(i => examples[i].Label, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            int[] indices = [.. label];
            random.Shuffle(indices);
            foreach (int i in indices)
            {
                fold[i] = next++ % folds;
            }
        }

        return fold;
    }

    /// <summary>Gives each source a fold.</summary>
    public static int[] BySource(IReadOnlyList<TopicExample> examples)
    {
        string[] sources = [.. examples.Select(example => example.Source ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return [.. examples.Select(example => Array.BinarySearch(sources, example.Source ?? "", StringComparer.Ordinal))];
    }
}

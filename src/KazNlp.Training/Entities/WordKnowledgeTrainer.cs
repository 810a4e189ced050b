using System.Globalization;

namespace KazNlp;

/// <summary>Learns word clusters and stem counts from raw text. The same text, options and seed give the same bytes. Thread-safe: it holds only its options.</summary>
public sealed class WordKnowledgeTrainer
{
    private const int MinFormCount = 2;

    private readonly WordKnowledgeOptions _options;

    /// <summary>Makes a trainer.</summary>
    /// <param name="configure">Changes the default options; null keeps them.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public WordKnowledgeTrainer(Func<WordKnowledgeOptions, WordKnowledgeOptions>? configure = null)
    {
        _options = configure is null ? new WordKnowledgeOptions() : configure(new WordKnowledgeOptions());
        ArgumentOutOfRangeException.ThrowIfNotEqual(_options.Clusters.Count, WordClusters.Levels, nameof(WordKnowledgeOptions.Clusters));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.Clusters[0], ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNotEqual(_options.Dimensions % 8, 0, nameof(WordKnowledgeOptions.Dimensions));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Dimensions, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Epochs, 1);
    }

    /// <summary>Reads text and learns from it.</summary>
    /// <param name="paths">Files of UTF-8 text, a paragraph or sentence a line.</param>
    /// <param name="progress">Told how far the training is; null for no one.</param>
    /// <param name="cancellation">Ends the training with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null.</exception>
    /// <exception cref="DataFormatException">A file is not UTF-8 text.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ArgumentException">The text has too few words.</exception>
    public WordKnowledge Train(IReadOnlyList<string> paths, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        WordCorpus corpus = WordCorpus.Read(paths, path => progress?.Report(new TrainingProgress("reading " + Path.GetFileName(path), 0)), cancellation);
        int frequent = Enumerable.Range(0, corpus.Words.Count).Count(word => corpus.Counts[word] >= _options.MinCount);
        if (frequent < _options.Clusters[0])
        {
            throw new ArgumentException($"The text has {frequent} words that occur {_options.MinCount} times; {_options.Clusters[0]} clusters need more text.", nameof(paths));
        }

        (int[] words, float[] vectors) = WordVectors.Learn(corpus, _options, part => progress?.Report(new TrainingProgress("vectors", 0.1 + (part * 0.5))), cancellation);
        int kept = Math.Min(words.Length, _options.ClusteredWords);
        int size = _options.Dimensions;
        (ushort[] fine, float[] centres) = VectorClustering.Cluster(
            vectors.AsSpan(0, kept * size), size, _options.Clusters[0], _options.Seed, part => progress?.Report(new TrainingProgress("clusters", 0.6 + (part * 0.35))), cancellation);
        ushort[][] coarser = [.. _options.Clusters.Skip(1).Select(count => VectorClustering.Cluster(centres, size, count, _options.Seed, _ => { }, cancellation).Assignment)];
        byte[] clusters = WordClusters.Write(
            [.. Enumerable.Range(0, _options.Clusters[0]).Select(cluster => coarser.Select(level => level[cluster]).ToArray())],
            [.. words.Take(kept).Select((word, row) => (EntityPiece.HashOf(corpus.Words[word]), fine[row]))]);

        byte[] stems = NameStems.Write(CountForms(corpus));
        string description = string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", paths.Select(Path.GetFileName))}: {corpus.Words.Count} different words; {kept} in {string.Join('/', _options.Clusters)} clusters of {size} dimensions, window {_options.Window}, {_options.Epochs} epochs, seed {_options.Seed}; stems: {_options.Stems}");
        progress?.Report(new TrainingProgress("done", 1));
        return new WordKnowledge(WordClusters.Read(clusters, "clusters"), NameStems.Read(stems, "stems"), description);
    }

    // For each stem the number of different endings that it is seen with; a word is read with its longest ending.
    private List<(string Stem, int Forms)> CountForms(WordCorpus corpus)
    {
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> spans = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<NameEnding> endings = stackalloc NameEnding[8];
        for (int word = 0; word < corpus.Words.Count; word++)
        {
            string form = corpus.Words[word];
            if (corpus.Counts[word] >= MinFormCount && form.Length >= 3 && char.IsLetter(form[0]) && NameEndings.Find(form, endings) > 0)
            {
                ReadOnlySpan<char> stem = form.AsSpan(0, form.Length - endings[0].Length);
                spans[stem] = spans.TryGetValue(stem, out int count) ? count + 1 : 1;
            }
        }

        return [.. forms.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(_options.Stems).Select(pair => (pair.Key, pair.Value))];
    }
}

namespace KazNlp;

/// <summary>Raw text as numbers of words, in the folded form in which the entity model sees them. Immutable.</summary>
internal sealed class WordCorpus
{
    private const int SentenceEnd = -1;

    private WordCorpus(List<string> words, List<int> counts, int[] text)
    {
        Words = words;
        Counts = counts;
        Text = text;
    }

    /// <summary>The different words, in the order in which they are first seen.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>How often each word occurs.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>The running text: numbers of words, −1 after each line.</summary>
    public int[] Text { get; }

    /// <summary>Reads files of UTF-8 text, a paragraph or sentence a line.</summary>
    public static WordCorpus Read(IEnumerable<string> paths, Action<string> progress, CancellationToken cancellation)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> spans = index.GetAlternateLookup<ReadOnlySpan<char>>();
        List<string> words = [];
        List<int> counts = [];
        List<int> text = [];
        var window = new EntityWindow();
        foreach (string path in paths)
        {
            progress(path);
            using FileStream stream = File.OpenRead(path);
            var reader = new Utf8LineReader(stream, path);
            while (reader.ReadLine() is { } line)
            {
                cancellation.ThrowIfCancellationRequested();
                window.Clear();
                foreach (Range range in line.AsSpan().SplitAny(default(ReadOnlySpan<char>)))
                {
                    ReadOnlySpan<char> chunk = line.AsSpan()[range];
                    if (!chunk.IsEmpty && !window.TryAdd(chunk, 0))
                    {
                        Flush();
                        window.TryAdd(chunk, 0);
                    }
                }

                Flush();
                text.Add(SentenceEnd);
            }
        }

        return new WordCorpus(words, counts, [.. text]);

        void Flush()
        {
            window.Complete(WordClusters.Empty, Gazetteer.Default);
            for (int i = 0; i < window.Count; i++)
            {
                ReadOnlySpan<char> word = window.Folded(i);
                if (!spans.TryGetValue(word, out int id))
                {
                    id = words.Count;
                    words.Add(word.ToString());
                    counts.Add(0);
                    spans[word] = id;
                }

                counts[id]++;
                text.Add(id);
            }

            window.Clear();
        }
    }
}

using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>How often each part of <see cref="SubwordBoundaries"/> occurs in a text. Counted by several threads, with the same result for any number of them.</summary>
internal sealed class PartCounts
{
    private const int ChunkLength = 1 << 18;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Adds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="weight">What each occurrence counts.</param>
    /// <param name="parallelism">Number of threads.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public void Add(string text, long weight, int parallelism, CancellationToken cancellation)
    {
        var partial = new ConcurrentBag<Dictionary<string, long>>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellation };
        Parallel.ForEach(
            Chunks(text),
            options,
            () => new Dictionary<string, long>(StringComparer.Ordinal),
            (range, _, counts) =>
            {
                Count(text.AsSpan(range.Start, range.Length), weight, counts);
                return counts;
            },
            partial.Add);
        foreach (Dictionary<string, long> counts in partial)
        {
            foreach ((string part, long count) in counts)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, part, out _) += count;
            }
        }
    }

    /// <summary>The parts in an order that does not depend on the threads: the most frequent first, and among equals by their code units.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Sorted()
    {
        KeyValuePair<string, long>[] sorted = [.. _counts];
        Array.Sort(sorted, static (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : string.CompareOrdinal(a.Key, b.Key));
        return sorted;
    }

    // Chunks end behind a line feed, where a part can end too: a line feed stands with the marks before it or begins a part.
    private static IEnumerable<TextSpan> Chunks(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = Math.Min(text.Length, start + ChunkLength);
            int lineFeed = end < text.Length ? text.IndexOf('\n', end - 1) : -1;
            end = lineFeed < 0 ? text.Length : lineFeed + 1;
            yield return new TextSpan(start, end - start);
            start = end;
        }
    }

    private static void Count(ReadOnlySpan<char> text, long weight, Dictionary<string, long> counts)
    {
        Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        int start = 0;
        while (start < text.Length)
        {
            int end = SubwordBoundaries.FindEnd(text, start);
            CollectionsMarshal.GetValueRefOrAddDefault(lookup, text[start..end], out _) += weight;
            start = end;
        }
    }
}

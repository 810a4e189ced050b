namespace KazNlp;

/// <summary>The table of runs of letters that have been met: a bit for each hash.</summary>
internal static class KnownRuns
{
    /// <summary>Makes the table of runs that occur twice or more.</summary>
    /// <param name="lines">All text of all languages.</param>
    /// <param name="bits">Size of the table, a power of two.</param>
    public static byte[] Of(IEnumerable<IEnumerable<string>> lines, int bits)
    {
        var sink = new Sink(bits);
        foreach (string line in lines.SelectMany(text => text))
        {
            LanguageFeatures.Collect(line, ref sink);
        }

        return sink.Twice;
    }

    private readonly struct Sink(int bits) : ILanguageFeatureSink
    {
        // With a wider hash, so that two runs of one bit are not taken for one run met twice.
        private readonly HashSet<uint> _once = [];

        public byte[] Twice { get; } = new byte[bits / 8];

        public void Add(scoped ReadOnlySpan<ulong> features, scoped ReadOnlySpan<ulong> runs)
        {
            foreach (ulong hash in runs)
            {
                if (!_once.Add((uint)(hash >> 32)))
                {
                    int bit = LanguageIdentifier.KnownBit(hash, bits - 1);
                    Twice[bit >> 3] |= (byte)(1 << (bit & 7));
                }
            }
        }
    }
}

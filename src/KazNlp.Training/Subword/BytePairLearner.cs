using System.Runtime.InteropServices;
using System.Text;

namespace KazNlp;

/// <summary>
/// Learns merges from counted parts: again and again the pair of neighbours that occurs most often becomes a piece
/// (Sennrich, Haddow and Birch, ACL 2016), over the bytes of UTF-8, characters first.
/// </summary>
/// <remarks>Characters of several bytes are put together before anything else, so that no piece holds a part of a character beside a whole one: such pieces are a tenth of what plain byte-level training makes of Cyrillic.</remarks>
internal sealed class BytePairLearner
{
    private readonly List<byte[]> _pieces = [.. Enumerable.Range(0, 256).Select(b => new[] { (byte)b })];
    private readonly List<bool> _isWhole = [.. Enumerable.Range(0, 256).Select(b => b < 0x80)]; // whether a piece is whole characters
    private readonly List<(int Left, int Right)> _merges = [];
    private readonly Dictionary<ulong, int> _mergeIds = [];
    private readonly int[][] _parts;
    private readonly long[] _counts;
    private readonly ulong[] _boundaries; // a bit for each symbol of a part that begins a morpheme
    private readonly int _crossingPercent;
    private readonly Dictionary<ulong, Pair> _pairs = [];
    private readonly PriorityQueue<ulong, (long Count, ulong Pair)> _queue = new(Comparer<(long Count, ulong Pair)>.Create(
        static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Pair.CompareTo(b.Pair)));

    /// <summary>Prepares the parts.</summary>
    /// <param name="parts">Parts and their counts, in a fixed order.</param>
    /// <param name="minCharacterCount">A character of several bytes becomes a piece where it occurs this often.</param>
    /// <param name="boundaries">For each part a bit for each code unit that begins a morpheme: <see cref="MorphemeBoundaries"/>.</param>
    /// <param name="crossingPercent">What a pair counts, in percent, where its halves stand on both sides of such a boundary.</param>
    public BytePairLearner(IReadOnlyList<KeyValuePair<string, long>> parts, long minCharacterCount, ReadOnlySpan<ulong> boundaries, int crossingPercent)
    {
        _crossingPercent = crossingPercent;
        Dictionary<Rune, int[]> symbols = AddCharacters(parts, minCharacterCount);
        _parts = new int[parts.Count][];
        _counts = new long[parts.Count];
        _boundaries = new ulong[parts.Count];
        var buffer = new List<int>();
        for (int i = 0; i < _parts.Length; i++)
        {
            buffer.Clear();
            int offset = 0;
            foreach (Rune rune in parts[i].Key.EnumerateRunes())
            {
                if (HasBit(boundaries[i], offset) && buffer.Count < MorphemeBoundaries.MaxLength)
                {
                    _boundaries[i] |= 1UL << buffer.Count;
                }

                offset += rune.Utf16SequenceLength;
                buffer.AddRange(symbols[rune]);
            }

            _parts[i] = [.. buffer];
            _counts[i] = parts[i].Value;
        }
    }

    public IReadOnlyList<byte[]> Pieces => _pieces;

    public IReadOnlyList<(int Left, int Right)> Merges => _merges;

    /// <summary>Learns on until there are <paramref name="pieceCount"/> pieces, or until no pair occurs twice.</summary>
    /// <param name="pieceCount">How many pieces there shall be, bytes and characters included.</param>
    /// <param name="progress">Told the number of pieces.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public void Learn(int pieceCount, Action<int> progress, CancellationToken cancellation)
    {
        CountPairs();
        while (_pieces.Count < pieceCount && TryTakeBest(out ulong best))
        {
            cancellation.ThrowIfCancellationRequested();
            int piece = AddMerge((int)(best >> 32), (int)(uint)best);
            Apply(best, piece);
            progress(_pieces.Count);
        }
    }

    private static ulong Key(int left, int right) => ((ulong)(uint)left << 32) | (uint)right;

    private Dictionary<Rune, int[]> AddCharacters(IReadOnlyList<KeyValuePair<string, long>> parts, long minCount)
    {
        var counts = new Dictionary<Rune, long>();
        foreach ((string part, long count) in parts)
        {
            foreach (Rune rune in part.EnumerateRunes())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, rune, out _) += count;
            }
        }

        var symbols = new Dictionary<Rune, int[]>();
        foreach ((Rune rune, long count) in counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key.Value))
        {
            symbols.Add(rune, AddCharacter(rune, count >= minCount));
        }

        return symbols;
    }

    private int[] AddCharacter(Rune rune, bool frequent)
    {
        Span<byte> bytes = stackalloc byte[4];
        int length = rune.EncodeToUtf8(bytes);
        var symbols = new List<int> { bytes[0] };
        foreach (byte next in bytes[1..length])
        {
            if (_mergeIds.TryGetValue(Key(symbols[^1], next), out int known))
            {
                symbols[^1] = known;
            }
            else if (frequent)
            {
                symbols[^1] = AddMerge(symbols[^1], next);
            }
            else
            {
                symbols.Add(next);
            }
        }

        if (length > 1 && symbols.Count == 1)
        {
            _isWhole[symbols[0]] = true;
        }

        return [.. symbols];
    }

    private int AddMerge(int left, int right)
    {
        _isWhole.Add(_isWhole[left] && _isWhole[right]);
        int id = _pieces.Count;
        _pieces.Add([.. _pieces[left], .. _pieces[right]]);
        _merges.Add((left, right));
        _mergeIds.Add(Key(left, right), id);
        return id;
    }

    private void CountPairs()
    {
        _pairs.Clear();
        _queue.Clear();
        for (int i = 0; i < _parts.Length; i++)
        {
            int[] symbols = _parts[i];
            for (int j = 1; j < symbols.Length; j++)
            {
                Raise(symbols[j - 1], symbols[j], i, Weight(i, j));
            }
        }

        foreach ((ulong key, Pair pair) in _pairs)
        {
            _queue.Enqueue(key, (pair.Count, key));
        }
    }

    private static bool HasBit(ulong bits, int index) => index < MorphemeBoundaries.MaxLength && ((bits >> index) & 1) != 0;

    private long Weight(int part, int index) => HasBit(_boundaries[part], index) ? _counts[part] * _crossingPercent / 100 : _counts[part];

    private ulong Raise(int left, int right, int part, long weight)
    {
        ulong key = Key(left, right);
        if (!_isWhole[left] || !_isWhole[right])
        {
            return key;
        }

        ref Pair? pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, key, out _);
        pair ??= new Pair();
        pair.Count += weight;
        if (pair.Parts.Count == 0 || pair.Parts[^1] != part)
        {
            pair.Parts.Add(part);
        }

        return key;
    }

    // The queue is lazy: an entry whose count is no longer true goes back with the true one.
    private bool TryTakeBest(out ulong best)
    {
        while (_queue.TryDequeue(out best, out (long Count, ulong Pair) entry))
        {
            if (!_pairs.TryGetValue(best, out Pair? pair) || pair.Count < 2)
            {
                continue;
            }

            if (pair.Count == entry.Count)
            {
                return true;
            }

            if (pair.Count < entry.Count)
            {
                _queue.Enqueue(best, (pair.Count, best));
            }
        }

        return false;
    }

    private void Apply(ulong merged, int piece)
    {
        int left = (int)(merged >> 32);
        int right = (int)(uint)merged;
        Pair taken = _pairs[merged];
        _pairs.Remove(merged);
        var raised = new HashSet<ulong>();
        int last = -1;
        foreach (int part in taken.Parts)
        {
            if (part == last)
            {
                continue;
            }

            last = part;
            int[] symbols = _parts[part];
            ulong boundaries = _boundaries[part];
            ulong kept = 0;
            int length = 0;
            for (int i = 0; i < symbols.Length; i++)
            {
                if (HasBit(boundaries, i))
                {
                    kept |= 1UL << length;
                }

                if (symbols[i] == left && i + 1 < symbols.Length && symbols[i + 1] == right)
                {
                    if (length > 0)
                    {
                        long weight = Weight(part, i);
                        Lower(Key(symbols[length - 1], left), weight);
                        raised.Add(Raise(symbols[length - 1], piece, part, weight));
                    }

                    if (i + 2 < symbols.Length)
                    {
                        long weight = Weight(part, i + 2);
                        Lower(Key(right, symbols[i + 2]), weight);
                        // Where the pair follows at once, its left neighbour is corrected when its turn comes.
                        raised.Add(Raise(piece, symbols[i + 2], part, weight));
                    }

                    symbols[length++] = piece;
                    i++;
                }
                else
                {
                    symbols[length++] = symbols[i];
                }
            }

            if (length < symbols.Length)
            {
                _parts[part] = symbols[..length];
                _boundaries[part] = kept;
            }
        }

        foreach (ulong key in raised)
        {
            if (_pairs.TryGetValue(key, out Pair? pair))
            {
                _queue.Enqueue(key, (pair.Count, key));
            }
        }
    }

    private void Lower(ulong key, long count)
    {
        if (_pairs.TryGetValue(key, out Pair? pair))
        {
            pair.Count -= count;
        }
    }

    private sealed class Pair
    {
        public long Count { get; set; }

        public List<int> Parts { get; } = [];
    }
}

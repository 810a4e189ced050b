using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace KazNlp;

/// <summary>Turns one part of a text into ids. Immutable and thread-safe; what changes is in the caller's <see cref="EncoderScratch"/>.</summary>
internal sealed class BytePairEncoder
{
    private const int MaxShortSymbols = 96;

    private readonly SubwordModel _model;
    private readonly PairTable _pairs;
    private readonly PartTable _parts;
    private readonly int[] _symbols; // the one symbol that a UTF-16 code unit becomes; -1 where it becomes several

    public BytePairEncoder(SubwordModel model)
    {
        _model = model;
        _pairs = new PairTable(model.Merges);
        _symbols = BuildSymbols();
        _parts = new PartTable(WholeParts());
    }

    /// <summary>The most ids that a part of this many code units can have.</summary>
    public static int MaxIds(int length) => checked(length * 3);

    /// <summary>Encodes one part.</summary>
    /// <param name="part">The part, not empty.</param>
    /// <param name="scratch">Holds the ids if there are several.</param>
    /// <param name="single">The id, if there is one.</param>
    /// <returns>The number of ids: 1, or else they are the first of <see cref="EncoderScratch.Ids"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Encode(ReadOnlySpan<char> part, EncoderScratch scratch, out int single)
    {
        uint hash = PartTable.Hash(part);
        single = _parts.Find(part, hash);
        return single >= 0 ? 1 : EncodeOther(part, hash, scratch, out single);
    }

    private int EncodeOther(ReadOnlySpan<char> part, uint hash, EncoderScratch scratch, out int single)
    {
        if (!scratch.TryGet(part, hash, out int count))
        {
            count = part.Length <= MaxShortSymbols / 3 ? MergeShort(part, scratch.Ids) : MergeLong(part, scratch);
            scratch.Add(part, hash, count);
        }

        single = scratch.Ids[0];
        return count;
    }

    [SkipLocalsInit]
    // Few symbols: look at all pairs for the lowest rank, each time anew.
    private int MergeShort(ReadOnlySpan<char> part, Span<int> symbols)
    {
        int count = Split(part, symbols);
        Span<int> ranks = stackalloc int[MaxShortSymbols];
        Span<int> results = stackalloc int[MaxShortSymbols];
        for (int i = 0; i + 1 < count; i++)
        {
            ranks[i] = _pairs.Find(symbols[i], symbols[i + 1], out results[i]);
        }

        while (count > 1)
        {
            int best = 0;
            int bestRank = ranks[0];
            for (int i = 1; i < count - 1; i++)
            {
                if (ranks[i] < bestRank)
                {
                    bestRank = ranks[i];
                    best = i;
                }
            }

            if (bestRank == PairTable.NoRank)
            {
                break;
            }

            symbols[best] = results[best];
            int moved = count - best - 2;
            symbols.Slice(best + 2, moved).CopyTo(symbols[(best + 1)..]);
            if (moved > 0)
            {
                ranks.Slice(best + 2, moved - 1).CopyTo(ranks[(best + 1)..]);
                results.Slice(best + 2, moved - 1).CopyTo(results[(best + 1)..]);
            }

            count--;
            if (best > 0)
            {
                ranks[best - 1] = _pairs.Find(symbols[best - 1], symbols[best], out results[best - 1]);
            }

            if (best < count - 1)
            {
                ranks[best] = _pairs.Find(symbols[best], symbols[best + 1], out results[best]);
            }
        }

        return count;
    }

    // Many symbols: a linked list, and a heap of the places where a pair begins, so that a word of a million letters takes n log n.
    private int MergeLong(ReadOnlySpan<char> part, EncoderScratch scratch)
    {
        int capacity = MaxIds(part.Length);
        scratch.EnsureIds(capacity);
        int[] symbols = scratch.Ids;
        int count = Split(part, symbols);
        int[] next = ArrayPool<int>.Shared.Rent(count);
        int[] previous = ArrayPool<int>.Shared.Rent(count);
        var heap = new RankHeap(count);
        for (int i = 0; i < count; i++)
        {
            next[i] = i + 1;
            previous[i] = i - 1;
            if (i + 1 < count && _pairs.Find(symbols[i], symbols[i + 1], out _) is var rank and not PairTable.NoRank)
            {
                heap.Push(rank, i);
            }
        }

        const int Dead = -1;
        while (heap.TryPop(out int rank, out int left))
        {
            // A place whose symbols have changed since has another rank or none, and was pushed again with it.
            if (symbols[left] == Dead || next[left] >= count || _pairs.Find(symbols[left], symbols[next[left]], out int result) != rank)
            {
                continue;
            }

            int right = next[left];
            symbols[left] = result;
            symbols[right] = Dead;
            next[left] = next[right];
            if (next[left] < count)
            {
                previous[next[left]] = left;
                Push(ref heap, left, next[left]);
            }

            if (previous[left] >= 0)
            {
                Push(ref heap, previous[left], left);
            }
        }

        heap.Dispose();
        int written = 0;
        for (int i = 0; i < count; i = next[i])
        {
            symbols[written++] = symbols[i];
        }

        ArrayPool<int>.Shared.Return(next);
        ArrayPool<int>.Shared.Return(previous);
        return written;

        void Push(ref RankHeap heap, int left, int right)
        {
            if (_pairs.Find(symbols[left], symbols[right], out _) is var rank and not PairTable.NoRank)
            {
                heap.Push(rank, left);
            }
        }
    }

    private int Split(ReadOnlySpan<char> part, Span<int> symbols)
    {
        int count = 0;
        int[] known = _symbols;
        Span<byte> bytes = stackalloc byte[4];
        for (int i = 0; i < part.Length; i++)
        {
            int symbol = known[part[i]];
            if (symbol >= 0)
            {
                symbols[count++] = symbol;
                continue;
            }

            // A lone surrogate comes out as U+FFFD.
            _ = Rune.DecodeFromUtf16(part[i..], out Rune rune, out int length);
            foreach (byte b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                symbols[count++] = _model.ByteIds[b];
            }

            i += length - 1;
        }

        return count;
    }

    private int[] BuildSymbols()
    {
        var symbols = new int[char.MaxValue + 1];
        Array.Fill(symbols, -1);
        for (int c = 0; c < 0x80; c++)
        {
            symbols[c] = _model.ByteIds[c];
        }

        if (_model.CharactersFirst)
        {
            for (int id = 0; id < _model.Pieces.Length; id++)
            {
                byte[] piece = _model.Pieces[id];
                if (piece.Length is 2 or 3 && Rune.DecodeFromUtf8(piece, out Rune rune, out int length) == OperationStatus.Done && length == piece.Length
                    && MergesTo(piece, id))
                {
                    symbols[rune.Value] = id;
                }
            }
        }

        return symbols;
    }

    private bool MergesTo(ReadOnlySpan<byte> piece, int id)
    {
        var symbols = new List<int>(piece.Length);
        foreach (byte b in piece)
        {
            symbols.Add(_model.ByteIds[b]);
        }

        while (symbols.Count > 1)
        {
            int best = -1;
            int bestRank = PairTable.NoRank;
            int bestResult = 0;
            for (int i = 0; i + 1 < symbols.Count; i++)
            {
                int rank = _pairs.Find(symbols[i], symbols[i + 1], out int result);
                if (rank < bestRank)
                {
                    (best, bestRank, bestResult) = (i, rank, result);
                }
            }

            if (best < 0)
            {
                return false;
            }

            symbols[best] = bestResult;
            symbols.RemoveAt(best + 1);
        }

        return symbols[0] == id;
    }

    private List<(string Part, int Id)> WholeParts()
    {
        var parts = new List<(string Part, int Id)>(_model.Pieces.Length);
        for (int id = 0; id < _model.Pieces.Length; id++)
        {
            byte[] piece = _model.Pieces[id];
            if (piece.Length > 0 && System.Text.Unicode.Utf8.IsValid(piece) && (_model.TakesWholeParts || MergesTo(piece, id)))
            {
                parts.Add((Encoding.UTF8.GetString(piece), id));
            }
        }

        return parts;
    }

    /// <summary>A binary heap of places by rank, then by place; its array is rented.</summary>
    private struct RankHeap(int capacity) : IDisposable
    {
        private ulong[] _items = ArrayPool<ulong>.Shared.Rent(Math.Max(16, capacity));
        private int _count;

        public void Push(int rank, int place)
        {
            if (_count == _items.Length)
            {
                ulong[] larger = ArrayPool<ulong>.Shared.Rent(_count * 2);
                _items.AsSpan(0, _count).CopyTo(larger);
                ArrayPool<ulong>.Shared.Return(_items);
                _items = larger;
            }

            ulong item = ((ulong)(uint)rank << 32) | (uint)place;
            int index = _count++;
            while (index > 0 && item < _items[(index - 1) >> 1])
            {
                _items[index] = _items[(index - 1) >> 1];
                index = (index - 1) >> 1;
            }

            _items[index] = item;
        }

        public bool TryPop(out int rank, out int place)
        {
            if (_count == 0)
            {
                rank = place = 0;
                return false;
            }

            rank = (int)(_items[0] >> 32);
            place = (int)(uint)_items[0];
            ulong item = _items[--_count];
            int index = 0;
            while (true)
            {
                int child = (2 * index) + 1;
                if (child >= _count)
                {
                    break;
                }

                child += child + 1 < _count && _items[child + 1] < _items[child] ? 1 : 0;
                if (item <= _items[child])
                {
                    break;
                }

                _items[index] = _items[child];
                index = child;
            }

            _items[index] = item;
            return true;
        }

        public readonly void Dispose() => ArrayPool<ulong>.Shared.Return(_items);
    }
}

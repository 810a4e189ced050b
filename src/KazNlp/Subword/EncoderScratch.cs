namespace KazNlp;

/// <summary>
/// What one call of the encoder writes to: the ids of the current part, and a cache of fixed size for parts that are no single piece.
/// Used by one thread at a time.
/// </summary>
internal sealed class EncoderScratch
{
    private const int SlotBits = 13;
    private const int MaxPartLength = 28;
    private const int IdsPerSlot = 8; // the first holds the lengths

    // Ids of a longer part are not kept between calls.
    private const int MaxKeptIds = 1 << 20;

    private readonly char[] _parts = new char[(1 << SlotBits) * MaxPartLength];
    private readonly int[] _ids = new int[(1 << SlotBits) * IdsPerSlot];

    /// <summary>The ids of the current part.</summary>
    public int[] Ids { get; private set; } = new int[256];

    /// <summary>Makes room for so many ids.</summary>
    public void EnsureIds(int count)
    {
        if (Ids.Length < count)
        {
            Ids = new int[count];
        }
    }

    /// <summary>Drops what an unusually long part has needed.</summary>
    public void Trim()
    {
        if (Ids.Length > MaxKeptIds)
        {
            Ids = new int[256];
        }
    }

    /// <summary>Fetches the ids of a part that was met before into <see cref="Ids"/>.</summary>
    public bool TryGet(ReadOnlySpan<char> part, uint hash, out int count)
    {
        int slot = (int)(hash >> (32 - SlotBits));
        ReadOnlySpan<int> ids = _ids.AsSpan(slot * IdsPerSlot, IdsPerSlot);
        count = ids[0] >> 8;
        if (part.Length != (ids[0] & 0xFF) || !part.SequenceEqual(_parts.AsSpan(slot * MaxPartLength, part.Length)))
        {
            return false;
        }

        ids[1..].CopyTo(Ids);
        return true;
    }

    /// <summary>Remembers the first <paramref name="count"/> of <see cref="Ids"/> in place of what the slot held, if they fit.</summary>
    public void Add(ReadOnlySpan<char> part, uint hash, int count)
    {
        if (part.Length > MaxPartLength || count >= IdsPerSlot)
        {
            return;
        }

        int slot = (int)(hash >> (32 - SlotBits));
        part.CopyTo(_parts.AsSpan(slot * MaxPartLength));
        Span<int> ids = _ids.AsSpan(slot * IdsPerSlot, IdsPerSlot);
        ids[0] = (count << 8) | part.Length;
        Ids.AsSpan(0, count).CopyTo(ids[1..]);
    }
}

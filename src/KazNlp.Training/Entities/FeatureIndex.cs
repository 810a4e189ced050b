namespace KazNlp;

/// <summary>Numbers features in the order in which they are first seen, and counts them. Not thread-safe.</summary>
internal sealed class FeatureIndex
{
    private const double MaxLoad = 0.6;

    private ulong[] _keys = new ulong[1 << 20];
    private int[] _ids = new int[1 << 20];
    private int[] _counts = new int[1 << 19];

    /// <summary>Number of different features.</summary>
    public int Count { get; private set; }

    /// <summary>How often the feature of each number was seen.</summary>
    public int[] Counts() => _counts[..Count];

    /// <summary>The number of a feature, which is counted once more.</summary>
    public int Add(ulong feature)
    {
        if (Count > _keys.Length * MaxLoad)
        {
            Grow();
        }

        int slot = Slot(_keys, feature);
        if (_keys[slot] == 0)
        {
            _keys[slot] = feature;
            _ids[slot] = Count;
            if (Count == _counts.Length)
            {
                Array.Resize(ref _counts, _counts.Length * 2);
            }

            Count++;
        }

        int id = _ids[slot];
        _counts[id]++;
        return id;
    }

    /// <summary>The feature of each number.</summary>
    public ulong[] Features()
    {
        ulong[] features = new ulong[Count];
        for (int slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] != 0)
            {
                features[_ids[slot]] = _keys[slot];
            }
        }

        return features;
    }

    // A zero feature would look like an empty slot; its odds are those of any other value, 2⁻⁶⁴.
    private static int Slot(ulong[] keys, ulong feature)
    {
        int mask = keys.Length - 1;
        int slot = (int)(feature >> 20) & mask;
        while (keys[slot] != 0 && keys[slot] != feature)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        ulong[] keys = new ulong[_keys.Length * 2];
        int[] ids = new int[_keys.Length * 2];
        for (int old = 0; old < _keys.Length; old++)
        {
            if (_keys[old] != 0)
            {
                int slot = Slot(keys, _keys[old]);
                keys[slot] = _keys[old];
                ids[slot] = _ids[old];
            }
        }

        _keys = keys;
        _ids = ids;
    }
}

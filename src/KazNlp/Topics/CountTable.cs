using System.Numerics;

namespace KazNlp;

/// <summary>Counts how much each of a set of numbers was added: open addressing over arrays that grow with the number of distinct keys and are kept between uses.</summary>
/// <remarks>Keys come back in the order of their first addition, so that sums over them are the same on every run. Not thread-safe.</remarks>
internal sealed class CountTable
{
    private const int InitialCapacity = 1024;

    private int[] _slots = new int[InitialCapacity]; // index into _keys plus one; zero is free
    private int[] _keys = new int[InitialCapacity / 2];
    private float[] _counts = new float[InitialCapacity / 2];

    /// <summary>Number of distinct keys.</summary>
    public int Count { get; private set; }

    /// <summary>The distinct keys.</summary>
    public ReadOnlySpan<int> Keys => _keys.AsSpan(0, Count);

    /// <summary>What was added for each of <see cref="Keys"/>.</summary>
    public ReadOnlySpan<float> Counts => _counts.AsSpan(0, Count);

    /// <summary>Adds to a key's count.</summary>
    public void Add(int key, float amount)
    {
        int slot = Find(key);
        int entry = _slots[slot] - 1;
        if (entry < 0)
        {
            if (Count == _keys.Length)
            {
                Grow();
                slot = Find(key);
            }

            entry = Count++;
            _slots[slot] = entry + 1;
            _keys[entry] = key;
            _counts[entry] = 0;
        }

        _counts[entry] += amount;
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
    }

    private int Find(int key)
    {
        int mask = _slots.Length - 1;
        int slot = (int)((uint)key * 0x9E3779B1u >> (32 - BitOperations.Log2((uint)_slots.Length)));
        while (_slots[slot] != 0 && _keys[_slots[slot] - 1] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, _keys.Length * 2);
        Array.Resize(ref _counts, _counts.Length * 2);
        _slots = new int[_slots.Length * 2];
        for (int i = 0; i < Count; i++)
        {
            _slots[Find(_keys[i])] = i + 1;
        }
    }
}

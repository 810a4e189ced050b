namespace KazNlp;

/// <summary>Counts the stems of a text: open addressing over arrays that grow with the number of distinct stems and are kept between uses.</summary>
/// <remarks>Stems come back in the order of their first addition, so that sums over them are the same on every run. Not thread-safe.</remarks>
internal sealed class StemCounts
{
    private const int InitialCapacity = 1024;

    private int[] _places = new int[InitialCapacity]; // index into the other arrays plus one; zero is free
    private WordStem[] _stems = new WordStem[InitialCapacity / 2];
    private float[] _counts = new float[InitialCapacity / 2];
    private float[] _leadCounts = new float[InitialCapacity / 2];

    /// <summary>Number of distinct stems.</summary>
    public int Count { get; private set; }

    /// <summary>The distinct stems.</summary>
    public ReadOnlySpan<WordStem> Stems => _stems.AsSpan(0, Count);

    /// <summary>How often each occurs.</summary>
    public ReadOnlySpan<float> Counts => _counts.AsSpan(0, Count);

    /// <summary>How often each occurs in the lead.</summary>
    public ReadOnlySpan<float> LeadCounts => _leadCounts.AsSpan(0, Count);

    /// <summary>Adds to a stem's counts.</summary>
    public void Add(WordStem stem, float amount, float leadAmount)
    {
        int place = Find(stem.LongHash);
        int entry = _places[place] - 1;
        if (entry < 0)
        {
            if (Count == _stems.Length)
            {
                Grow();
                place = Find(stem.LongHash);
            }

            entry = Count++;
            _places[place] = entry + 1;
            _stems[entry] = stem;
            _counts[entry] = 0;
            _leadCounts[entry] = 0;
        }

        _counts[entry] += amount;
        _leadCounts[entry] += leadAmount;
    }

    /// <summary>The weights of a stem in the text and in the lead: dampened counts times its rarity.</summary>
    public (float Text, float Lead) WeightsOf(int index, float rarity) =>
        (Dampen(_counts[index]) * rarity, _leadCounts[index] > 0 ? Dampen(_leadCounts[index]) * rarity : 0);

    /// <summary>Forgets all stems.</summary>
    public void Clear()
    {
        Array.Clear(_places);
        Count = 0;
    }

    private static float Dampen(float count) => count == 1 ? 1 : 1 + MathF.Log(count);

    private int Find(ulong hash)
    {
        int mask = _places.Length - 1;
        int place = (int)(hash >> 20) & mask;
        while (_places[place] != 0 && _stems[_places[place] - 1].LongHash != hash)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        Array.Resize(ref _stems, _stems.Length * 2);
        Array.Resize(ref _counts, _counts.Length * 2);
        Array.Resize(ref _leadCounts, _leadCounts.Length * 2);
        _places = new int[_places.Length * 2];
        for (int i = 0; i < Count; i++)
        {
            _places[Find(_stems[i].LongHash)] = i + 1;
        }
    }
}

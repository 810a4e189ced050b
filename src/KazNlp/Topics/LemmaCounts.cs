namespace KazNlp;

/// <summary>Counts the lemmas of a text: open addressing over arrays that grow with the number of distinct lemmas and are kept between uses.</summary>
/// <remarks>Lemmas come back in the order of their first addition, so that sums over them are the same on every run. Not thread-safe.</remarks>
internal sealed class LemmaCounts
{
    private const int InitialCapacity = 1024;

    private int[] _places = new int[InitialCapacity]; // index into the other arrays plus one; zero is free
    private TopicWord[] _words = new TopicWord[InitialCapacity / 2];
    private float[] _counts = new float[InitialCapacity / 2];
    private float[] _leadCounts = new float[InitialCapacity / 2];
    private float[] _titleCounts = new float[InitialCapacity / 2];

    /// <summary>Number of distinct lemmas.</summary>
    public int Count { get; private set; }

    /// <summary>The distinct lemmas.</summary>
    public ReadOnlySpan<TopicWord> Words => _words.AsSpan(0, Count);

    /// <summary>How often each occurs.</summary>
    public ReadOnlySpan<float> Counts => _counts.AsSpan(0, Count);

    /// <summary>How often each occurs in the lead.</summary>
    public ReadOnlySpan<float> LeadCounts => _leadCounts.AsSpan(0, Count);

    /// <summary>How often each occurs in the title.</summary>
    public ReadOnlySpan<float> TitleCounts => _titleCounts.AsSpan(0, Count);

    /// <summary>Adds to a lemma's counts.</summary>
    public void Add(TopicWord word, float amount, float leadAmount, float titleAmount)
    {
        int place = Find(word.Hash);
        int entry = _places[place] - 1;
        if (entry < 0)
        {
            if (Count == _words.Length)
            {
                Grow();
                place = Find(word.Hash);
            }

            entry = Count++;
            _places[place] = entry + 1;
            _words[entry] = word;
            _counts[entry] = 0;
            _leadCounts[entry] = 0;
            _titleCounts[entry] = 0;
        }

        _counts[entry] += amount;
        _leadCounts[entry] += leadAmount;
        _titleCounts[entry] += titleAmount;
    }

    /// <summary>The weights of a lemma in the text, in the lead and in the title: dampened counts times its rarity.</summary>
    public (float Text, float Lead, float Title) WeightsOf(int index, float rarity) =>
        (Dampen(_counts[index]) * rarity, Dampen(_leadCounts[index]) * rarity, Dampen(_titleCounts[index]) * rarity);

    /// <summary>Forgets all lemmas.</summary>
    public void Clear()
    {
        Array.Clear(_places);
        Count = 0;
    }

    private static float Dampen(float count) => count <= 1 ? count : 1 + MathF.Log(count);

    private int Find(ulong hash)
    {
        int mask = _places.Length - 1;
        int place = (int)(hash >> 20) & mask;
        while (_places[place] != 0 && _words[_places[place] - 1].Hash != hash)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        Array.Resize(ref _words, _words.Length * 2);
        Array.Resize(ref _counts, _counts.Length * 2);
        Array.Resize(ref _leadCounts, _leadCounts.Length * 2);
        Array.Resize(ref _titleCounts, _titleCounts.Length * 2);
        _places = new int[_places.Length * 2];
        for (int i = 0; i < Count; i++)
        {
            _places[Find(_words[i].Hash)] = i + 1;
        }
    }
}

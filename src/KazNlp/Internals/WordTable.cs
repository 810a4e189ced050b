namespace KazNlp;

/// <summary>
/// A fixed list of words, each with a number, asked with spans. The values of the words stand in arrays beside it, by number.
/// Once filled it is immutable and thread-safe; filling it is not.
/// </summary>
/// <remarks>
/// The runtime's frozen collections answer as fast, but study their keys when they are made and are compiled anew for each type of value: a dozen of
/// them cost the first text of a process more than its analysis. The lists are ours, so no input can make the words of one collide.
/// </remarks>
internal sealed class WordTable
{
    private const int LeastSlots = 16;

    private readonly List<string> _words = [];
    private readonly ulong[] _openings = new ulong[64]; // a bit for the first two letters of each word; some pairs of letters share one
    private ushort[] _slots = new ushort[LeastSlots]; // number + 1

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>The word of a number.</summary>
    public string this[int number] => _words[number];

    /// <summary>Adds a word, if it is not there.</summary>
    /// <param name="word">The word, not empty.</param>
    /// <returns>Its number: words are numbered from zero in the order in which they came.</returns>
    public int Add(string word)
    {
        int known = Find(word);
        if (known >= 0)
        {
            return known;
        }

        _words.Add(word);
        int opening = Opening(word);
        _openings[opening >> 6] |= 1UL << opening;
        if (_words.Count * 2 > _slots.Length)
        {
            _slots = new ushort[_slots.Length * 2];
            for (int number = 0; number < _words.Count; number++)
            {
                Place(number);
            }
        }
        else
        {
            Place(_words.Count - 1);
        }

        return _words.Count - 1;
    }

    /// <summary>The number of a word, or −1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return -1;
        }

        ushort[] slots = _slots;
        for (uint slot = Hash(word); ; slot++)
        {
            int number = slots[slot & (uint)(slots.Length - 1)] - 1;
            if (number < 0 || word.SequenceEqual(_words[number]))
            {
                return number;
            }
        }
    }

    /// <summary>Whether a word may begin with one of these words, by its first two letters. Only for tables whose words have two letters at least.</summary>
    /// <param name="word">The word, of two letters at least.</param>
    /// <returns><see langword="false"/> only where it surely does not.</returns>
    public bool MayBegin(ReadOnlySpan<char> word)
    {
        int opening = Opening(word);
        return (_openings[opening >> 6] >> opening & 1) != 0;
    }

    private static int Opening(ReadOnlySpan<char> word) => ((word[0] & 0x3F) << 6) | (word[word.Length > 1 ? 1 : 0] & 0x3F);

    private void Place(int number)
    {
        uint slot = Hash(_words[number]);
        while (_slots[slot & (uint)(_slots.Length - 1)] != 0)
        {
            slot++;
        }

        _slots[slot & (uint)(_slots.Length - 1)] = checked((ushort)(number + 1));
    }

    // First, last, second and middle letter and the length.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        uint ends = word[0] | ((uint)word[^1] << 16);
        uint inner = word[word.Length > 1 ? 1 : 0] | ((uint)word[word.Length >> 1] << 16);
        uint hash = (ends * 0x9E3779B1) ^ ((inner + (uint)word.Length) * 0x85EBCA6B);
        return hash ^ (hash >> 15);
    }
}

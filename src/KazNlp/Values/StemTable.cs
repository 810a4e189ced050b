namespace KazNlp;

/// <summary>Words by stem: an inflected word is found by the longest stem that leaves endings. Once filled it is immutable and thread-safe.</summary>
internal sealed class StemTable
{
    private readonly WordTable _stems = new();
    private readonly List<int> _numbers = []; // by the stem's place in the table
    private int _longest;

    /// <summary>
    /// Adds a stem. One in <c>к, қ, п</c> is also found voiced: <c>қыркүйек</c> in <c>қыркүйегі</c>, unless that is a stem itself. Of two that are alike the later stays.
    /// </summary>
    /// <param name="stem">The stem in lower case, not empty.</param>
    /// <param name="number">What <see cref="TryFind"/> gives for it.</param>
    public void Add(string stem, int number)
    {
        Set(stem, number, replaces: true);
        char voiced = stem[^1] switch
        {
            'к' => 'г',
            'қ' => 'ғ',
            'п' => 'б',
            _ => '\0',
        };
        if (voiced != '\0' && stem.Length > 2)
        {
            Set(stem[..^1] + voiced, number, replaces: false);
        }
    }

    /// <summary>Looks a word up.</summary>
    /// <param name="word">The word in lower case.</param>
    /// <param name="number">The number of its stem.</param>
    /// <param name="endings">What stands behind the stem.</param>
    public bool TryFind(ReadOnlySpan<char> word, out int number, out ReadOnlySpan<char> endings)
    {
        for (int length = Math.Min(word.Length, _longest); length > 0; length--)
        {
            int place = _stems.Find(word[..length]);
            if (place >= 0 && (length == word.Length || (length > 1 && ValueEndings.AreEndings(word[length..]))))
            {
                number = _numbers[place];
                endings = word[length..];
                return true;
            }
        }

        number = -1;
        endings = default;
        return false;
    }

    private void Set(string stem, int number, bool replaces)
    {
        int place = _stems.Add(stem);
        if (place == _numbers.Count)
        {
            _numbers.Add(number);
            _longest = Math.Max(_longest, stem.Length);
        }
        else if (replaces)
        {
            _numbers[place] = number;
        }
    }
}

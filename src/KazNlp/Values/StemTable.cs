using System.Collections.Frozen;

namespace KazNlp;

/// <summary>Words by stem: an inflected word is found by the longest stem that leaves endings. Immutable and thread-safe.</summary>
internal sealed class StemTable<T>
{
    private readonly FrozenDictionary<string, T> _stems;
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _spans;
    private readonly int _longest;

    /// <summary>Makes a table. A stem in <c>к, қ, п</c> is also found voiced: <c>қыркүйек</c> in <c>қыркүйегі</c>.</summary>
    /// <param name="stems">Stems in lower case. Of two with one stem the later stays.</param>
    public StemTable(IEnumerable<KeyValuePair<string, T>> stems)
    {
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach ((string stem, T value) in stems)
        {
            table[stem] = value;
            char voiced = stem[^1] switch
            {
                'к' => 'г',
                'қ' => 'ғ',
                'п' => 'б',
                _ => '\0',
            };
            if (voiced != '\0' && stem.Length > 2)
            {
                table.TryAdd(stem[..^1] + voiced, value);
            }
        }

        _stems = table.ToFrozenDictionary(StringComparer.Ordinal);
        _spans = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = table.Keys.Max(stem => stem.Length);
    }

    /// <summary>Looks a word up.</summary>
    /// <param name="word">The word in lower case.</param>
    /// <param name="value">What its stem stands for.</param>
    /// <param name="endings">What stands behind the stem.</param>
    public bool TryFind(ReadOnlySpan<char> word, out T value, out ReadOnlySpan<char> endings)
    {
        for (int length = Math.Min(word.Length, _longest); length > 0; length--)
        {
            if (_spans.TryGetValue(word[..length], out value!) && (length == word.Length || (length > 1 && ValueEndings.AreEndings(word[length..]))))
            {
                endings = word[length..];
                return true;
            }
        }

        value = default!;
        endings = default;
        return false;
    }
}

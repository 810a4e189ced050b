using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>A short list of words that is asked about many words, in any mixture of small and capital letters, of which hardly any is in it.</summary>
internal sealed class WordList
{
    private const int FilterBits = 16384;

    // A bit set of length, first and last letter: of sixty words it has one bit in seventy set, and spares all others the lower-casing and the hash.
    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _maxLength;

    /// <summary>The words, in small letters.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Makes a list.</summary>
    /// <param name="words">Words in small letters, none of them empty.</param>
    public WordList(params string[] words)
    {
        Words = words;
        _words = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _maxLength = words.Max(w => w.Length);
        foreach (string word in words)
        {
            foreach (char first in (ReadOnlySpan<char>)[word[0], char.ToUpperInvariant(word[0])])
            {
                foreach (char last in (ReadOnlySpan<char>)[word[^1], char.ToUpperInvariant(word[^1])])
                {
                    int bit = Hash(first, last, word.Length);
                    _filter[bit >> 6] |= 1UL << bit;
                }
            }
        }
    }

    /// <summary>Whether a word of this length and with these letters may be in the list: false for all but one in seventy of the words that are not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayContain(char first, char last, int length)
    {
        int bit = Hash(first, last, length);
        return (_filter[bit >> 6] >> bit & 1) != 0;
    }

    /// <summary>Whether a word is in the list.</summary>
    public bool Contains(ReadOnlySpan<char> word) => !word.IsEmpty && MayContain(word[0], word[^1], word.Length) && Find(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(char first, char last, int length) => (int)(((first * 0x9E3779B1u) + (last * 0x85EBCA6Bu) + ((uint)length * 0xC2B2AE35u)) >> 18);

    private bool Find(ReadOnlySpan<char> word)
    {
        if (word.Length > _maxLength) return false;
        Span<char> small = stackalloc char[_maxLength];
        return _words.Contains(CaseFolding.ToLower(word, small));
    }
}

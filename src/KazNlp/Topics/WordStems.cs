using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>The hashes of a stem as topic features know it.</summary>
/// <param name="LongHash">Hash of its first <see cref="TopicFeatures.LongStem"/> letters.</param>
/// <param name="ShortHash">Hash of its first <see cref="TopicFeatures.ShortStem"/> letters.</param>
/// <param name="HasShort">Whether the two differ.</param>
internal readonly record struct WordStem(ulong LongHash, ulong ShortHash, bool HasShort);

/// <summary>The stems of a word, one for each of its parts: <c>сауда-экономикалық</c> is two words, <c>АҚШ-тың</c> one with an ending.</summary>
/// <remarks>Stems are lower-case, and Latin look-alikes in a Cyrillic word are repaired.</remarks>
internal ref struct WordStems(ReadOnlySpan<char> word)
{
    /// <summary>A part after a hyphen that is shorter is taken for an ending.</summary>
    private const int ShortestSecondPart = 4;

    private const ulong Seed = 0x6D657473; // any number will do; vectors and models are trained with it

    private ReadOnlySpan<char> _rest = word;
    private bool _isFirst = true;
    private StemBuffer _buffer;

    /// <summary>The stem of the present part.</summary>
    public WordStem Current { get; private set; }

    /// <summary>The present part, as it is written.</summary>
    public ReadOnlySpan<char> Part { get; private set; }

    public readonly WordStems GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            int hyphen = _rest.IndexOf('-');
            ReadOnlySpan<char> part = hyphen < 0 ? _rest : _rest[..hyphen];
            _rest = hyphen < 0 ? [] : _rest[(hyphen + 1)..];
            bool counts = part.Length >= ShortestSecondPart || (_isFirst && part.Length > 0);
            _isFirst = false;
            if (counts)
            {
                Part = part;
                ReadOnlySpan<char> stem = StemFolding.Fold(part, _buffer);
                Current = HashOf(stem);
                return true;
            }
        }

        return false;
    }

    /// <summary>The short stem is the long one's start, so the long hash goes on from the short one; four letters are a number.</summary>
    private static WordStem HashOf(ReadOnlySpan<char> stem)
    {
        ulong start = 0;
        ulong rest = 0;
        for (int i = 0; i < stem.Length; i++)
        {
            if (i < TopicFeatures.ShortStem)
            {
                start |= (ulong)stem[i] << (16 * i);
            }
            else
            {
                rest |= (ulong)stem[i] << (16 * (i - TopicFeatures.ShortStem));
            }
        }

        ulong shortHash = FeatureHash.Combine(Seed, start);
        return rest == 0 ? new WordStem(shortHash, shortHash, false) : new WordStem(FeatureHash.Combine(shortHash, rest), shortHash, true);
    }

    [InlineArray(TopicFeatures.LongStem)]
    private struct StemBuffer
    {
        private char _first;
    }
}

using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>The features by which the tagger weighs an option in its context, as hashes into the table of weights.</summary>
internal static class TaggerFeatures
{
    /// <summary>The number of weights.</summary>
    public const int TableSize = 1 << 17;

    /// <summary>The most features of one option.</summary>
    public const int MaxCount = 40;

    /// <summary>What is known of a token before it is tagged.</summary>
    internal struct View
    {
        /// <summary>Index of its first option, and how many there are.</summary>
        public int First;

        public int Count;

        /// <summary>A set of the parts of speech among its options.</summary>
        public uint Tags;

        /// <summary>Tag and ending of its likeliest option without context.</summary>
        public uint Likely;

        /// <summary>A hash of the word if it is of a closed class, or 0.</summary>
        public uint Closed;

        /// <summary>Whether the same word of a closed class stands elsewhere in the sentence, as in "да … да".</summary>
        public bool Repeats;

        /// <summary>A hash of its last two letters.</summary>
        public uint Suffix2;

        /// <summary>A hash of its last three letters.</summary>
        public uint Suffix3;

        /// <summary>Capital, sentence start and form.</summary>
        public uint Shape;
    }

    /// <summary>What was decided for a token.</summary>
    internal readonly record struct Decision(PartOfSpeech Tag, ushort Ending, uint Closed, uint Lemma);

    /// <summary>Writes the features.</summary>
    /// <returns>Their number.</returns>
    public static int Extract(in TaggerOption option, in View view, in View next, in View second, in Decision previous, in Decision earlier, Span<uint> features)
    {
        int count = 0;
        uint tag = (uint)option.PartOfSpeech + 1;
        uint fine = (tag << 16) | option.Ending;
        uint previousTag = (uint)previous.Tag + 1;
        uint previousFine = (previousTag << 16) | previous.Ending;
        features[count++] = Hash(1, tag);
        features[count++] = Hash(2, fine);
        features[count++] = Hash(3, tag, previousTag);
        features[count++] = Hash(4, tag, previousFine);
        features[count++] = Hash(5, fine, previousFine);
        features[count++] = Hash(6, tag, previousTag, (uint)earlier.Tag + 1);
        features[count++] = Hash(7, tag, next.Likely);
        features[count++] = Hash(8, fine, next.Likely);
        features[count++] = Hash(9, tag, next.Tags);
        features[count++] = Hash(10, tag, view.Shape);
        features[count++] = Hash(11, tag, view.Suffix2, view.Shape & 3);
        features[count++] = Hash(12, tag, view.Suffix3);
        features[count++] = Hash(13, tag, (uint)option.Listed, option.Origin);
        features[count++] = Hash(14, tag, view.Tags);
        features[count++] = Hash(15, tag, view.Tags, previousTag);
        features[count++] = Hash(16, tag, view.Tags, next.Likely);
        features[count++] = Hash(17, tag, next.Likely, second.Likely);
        features[count++] = Hash(18, fine, option.Origin);
        features[count++] = Hash(19, fine, previousTag, next.Likely >> 16);
        if (view.Closed != 0)
        {
            features[count++] = Hash(20, tag, view.Closed);
            features[count++] = Hash(21, tag, view.Closed, next.Likely);
            features[count++] = Hash(22, tag, view.Closed, previousFine);
            features[count++] = Hash(29, tag, view.Closed, view.Repeats ? 1u : 0);
            features[count++] = Hash(30, tag, view.Closed, previousTag ^ (next.Likely >> 16 << 8));
        }

        if (previous.Closed != 0)
        {
            features[count++] = Hash(23, tag, previous.Closed);
        }

        if (next.Closed != 0)
        {
            features[count++] = Hash(24, tag, next.Closed);
            features[count++] = Hash(25, fine, next.Closed);
        }

        if (option.Lemma != 0)
        {
            features[count++] = Hash(26, tag, option.Lemma);
            features[count++] = Hash(27, fine, option.Lemma);
            features[count++] = Hash(28, tag, option.Lemma, previousTag);
            features[count++] = Hash(31, tag, option.Lemma, previousFine);
        }

        if (previous.Lemma != 0)
        {
            features[count++] = Hash(32, tag, previous.Lemma);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint template, uint a, uint b = 0, uint c = 0)
    {
        ulong hash = ((ulong)template * 0x9E3779B97F4A7C15) ^ a;
        hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9 ^ b;
        hash = (hash ^ (hash >> 32)) * 0x94D049BB133111EB ^ c;
        hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
        return (uint)(hash >> 40) & (TableSize - 1);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>The records of a pack of kind <c>gazetteers</c>, little-endian, read in place.</summary>
/// <remarks>
/// Sections: <c>types</c>, the labels of the entity types, UTF-8, one a line; <c>entries</c>, an <see cref="EntryRecord"/> for each thing;
/// <c>names</c>, a <see cref="NameRecord"/> for each name of a thing; <c>keys</c>, a <see cref="KeyRecord"/> for each folded word sequence that is or starts a name;
/// <c>slots</c>, an open-addressed table of <see cref="SlotRecord"/> (a power of two, linear probing) from the hash of a word sequence to its key;
/// <c>text</c>, the names as UTF-16; <c>countries</c>, one country a line, UTF-8, columns parted by tabs.
/// </remarks>
internal static class GazetteerLayout
{
    public const string PackKind = "gazetteers";
    public const string Types = "types";
    public const string Entries = "entries";
    public const string Names = "names";
    public const string Keys = "keys";
    public const string Slots = "slots";
    public const string Text = "text";
    public const string Countries = "countries";

    private const ulong HashSeed = 0x243F6A8885A308D3;

    /// <summary>The hash of a walk that has read the words of <paramref name="hash"/> and goes on with <paramref name="word"/>; 0 stands for the start, and for words that hold no letter or digit.</summary>
    /// <remarks>Walking word by word and hashing a whole name at once give the same value, wherever the caller cuts words at separators.</remarks>
    public static ulong Extend(ulong hash, ReadOnlySpan<char> word)
    {
        bool pending = hash != 0;
        foreach (char c in word)
        {
            hash = ExtendBy(c, hash, ref pending);
        }

        return hash;
    }

    /// <summary>The same for every beginning of a word: <c>hashes[n]</c> is that of its first <c>n</c> characters.</summary>
    public static void ExtendAll(ulong hash, ReadOnlySpan<char> word, Span<ulong> hashes)
    {
        bool pending = hash != 0;
        hashes[0] = hash;
        for (int i = 0; i < word.Length; i++)
        {
            hash = ExtendBy(word[i], hash, ref pending);
            hashes[i + 1] = hash;
        }
    }

    // A separator counts when a letter follows it: pending tells that one was read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ExtendBy(char c, ulong hash, ref bool pending)
    {
        char f = GazetteerFolding.Fold(c);
        if (f == GazetteerFolding.Separator)
        {
            pending = hash != 0;
            return hash;
        }

        if (f == GazetteerFolding.Ignored)
        {
            return hash;
        }

        if (pending)
        {
            hash = FeatureHash.Combine(hash, ' ');
            pending = false;
        }

        return FeatureHash.Combine(hash == 0 ? HashSeed : hash, f);
    }

    /// <summary>The hash of a word with one letter more than <paramref name="hash"/> has read.</summary>
    public static ulong ExtendLetter(ulong hash, char letter) => FeatureHash.Combine(hash, GazetteerFolding.Fold(letter));

    public static uint Tag(ulong hash) => (uint)(hash >> 32);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct EntryRecord
    {
        public uint NameOffset;
        public uint CodeOffset;
        public ushort NameLength;
        public ushort CodeLength;
        public byte Type;
        public byte Kind;
        public byte Country0;
        public byte Country1;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct NameRecord
    {
        public uint Entry;
        public uint TextOffset;
        public uint TextLength;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct KeyRecord
    {
        public ulong Kinds;
        public uint FirstName;
        public ushort NameCount;
        public ushort HasLonger;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct SlotRecord
    {
        public uint Tag;

        /// <summary>Number of the key plus one; 0 for an empty slot.</summary>
        public uint KeyPlusOne;
    }
}

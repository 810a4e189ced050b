using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>
/// The stems and the shapes in which they stand in words, read in place from the pack: an open-addressed table from the hash of a lower-case
/// shape to its entries. Immutable and thread-safe.
/// </summary>
internal sealed class StemLexicon
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly ReadOnlyMemory<byte> _stems;
    private readonly ReadOnlyMemory<byte> _variants;
    private readonly ReadOnlyMemory<byte> _slots;
    private readonly uint _mask;

    /// <summary>For each slot some bits of the hash of what stands there, so that a spelling that is not there is seldom compared.</summary>
    private readonly byte[] _tags;

    private readonly string?[] _lemmas;

    public StemLexicon(ModelPack pack)
    {
        _text = pack.GetSection("text");
        _stems = pack.GetSection("stems");
        _variants = pack.GetSection("variants");
        _slots = pack.GetSection("slots");
        int slots = _slots.Length / sizeof(int);
        if (slots == 0 || (slots & (slots - 1)) != 0)
        {
            throw new InvalidDataException($"{pack.Name}: section 'slots' has no power of two of entries.");
        }

        _mask = (uint)slots - 1;
        _lemmas = new string?[Stems.Length];
        _tags = BuildTags();
    }

    /// <summary>A stem. <c>Features</c> numbers the whole-word features of a closed-class form; 0 is none. <c>Score</c> is a logarithmic frequency in hundredths.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Stem(int Lemma, byte LemmaLength, PartOfSpeech PartOfSpeech, byte Root, Harmony Harmony, SoundClass Class, short Score, ushort Features);

    /// <summary>A shape of a stem: where its letters are, which stem, and for which kinds of suffix.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Variant(int Text, byte Length, StemForms Forms, bool IsLast, int Stem);

    public int Count => Stems.Length;

    public ReadOnlySpan<Stem> Stems => MemoryMarshal.Cast<byte, Stem>(_stems.Span);

    public ReadOnlySpan<Variant> Variants => MemoryMarshal.Cast<byte, Variant>(_variants.Span);

    private ReadOnlySpan<char> Text => MemoryMarshal.Cast<byte, char>(_text.Span);

    private ReadOnlySpan<int> Slots => MemoryMarshal.Cast<byte, int>(_slots.Span);

    public const ulong HashStart = 0x9E3779B97F4A7C15;

    /// <summary>One step of the rolling hash, so that all prefixes of a word are hashed in one pass.</summary>
    public static ulong HashStep(ulong hash, char c) => (hash ^ c) * 0xD6E8FEB86659FD93;

    /// <summary>The slot at which the search for a hash starts.</summary>
    public static uint SlotOf(ulong hash, uint mask) => (uint)(hash >> 32) & mask;

    public ReadOnlySpan<char> LemmaOf(in Stem stem) => Text.Slice(stem.Lemma, stem.LemmaLength);

    /// <summary>The lemma of a stem as a string, made once.</summary>
    public string LemmaStringOf(int stem) => _lemmas[stem] ??= LemmaOf(Stems[stem]).ToString();

    public ReadOnlySpan<char> TextOf(in Variant variant) => Text.Slice(variant.Text, variant.Length);

    /// <summary>The tables as spans, for a search that looks many beginnings of a word up.</summary>
    public Tables Open() => new(Slots, _tags, Variants, Stems, Text, _mask);

    /// <summary>The first of the variants with this spelling, or -1. The others follow it up to the one marked last.</summary>
    public int Find(ReadOnlySpan<char> shape) => Open().Find(shape, HashOf(shape));

    // Compiled once and well: in the first text of a process the loops would else run unoptimised.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private byte[] BuildTags()
    {
        ReadOnlySpan<int> slots = Slots;
        ReadOnlySpan<Variant> variants = Variants;
        ReadOnlySpan<char> text = Text;
        byte[] tags = new byte[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i] == 0)
            {
                continue;
            }

            ref readonly Variant variant = ref variants[slots[i] - 1];
            ulong hash = HashStart;
            foreach (char c in text.Slice(variant.Text, variant.Length))
            {
                hash = HashStep(hash, c);
            }

            tags[i] = TagOf(hash);
        }

        return tags;
    }

    private static byte TagOf(ulong hash) => (byte)((hash >> 24) | 1);

    private static ulong HashOf(ReadOnlySpan<char> shape)
    {
        ulong hash = HashStart;
        foreach (char c in shape)
        {
            hash = HashStep(hash, c);
        }

        return hash;
    }

    /// <summary>The tables of the lexicon.</summary>
    internal readonly ref struct Tables(ReadOnlySpan<int> slots, ReadOnlySpan<byte> tags, ReadOnlySpan<Variant> variants, ReadOnlySpan<Stem> stems, ReadOnlySpan<char> text, uint mask)
    {
        private readonly ReadOnlySpan<int> _slots = slots;
        private readonly ReadOnlySpan<byte> _tags = tags;
        private readonly ReadOnlySpan<char> _text = text;
        private readonly uint _mask = mask;

        public ReadOnlySpan<Variant> Variants { get; } = variants;

        public ReadOnlySpan<Stem> Stems { get; } = stems;

        /// <summary>The first of the variants with this spelling, or -1. The others follow it up to the one marked last.</summary>
        public int Find(ReadOnlySpan<char> shape, ulong hash)
        {
            byte tag = TagOf(hash);
            for (uint slot = SlotOf(hash, _mask); ; slot = (slot + 1) & _mask)
            {
                byte found = _tags[(int)slot];
                if (found == 0)
                {
                    return -1;
                }

                if (found != tag)
                {
                    continue;
                }

                int index = _slots[(int)slot] - 1;
                ref readonly Variant variant = ref Variants[index];
                if (variant.Length == shape.Length && _text.Slice(variant.Text, variant.Length).SequenceEqual(shape))
                {
                    return index;
                }
            }
        }
    }
}

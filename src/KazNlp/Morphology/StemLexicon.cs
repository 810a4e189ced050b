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

    public ReadOnlySpan<char> TextOf(in Variant variant) => Text.Slice(variant.Text, variant.Length);

    /// <summary>The first of the variants with this spelling, or -1. The others follow it up to the one marked last.</summary>
    public int Find(ReadOnlySpan<char> shape, ulong hash)
    {
        ReadOnlySpan<int> slots = Slots;
        ReadOnlySpan<Variant> variants = Variants;
        ReadOnlySpan<char> text = Text;
        for (uint slot = SlotOf(hash, _mask); ; slot = (slot + 1) & _mask)
        {
            int index = slots[(int)slot] - 1;
            if (index < 0)
            {
                return -1;
            }

            ref readonly Variant variant = ref variants[index];
            if (variant.Length == shape.Length && text.Slice(variant.Text, variant.Length).SequenceEqual(shape))
            {
                return index;
            }
        }
    }

    /// <summary>The same for a spelling whose hash is not known.</summary>
    public int Find(ReadOnlySpan<char> shape)
    {
        ulong hash = HashStart;
        foreach (char c in shape)
        {
            hash = HashStep(hash, c);
        }

        return Find(shape, hash);
    }
}

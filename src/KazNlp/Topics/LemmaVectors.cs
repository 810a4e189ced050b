using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// What unlabelled Kazakh text teaches about words: how rare each is, and a vector that lies near those of lemmas which keep the same company.
/// It is the same for every classifier, so that a model trained on a few hundred texts starts from what millions of words tell. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The vectors are the truncated singular value decomposition of positive pointwise mutual information (Levy and Goldberg,
/// "Neural Word Embedding as Implicit Matrix Factorization", NIPS 2014), quantised to eight bits; <c>LemmaVectorTrainer</c> in KazNlp.Training makes them.
/// </remarks>
internal sealed class LemmaVectors
{
    /// <summary>The kind of the pack.</summary>
    public const string PackKind = "vectors";

    /// <summary>Number of a vector's components.</summary>
    public const int Dimension = 128;

    public const string TableSection = "table";
    public const string IndexSection = "index";
    public const string RaritySection = "rarity";
    public const string VectorSection = "vectors";
    public const string SlotRaritySection = "slot-rarity";

    /// <summary>Steps of one natural logarithm in which rarities are stored.</summary>
    public const float RarityScale = 16;

    private static readonly Lazy<LemmaVectors> LazyDefault = new(() => new LemmaVectors(EmbeddedPacks.Load(PackKind)));

    private readonly ReadOnlyMemory<byte> _table;
    private readonly ReadOnlyMemory<byte> _index;
    private readonly ReadOnlyMemory<byte> _rarity;
    private readonly ReadOnlyMemory<byte> _vectors;
    private readonly ReadOnlyMemory<byte> _slotRarity;
    private readonly float[] _inverseLengths; // zero until asked for: most texts hold few of the stems
    private readonly int _mask;

    /// <summary>Reads the sections of a pack.</summary>
    /// <exception cref="InvalidDataException">The sections do not fit together.</exception>
    public LemmaVectors(ModelPack pack)
    {
        _table = pack.GetSection(TableSection);
        _index = pack.GetSection(IndexSection);
        _rarity = pack.GetSection(RaritySection);
        _vectors = pack.GetSection(VectorSection);
        _slotRarity = pack.GetSection(SlotRaritySection);
        int capacity = _table.Length / sizeof(uint);
        _mask = capacity - 1;
        Count = _rarity.Length;
        if (!BitOperations.IsPow2(capacity) || capacity <= Count || _index.Length != capacity * sizeof(ushort)
            || _vectors.Length != Count * Dimension || _slotRarity.Length != TopicFeatures.SlotCount || (!pack.IsEmbedded && HasIndexBeyond(Count)))
        {
            throw new InvalidDataException($"{pack.Name}: the sections of the '{PackKind}' pack do not fit together; train it again with this version.");
        }

        _inverseLengths = new float[Count];
        Id = pack.Metadata.GetValueOrDefault("id", "");
    }

    /// <summary>The vectors that ship with the library.</summary>
    public static LemmaVectors Default => LazyDefault.Value;

    /// <summary>What a classifier's pack says to name the vectors that it was trained with.</summary>
    public string Id { get; }

    /// <summary>Number of lemmas.</summary>
    public int Count { get; }

    /// <summary>The index of a lemma by its hash, or −1. A foreign lemma is taken for a known one in about one of a billion cases.</summary>
    public int IndexOf(ulong hash)
    {
        ReadOnlySpan<uint> table = MemoryMarshal.Cast<byte, uint>(_table.Span);
        uint fingerprint = Fingerprint(hash);
        for (int position = (int)hash & _mask; table[position] != 0; position = (position + 1) & _mask)
        {
            if (table[position] == fingerprint)
            {
                return MemoryMarshal.Cast<byte, ushort>(_index.Span)[position];
            }
        }

        return -1;
    }

    /// <summary>The rarity of a lemma: the natural logarithm of how many paragraphs there are for one that holds it.</summary>
    public float Rarity(int index) => _rarity.Span[index] / RarityScale;

    /// <summary>The rarity of the features that fall into a slot of <see cref="TopicFeatures"/>.</summary>
    public float SlotRarity(int slot) => _slotRarity.Span[slot] / RarityScale;

    /// <summary>Adds a lemma's vector, scaled to the length <paramref name="weight"/>, to a sum of <see cref="Dimension"/> components.</summary>
    public void AddTo(Span<float> sum, int index, float weight)
    {
        ReadOnlySpan<sbyte> vector = Components(index);
        ref sbyte components = ref MemoryMarshal.GetReference(vector);
        ref float sums = ref MemoryMarshal.GetReference(sum[..Dimension]);
        Vector256<float> scale = Vector256.Create(InverseLengthOf(index) * weight);
        for (nuint i = 0; i < Dimension; i += (nuint)Vector128<sbyte>.Count)
        {
            (Vector128<short> lower, Vector128<short> upper) = Vector128.Widen(Vector128.LoadUnsafe(ref components, i));
            AddEight(ref sums, i, lower, scale);
            AddEight(ref sums, i + 8, upper, scale);
        }

        static void AddEight(ref float sums, nuint at, Vector128<short> eight, Vector256<float> scale) =>
            (Vector256.LoadUnsafe(ref sums, at) + (Vector256.ConvertToSingle(Vector256.WidenLower(eight.ToVector256Unsafe())) * scale)).StoreUnsafe(ref sums, at);
    }

    internal ReadOnlySpan<sbyte> Components(int index) => MemoryMarshal.Cast<byte, sbyte>(_vectors.Span).Slice(index * Dimension, Dimension);

    /// <summary>What stands in the table for a lemma; zero marks a free place.</summary>
    internal static uint Fingerprint(ulong hash) => Math.Max(1, (uint)(hash >> 32));

    // Two threads may both compute it, and write the same.
    private float InverseLengthOf(int index)
    {
        ref float length = ref _inverseLengths[index];
        if (length == 0)
        {
            length = InverseLength(index);
        }

        return length;
    }

    private float InverseLength(int index)
    {
        int squares = 0;
        foreach (sbyte component in Components(index))
        {
            squares += component * component;
        }

        return squares == 0 ? 0 : 1 / MathF.Sqrt(squares);
    }

    private bool HasIndexBeyond(int count)
    {
        ReadOnlySpan<uint> table = MemoryMarshal.Cast<byte, uint>(_table.Span);
        ReadOnlySpan<ushort> index = MemoryMarshal.Cast<byte, ushort>(_index.Span);
        for (int i = 0; i < table.Length; i++)
        {
            if (table[i] != 0 && index[i] >= count)
            {
                return true;
            }
        }

        return false;
    }
}

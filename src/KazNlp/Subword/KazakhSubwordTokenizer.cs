using System.Collections.Frozen;
using Microsoft.ML.Tokenizers;

namespace KazNlp;

/// <summary>
/// Cuts text into the subword units that a language model reads: byte-level byte-pair encoding with a vocabulary made for Kazakh,
/// as a tokenizer of Microsoft.ML.Tokenizers. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// <para>Lossless: decoding gives back every well-formed string, since each byte of UTF-8 is a piece. A lone surrogate becomes U+FFFD.</para>
/// <para>Merges never reach over the end of a word of <see cref="KazakhTokenizer"/>: a word, a number or a run of marks is merged on its own, with the white-space character before it.</para>
/// <para>Offsets count UTF-16 code units. A token that ends inside a character reaches, as a range of the text, to the end of that character.</para>
/// <para>Methods: Sennrich, Haddow and Birch, "Neural Machine Translation of Rare Words with Subword Units", ACL 2016; bytes as the alphabet: GPT-2, 2019.</para>
/// </remarks>
public sealed partial class KazakhSubwordTokenizer : Tokenizer
{
    private static readonly Lazy<KazakhSubwordTokenizer> LazyDefault = new(() => FromPack(EmbeddedPacks.Load(SubwordPack.Kind)));

    private readonly SubwordModel _model;
    private readonly PartCutter _cutter;
    private readonly BytePairEncoder _encoder;
    private readonly SubwordPreTokenizer _preTokenizer;
    private readonly SubwordNormalizer? _normalizer;
    private readonly Lazy<FrozenDictionary<string, int>> _vocabulary; // half as large again as the rest, and seldom asked for
    private readonly EncoderScratch?[] _scratches = new EncoderScratch?[Math.Max(1, Environment.ProcessorCount)];

    internal KazakhSubwordTokenizer(SubwordModel model)
    {
        _model = model;
        _cutter = new PartCutter(model);
        _encoder = new BytePairEncoder(model);
        _preTokenizer = new SubwordPreTokenizer(_cutter);
        _vocabulary = new Lazy<FrozenDictionary<string, int>>(BuildVocabulary);
        _normalizer = model.Rules.Form is not null || model.Rules.AddsSpace ? new SubwordNormalizer(_cutter, model.Rules) : null;
    }

    /// <summary>The tokenizer with the embedded vocabulary of 32,768 pieces.</summary>
    public static KazakhSubwordTokenizer Default => LazyDefault.Value;

    /// <summary>Number of ids: one more than the highest.</summary>
    public int VocabularySize => _model.IdCount;

    /// <summary>The tokens that stand outside the merges, such as the end of a text, and their ids. Where a text holds one, it becomes that id.</summary>
    public IReadOnlyDictionary<string, int> SpecialTokens => _model.SpecialTokens;

    /// <summary>Cuts text into special tokens and the parts that are merged each on its own; give it to a <see cref="BpeTokenizer"/> that reads the exported files.</summary>
    public override PreTokenizer? PreTokenizer => _preTokenizer;

    /// <summary>Null for our own vocabularies: text is encoded as it is. The file of another may want a Unicode normalization form, or a space before the text.</summary>
    public override Normalizer? Normalizer => _normalizer;

    internal SubwordModel Model => _model;

    /// <summary>All pieces and special tokens as vocabulary files write them (<c>Ġ</c> for a space, two characters for a Cyrillic letter), with their ids.</summary>
    public IReadOnlyDictionary<string, int> Vocabulary => _vocabulary.Value;

    /// <summary>The id of a piece or special token as <see cref="Vocabulary"/> has it, if there is one.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="piece"/> is null.</exception>
    public bool TryGetId(string piece, out int id)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return _vocabulary.Value.TryGetValue(piece, out id);
    }

    /// <summary>The bytes of an id, UTF-8 that may begin or end inside a character.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No piece or special token has this id.</exception>
    public ReadOnlySpan<byte> GetPiece(int id) =>
        TryGetPiece(id, out ReadOnlySpan<byte> bytes) ? bytes : throw new ArgumentOutOfRangeException(nameof(id), id, $"{_model.Source} has no such id.");

    /// <summary>The bytes of an id, UTF-8 that may begin or end inside a character, if the vocabulary has the id.</summary>
    public bool TryGetPiece(int id, out ReadOnlySpan<byte> bytes)
    {
        bytes = (uint)id < (uint)_model.Pieces.Length ? _model.Pieces[id] : default;
        if (bytes.IsEmpty && _model.AddedTexts.TryGetValue(id, out byte[]? added))
        {
            bytes = added;
        }

        return !bytes.IsEmpty;
    }

    private FrozenDictionary<string, int> BuildVocabulary()
    {
        var ids = new Dictionary<string, int>(_model.IdCount, StringComparer.Ordinal);
        for (int id = 0; id < _model.IdCount; id++)
        {
            if (_model.TextOf(id) is { } text)
            {
                ids.TryAdd(text, id);
            }
        }

        return ids.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // One scratch for each thread that encodes at the same time; a new one only where all are taken.
    private EncoderScratch TakeScratch()
    {
        foreach (ref EncoderScratch? slot in _scratches.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } scratch)
            {
                return scratch;
            }
        }

        return new EncoderScratch();
    }

    private void GiveBack(EncoderScratch scratch)
    {
        scratch.Trim();
        foreach (ref EncoderScratch? slot in _scratches.AsSpan())
        {
            if (Interlocked.CompareExchange(ref slot, scratch, null) is null)
            {
                return;
            }
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace KazNlp;

/// <summary>A byte-level byte-pair vocabulary: pieces, merges in the order of their rank, special tokens, and how text is cut before merging. Immutable.</summary>
internal sealed class SubwordModel
{
    /// <summary>Makes a model and checks it.</summary>
    /// <param name="source">What errors call it: a path or a resource.</param>
    /// <param name="pieces">The bytes of each id; empty for ids that no piece has.</param>
    /// <param name="merges">Left piece, right piece and the piece that they make.</param>
    /// <param name="addedTokens">Tokens that stand outside the merges; their texts and ids differ.</param>
    /// <param name="rules">How text is prepared and cut; <see cref="PartRules.Own"/> for ours.</param>
    /// <param name="takesWholeParts">Whether a part that is a piece is taken whole, whatever the merges would make of it.</param>
    /// <param name="describe">Where a merge stands, for an error: given its index.</param>
    /// <exception cref="InvalidDataException">A byte has no piece, two ids have one piece, the merges do not fit the pieces, or the runtime cannot do what the rules say.</exception>
    public SubwordModel(
        string source,
        byte[][] pieces,
        (int Left, int Right, int Result)[] merges,
        IReadOnlyList<AddedToken> addedTokens,
        PartRules rules,
        bool takesWholeParts = false,
        Func<int, string>? describe = null)
    {
        Source = source;
        Pieces = pieces;
        Merges = merges;
        AddedTokens = [.. addedTokens.OrderBy(token => token.Id)];
        Rules = rules;
        TakesWholeParts = takesWholeParts;
        SpecialTokens = AddedTokens.ToDictionary(token => token.Text, token => token.Id);
        AddedTexts = AddedTokens.ToDictionary(token => token.Id, token => Encoding.UTF8.GetBytes(token.Text));
        ByteIds = FindBytes();
        CheckMerges(describe ?? (index => $"{source}: merge {index + 1}"));
        Regexes = rules.IsOwn ? null : ParseSplits();
        if (rules.Form is { } form && !SubwordNormalizer.CanNormalizeTo(form))
        {
            throw new InvalidDataException($"{source}: the vocabulary wants text in the normalization {form}, which this program cannot make: it runs in invariant globalization mode.");
        }

        CharactersFirst = Array.TrueForAll(merges, merge => (IsText(pieces[merge.Left]) && IsText(pieces[merge.Right])) || IsPartOfOneCharacter(pieces[merge.Result]));
    }

    public string Source { get; }

    public byte[][] Pieces { get; }

    public (int Left, int Right, int Result)[] Merges { get; }

    /// <summary>The tokens that stand outside the merges, by id.</summary>
    public AddedToken[] AddedTokens { get; }

    /// <summary>The ids of <see cref="AddedTokens"/> by their text.</summary>
    public IReadOnlyDictionary<string, int> SpecialTokens { get; }

    /// <summary>The UTF-8 of the text of <see cref="AddedTokens"/> by id.</summary>
    public IReadOnlyDictionary<int, byte[]> AddedTexts { get; }

    public PartRules Rules { get; }

    public bool TakesWholeParts { get; }

    /// <summary>The id of each byte.</summary>
    public int[] ByteIds { get; }

    /// <summary>The expressions of <see cref="PartRules.Splits"/>; null where <see cref="SubwordBoundaries"/> cuts the text.</summary>
    public Regex[]? Regexes { get; }

    /// <summary>Whether no merge joins a part of a character with anything outside that character: then characters can be put together before all else.</summary>
    public bool CharactersFirst { get; }

    /// <summary>One more than the highest id.</summary>
    public int IdCount => Math.Max(Pieces.Length, AddedTokens.Length == 0 ? 0 : AddedTokens[^1].Id + 1);

    /// <summary>A piece or special token as vocabulary files write it.</summary>
    public string? TextOf(int id) =>
        AddedTexts.TryGetValue(id, out byte[]? added) ? Encoding.UTF8.GetString(added)
        : (uint)id < (uint)Pieces.Length && Pieces[id].Length > 0 ? ByteAlphabet.ToText(Pieces[id])
        : null;

    /// <summary>Whether an id is an added token that marks structure and is no text.</summary>
    public bool IsSpecial(int id) => AddedTexts.ContainsKey(id) && Array.Exists(AddedTokens, token => token.Id == id && token.IsSpecial);

    private static bool IsText(byte[] piece) => System.Text.Unicode.Utf8.IsValid(piece);

    private static bool IsPartOfOneCharacter(byte[] piece)
    {
        for (int i = 1; i < piece.Length; i++)
        {
            if ((piece[i] & 0xC0) != 0x80)
            {
                return false;
            }
        }

        int length = piece[0] switch { < 0x80 => 1, < 0xC0 => 3, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
        return piece.Length <= length;
    }

    private int[] FindBytes()
    {
        var seen = new Dictionary<string, int>(Pieces.Length, StringComparer.Ordinal);
        var ids = new int[256];
        Array.Fill(ids, -1);
        for (int id = 0; id < Pieces.Length; id++)
        {
            if (Pieces[id].Length == 0)
            {
                continue;
            }

            if (!seen.TryAdd(Encoding.Latin1.GetString(Pieces[id]), id))
            {
                throw new InvalidDataException($"{Source}: the piece '{ByteAlphabet.ToText(Pieces[id])}' has two ids, {seen[Encoding.Latin1.GetString(Pieces[id])]} and {id}.");
            }

            if (Pieces[id].Length == 1)
            {
                ids[Pieces[id][0]] = id;
            }
        }

        int missing = Array.IndexOf(ids, -1);
        return missing < 0 ? ids : throw new InvalidDataException(
            $"{Source}: the vocabulary lacks byte 0x{missing:X2} ('{ByteAlphabet.ToText([(byte)missing])}'): a byte-level model needs all 256, or some text has no ids.");
    }

    // A piece may be made in several ways, but one of them must stand behind the merges that make what it takes.
    private void CheckMerges(Func<int, string> describe)
    {
        int[] madeBy = new int[Pieces.Length]; // the first merge that makes a piece; a byte is there from the beginning
        Array.Fill(madeBy, int.MaxValue);
        foreach (int id in ByteIds)
        {
            madeBy[id] = -1;
        }

        var pairs = new HashSet<(int, int)>(Merges.Length);
        for (int i = 0; i < Merges.Length; i++)
        {
            (int left, int right, int result) = Merges[i];
            if (!pairs.Add((left, right)))
            {
                throw new InvalidDataException($"{describe(i)}: '{TextOf(left)} {TextOf(right)}' stands twice among the merges.");
            }

            if (madeBy[left] < i && madeBy[right] < i)
            {
                madeBy[result] = Math.Min(madeBy[result], i);
            }
        }

        int early = Array.FindIndex(Merges, merge => madeBy[merge.Result] == int.MaxValue);
        if (early >= 0)
        {
            (int left, int right, _) = Merges[early];
            throw new InvalidDataException($"{describe(early)}: merges out of order: '{TextOf(left)} {TextOf(right)}' takes '{TextOf(madeBy[left] < early ? right : left)}', which no merge before it makes.");
        }
    }

    private Regex[] ParseSplits()
    {
        try
        {
            return [.. Rules.Splits.Select(split => new Regex(split.Pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled))];
        }
        catch (RegexParseException fault)
        {
            throw new InvalidDataException($"{Source}: the pre_tokenizer's regular expression is not readable here: {fault.Message}", fault);
        }
    }
}

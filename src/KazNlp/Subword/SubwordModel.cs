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
    /// <param name="specialTokens">Tokens that stand outside the merges, and their ids.</param>
    /// <param name="pattern">The regular expression whose matches are merged each on its own; <see cref="SubwordBoundaries.Pattern"/> for ours.</param>
    /// <param name="takesWholeParts">Whether a part that is a piece is taken whole, whatever the merges would make of it.</param>
    /// <param name="describe">Where a merge stands, for an error: given its index.</param>
    /// <exception cref="InvalidDataException">A byte has no piece, two ids have one piece, or the merges do not fit the pieces.</exception>
    public SubwordModel(
        string source,
        byte[][] pieces,
        (int Left, int Right, int Result)[] merges,
        IReadOnlyDictionary<string, int> specialTokens,
        string pattern,
        bool takesWholeParts = false,
        Func<int, string>? describe = null)
    {
        Source = source;
        Pieces = pieces;
        Merges = merges;
        SpecialTokens = specialTokens;
        Pattern = pattern;
        TakesWholeParts = takesWholeParts;
        SpecialIds = specialTokens.ToDictionary(pair => pair.Value, pair => pair.Key);
        ByteIds = FindBytes();
        CheckMerges(describe ?? (index => $"merge {index + 1}"));
        Regex = UsesOwnBoundaries ? null : new Regex(pattern, RegexOptions.CultureInvariant);
        CharactersFirst = Array.TrueForAll(merges, merge => (IsText(pieces[merge.Left]) && IsText(pieces[merge.Right])) || IsPartOfOneCharacter(pieces[merge.Result]));
    }

    public string Source { get; }

    public byte[][] Pieces { get; }

    public (int Left, int Right, int Result)[] Merges { get; }

    public IReadOnlyDictionary<string, int> SpecialTokens { get; }

    public IReadOnlyDictionary<int, string> SpecialIds { get; }

    public string Pattern { get; }

    public bool TakesWholeParts { get; }

    /// <summary>The id of each byte.</summary>
    public int[] ByteIds { get; }

    /// <summary>Null where <see cref="SubwordBoundaries"/> cuts the text.</summary>
    public Regex? Regex { get; }

    public bool UsesOwnBoundaries => Pattern == SubwordBoundaries.Pattern;

    /// <summary>Whether no merge joins a part of a character with anything outside that character: then characters can be put together before all else.</summary>
    public bool CharactersFirst { get; }

    /// <summary>One more than the highest id.</summary>
    public int IdCount => Math.Max(Pieces.Length, SpecialTokens.Count == 0 ? 0 : SpecialTokens.Values.Max() + 1);

    /// <summary>A piece or special token as vocabulary files write it.</summary>
    public string? TextOf(int id) =>
        SpecialIds.TryGetValue(id, out string? special) ? special
        : (uint)id < (uint)Pieces.Length && Pieces[id].Length > 0 ? ByteAlphabet.ToText(Pieces[id])
        : null;

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

    // A piece may be made in several ways; what its first merge takes must have been made before.
    private void CheckMerges(Func<int, string> describe)
    {
        var made = new bool[Pieces.Length];
        foreach (int id in ByteIds)
        {
            made[id] = true;
        }

        var pairs = new HashSet<(int, int)>(Merges.Length);
        for (int i = 0; i < Merges.Length; i++)
        {
            (int left, int right, int result) = Merges[i];
            if (!pairs.Add((left, right)))
            {
                throw new InvalidDataException($"{Source}: {describe(i)}: '{TextOf(left)} {TextOf(right)}' stands twice among the merges.");
            }

            if (made[result])
            {
                continue;
            }

            int early = !made[left] ? left : !made[right] ? right : -1;
            if (early >= 0)
            {
                throw new InvalidDataException($"{Source}: {describe(i)}: merges out of order: '{TextOf(left)} {TextOf(right)}' takes '{TextOf(early)}', which no merge before it makes.");
            }

            made[result] = true;
        }
    }
}

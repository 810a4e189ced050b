using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>What an engine writes: tokens, and their pauses where <see cref="Pauses"/> has room for them.</summary>
internal ref struct TokenOutput
{
    /// <summary>Room that an engine leaves behind the last pause: a block has no more.</summary>
    public const int PauseReserve = BlockTokenizer.BlockSize + 1;

    /// <summary>Room for the tokens.</summary>
    public readonly Span<Token> Tokens;

    /// <summary>Room for the indices of the tokens that <see cref="IsPause"/> finds.</summary>
    public readonly Span<int> Pauses;

    /// <summary>Whether a vector engine may stop with some tokens written and room for fewer than a block may have: for callers that empty the room and go on: enumerators, 1,300 MB/s with it and 850 without.</summary>
    public bool MayStopEarly { get; init; }

    /// <summary>Tokens written.</summary>
    public int Count;

    /// <summary>Pauses written.</summary>
    public int PauseCount;

    /// <summary>Room for tokens alone.</summary>
    public TokenOutput(Span<Token> tokens) => Tokens = tokens;

    /// <summary>Room for tokens and pauses, of which at least <see cref="PauseReserve"/> are never used.</summary>
    public TokenOutput(Span<Token> tokens, Span<int> pauses)
    {
        Tokens = tokens;
        Pauses = pauses;
    }

    /// <summary>Whether an engine may stop before the end of the text because the next block may have more pauses than there is room for.</summary>
    public readonly bool IsFullOfPauses => PauseCount > Pauses.Length - PauseReserve;

    /// <summary>
    /// Whether a sentence may end behind a token of UTF-16 text: the token ends in a stop or is an emoji, or a line break, more than one space or the end of the text follows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPause(ReadOnlySpan<char> text, Token token)
    {
        ref byte classes = ref MemoryMarshal.GetArrayDataReference(CharacterClasses.Table);
        int end = token.End;
        int last = Unsafe.Add(ref classes, (nint)text[end - 1]);
        int next = end < text.Length ? Unsafe.Add(ref classes, (nint)text[end]) : (int)CharacterClass.Space;
        int second = end + 1 < text.Length ? Unsafe.Add(ref classes, (nint)text[end + 1]) : (int)CharacterClass.Space;
        bool isEnd = (last & (int)(CharacterClass.Terminal | CharacterClass.Special)) != 0 | token.Kind == TokenKind.Emoji;
        bool isGap = (next & (int)CharacterClass.Space) != 0 & ((next & (int)CharacterClass.Terminal) | (second & (int)CharacterClass.Space)) != 0;
        return isEnd | isGap;
    }

    /// <summary>Notes the pauses among the tokens from one index on.</summary>
    public void NotePauses(ReadOnlySpan<char> text, int from)
    {
        int pauses = PauseCount;
        for (int i = from; i < Count; i++)
        {
            // Every index is written, and stays if it is one: no branch to mispredict.
            Pauses[pauses] = i;
            pauses += IsPause(text, Tokens[i]) ? 1 : 0;
        }

        PauseCount = pauses;
    }

    /// <summary>Forgets the first pauses.</summary>
    public void DropPauses(int count)
    {
        Pauses[count..PauseCount].CopyTo(Pauses);
        PauseCount -= count;
    }
}

/// <summary>Whether an engine notes pauses: a type, so that the engine without them has no trace of them.</summary>
internal interface IPauseMode
{
    static abstract bool IsOn { get; }
}

/// <summary>Tokens alone.</summary>
internal readonly struct NoPauses : IPauseMode
{
    public static bool IsOn => false;
}

/// <summary>Tokens and pauses.</summary>
internal readonly struct WithPauses : IPauseMode
{
    public static bool IsOn => true;
}

namespace KazNlp;

/// <summary>Finds the classes of 64 code units at once, and writes tokens in bulk: what the vector paths differ in.</summary>
/// <typeparam name="TUnit">The code unit.</typeparam>
/// <typeparam name="TClasses">What <see cref="Classify"/> keeps for <see cref="Write"/>.</typeparam>
internal unsafe interface IBlockClassifier<TUnit, TClasses>
    where TUnit : unmanaged
{
    /// <summary>Whether the processor has what this classifier needs.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>The last place in a block where a token may end: what the rules look at behind it must lie in the block.</summary>
    static abstract int EndLimit { get; }

    /// <summary>Units from the start of a block on that <see cref="Classify"/> reads: 64, or one more.</summary>
    static abstract int Reach { get; }

    /// <summary>Finds classes as masks, bit i for unit i. All units of a character have its bits.</summary>
    /// <param name="block">The units, <see cref="Reach"/> of them.</param>
    /// <param name="scratch">72 bytes, which <see cref="Write"/> gets again.</param>
    /// <param name="masks">The masks.</param>
    static abstract TClasses Classify(TUnit* block, byte* scratch, out BlockMasks masks);

    /// <summary>Writes tokens; may write up to <see cref="BlockTokenizer.MaxOverrun"/> tokens of rubbish behind them.</summary>
    /// <param name="classes">What <see cref="Classify"/> returned.</param>
    /// <param name="scratch">What <see cref="Classify"/> left there.</param>
    /// <param name="destination">Receives the tokens.</param>
    /// <param name="offset">Offset of the block in the text.</param>
    /// <param name="starts">First units of the tokens.</param>
    /// <param name="ends">Units behind the tokens, as many.</param>
    /// <returns>The number of tokens.</returns>
    static abstract int Write(TClasses classes, byte* scratch, Token* destination, int offset, ulong starts, ulong ends);
}

/// <summary>The classes of the units of a block, by name as in <see cref="CharacterClass"/>.</summary>
internal ref struct BlockMasks
{
    public ulong Alphanumeric;
    public ulong Digit;
    public ulong Space;
    public ulong WordJoiner;
    public ulong NumberJoiner;

    /// <summary>Stops; and line breaks, which are in <see cref="Space"/> too.</summary>
    public ulong Terminal;

    public ulong Special;

    /// <summary>Units that are not the first of their character.</summary>
    public ulong Continuation;
}

namespace KazNlp;

/// <summary>Finds the classes of 64 code units at once, and writes tokens in bulk: what the vector paths differ in.</summary>
/// <typeparam name="TUnit">The code unit.</typeparam>
internal unsafe interface IBlockClassifier<TUnit>
    where TUnit : unmanaged
{
    /// <summary>Whether the processor has what this classifier needs.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Sets the classes of some blocks: of UTF-16 all but those of <see cref="BlockMasks.Rare"/> characters, of UTF-8 <see cref="Utf8ByteCodes"/>.</summary>
    /// <param name="units">The units of the blocks.</param>
    /// <param name="classes">Of UTF-16, receives the 64 classes of each block. Of UTF-8 the bytes themselves tell the kind of a token.</param>
    /// <param name="masks">The masks of the chunk.</param>
    /// <param name="block">The number of the first block in the chunk.</param>
    /// <param name="endBlock">The number behind the last.</param>
    /// <param name="tables">Constants.</param>
    static abstract void Classify(TUnit* units, byte* classes, BlockMasks masks, int block, int endBlock, VectorTables tables);

    /// <summary>Whether <see cref="Write"/> finds all tokens of a block at once; otherwise <see cref="TokenList"/> collects those of several blocks.</summary>
    static abstract bool FindsAll { get; }

    /// <summary>Writes the tokens of a list; may write up to <see cref="TokenList.Overrun"/> tokens of rubbish behind them.</summary>
    /// <param name="list">The list.</param>
    /// <param name="destination">Receives the tokens.</param>
    /// <param name="count">The number of the tokens.</param>
    /// <param name="offset">Offset of the chunk in the text.</param>
    /// <param name="tables">Constants.</param>
    static abstract void WriteListed(TokenList list, Token* destination, int count, int offset, VectorTables tables);

    /// <summary>Writes tokens; may write up to <see cref="BlockTokenizer.MaxOverrun"/> tokens of rubbish behind them.</summary>
    /// <param name="classes">The classes of the block; of UTF-8 its bytes.</param>
    /// <param name="destination">Receives the tokens.</param>
    /// <param name="offset">Offset of the block in the text.</param>
    /// <param name="starts">First units of the tokens.</param>
    /// <param name="ends">Units behind the tokens: as many, or one less.</param>
    static abstract void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends);
}

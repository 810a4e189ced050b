namespace KazNlp;

/// <summary>Finds the classes of 64 code units at once, and writes tokens in bulk: what the vector paths differ in.</summary>
/// <typeparam name="TUnit">The code unit.</typeparam>
internal unsafe interface IBlockClassifier<TUnit>
    where TUnit : unmanaged
{
    /// <summary>Whether the processor has what this classifier needs.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Units from the start of a block on that <see cref="Classify"/> reads: 64 and a few more.</summary>
    static abstract int Reach { get; }

    /// <summary>Sets the classes of a block, all but those of <see cref="BlockMasks.Rare"/> characters.</summary>
    /// <param name="units">The units, <see cref="Reach"/> of them.</param>
    /// <param name="classes">Receives 64 classes: those of first units; of other units rubbish.</param>
    /// <param name="masks">The masks of the chunk.</param>
    /// <param name="block">The number of the block in the chunk.</param>
    /// <param name="tables">Constants.</param>
    static abstract void Classify(TUnit* units, byte* classes, BlockMasks masks, int block, VectorTables tables);

    /// <summary>Writes tokens; may write up to <see cref="BlockTokenizer.MaxOverrun"/> tokens of rubbish behind them.</summary>
    /// <param name="classes">The classes of the block.</param>
    /// <param name="destination">Receives the tokens.</param>
    /// <param name="offset">Offset of the block in the text.</param>
    /// <param name="starts">First units of the tokens.</param>
    /// <param name="ends">Units behind the tokens: as many, or one less.</param>
    static abstract void Write(byte* classes, Token* destination, int offset, ulong starts, ulong ends);
}

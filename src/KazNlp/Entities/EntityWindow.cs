namespace KazNlp;

/// <summary>
/// The pieces of a sentence, or of a part of a very long one, with everything that features are made of: folded text, shapes, affix hashes,
/// quotes, numerals, clusters. Reused from sentence to sentence; not thread-safe.
/// </summary>
internal sealed partial class EntityWindow
{
    /// <summary>The greatest number of pieces.</summary>
    public const int Capacity = 512;

    /// <summary>How much of a piece's text is looked at; the middle of a longer piece is left out.</summary>
    public const int MaxPieceLength = 40;

    private readonly char[] _folded = new char[Capacity * MaxPieceLength];
    private readonly EntityPiece[] _pieces = new EntityPiece[Capacity];
    private readonly ulong[] _capitals = new ulong[Capacity]; // the first four letters of each capitalised word after the first piece
    private int _capitalCount;

    /// <summary>The number of pieces.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the sentence has no case to go by: it is all capitals, or has none.</summary>
    public bool IsCaseless { get; private set; }

    /// <summary>The pieces.</summary>
    public ReadOnlySpan<EntityPiece> Pieces => _pieces.AsSpan(0, Count);

    /// <summary>The folded text of a piece.</summary>
    public ReadOnlySpan<char> Folded(int piece) => _folded.AsSpan(piece * MaxPieceLength, _pieces[piece].Length);

    /// <summary>How often the first four letters of a piece open a capitalised word after the first piece.</summary>
    public int Capitalised(in EntityPiece piece)
    {
        int count = 0;
        foreach (ulong prefix in _capitals.AsSpan(0, _capitalCount))
        {
            count += prefix == piece.Prefix4 ? 1 : 0;
        }

        return count;
    }

    /// <summary>Empties the window.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds the pieces of a token, or none when they do not fit.</summary>
    /// <returns>Whether they fitted.</returns>
    public bool TryAdd(ReadOnlySpan<char> token, int tokenIndex)
    {
        int first = Count;
        int start = 0;
        do
        {
            if (Count == Capacity)
            {
                Count = first;
                return false;
            }

            bool isLast = Count - first == EntityPieces.MaxPerToken - 1;
            int length = token.Length == 0 ? 0 : isLast ? token.Length - start : EntityPieces.NextLength(token, start);
            Add(token.Slice(start, length), tokenIndex);
            start += length;
        }
        while (start < token.Length);
        return true;
    }

    /// <summary>Computes what depends on neighbours, once all pieces are in.</summary>
    /// <param name="clusters">Word clusters.</param>
    /// <param name="gazetteer">Known names.</param>
    public void Complete(WordClusters clusters, Gazetteer gazetteer)
    {
        DropHesitations();
        MarkDecimals();
        FoldMarks();
        MarkQuotes();
        MarkCase();
        MarkNames(gazetteer);
        for (int i = 0; i < Count; i++)
        {
            _pieces[i].Cluster = clusters.Find(_pieces[i].Word, Folded(i));
        }
    }

    private void Add(ReadOnlySpan<char> text, int tokenIndex)
    {
        ref EntityPiece piece = ref _pieces[Count];
        EntityPieceReader.Read(text, _folded.AsSpan(Count * MaxPieceLength, MaxPieceLength), out piece);
        piece.Token = tokenIndex;
        Count++;
    }

    private void MarkCase()
    {
        _capitalCount = 0;
        int words = 0;
        int withCapital = 0;
        int allCapital = 0;
        for (int i = 0; i < Count; i++)
        {
            ref EntityPiece piece = ref _pieces[i];
            if (piece.Upper && i > 0 && piece.Length >= 4)
            {
                _capitals[_capitalCount++] = piece.Prefix4;
            }

            if (piece.Length > 1 && piece.Mark == '\0' && piece.Number is not (NumeralWords.Digits or NumeralWords.DigitsWithLetters))
            {
                words++;
                withCapital += piece.Upper ? 1 : 0;
                allCapital += piece.AllUpper ? 1 : 0;
            }
        }

        IsCaseless = words >= 3 && (withCapital == 0 || allCapital * 5 >= words * 4);
    }
}

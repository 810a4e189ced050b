namespace KazNlp;

/// <summary>A piece of a token with what the entity model needs to know of it, its neighbours' features included. Hashes are of the folded text.</summary>
internal struct EntityPiece
{
    /// <summary>Index of the token that the piece is a part of.</summary>
    public int Token;

    /// <summary>Number of characters of the folded text.</summary>
    public int Length;

    /// <summary>Whether the first letter is a capital.</summary>
    public bool Upper;

    /// <summary>Whether there are two letters or more and all are capitals.</summary>
    public bool AllUpper;

    /// <summary>Whether all characters are digits.</summary>
    public bool AllDigits;

    /// <summary>The value of up to four digits that stand alone, or −1.</summary>
    public int Value;

    /// <summary>Kind of numeral; see <see cref="NumeralWords"/>.</summary>
    public byte Number;

    /// <summary>The single mark that the piece is, in its one form, or NUL.</summary>
    public char Mark;

    /// <summary>The whole piece.</summary>
    public ulong Word;

    /// <summary>The whole piece with its capitals.</summary>
    public ulong Form;

    /// <summary>Kinds of the first eight characters: capital, small, digit, other.</summary>
    public ulong Shape;

    /// <summary>The same for all, runs of one kind as one.</summary>
    public ulong ShortShape;

    /// <summary>The first 3 to 6 characters (or all, when there are fewer).</summary>
    public ulong Prefix3, Prefix4, Prefix5, Prefix6;

    /// <summary>The last 2 to 4 characters (or all, when there are fewer).</summary>
    public ulong Suffix2, Suffix3, Suffix4;

    /// <summary>Number of pieces between the quotes around this one, at most six; zero outside quotes.</summary>
    public int QuoteLength;

    /// <summary>Place between the quotes, from one, at most four.</summary>
    public int QuotePlace;

    /// <summary>The words before and after the quotes.</summary>
    public ulong QuoteBefore, QuoteAfter;

    /// <summary>Kind of thing that the word names; see <see cref="EntityHeads"/>.</summary>
    public byte Head;

    /// <summary>Whether the word has an ending that closes a phrase: a case that says where or with what, or a participle.</summary>
    public bool Closes;

    /// <summary>Index of the first piece behind the quotes, or −1 outside quotes and at the end.</summary>
    public int QuoteEnd;

    /// <summary>Word cluster, or <see cref="WordClusters.None"/>.</summary>
    public int Cluster;

    /// <summary>The kinds of the name in the gazetteer that the piece is a part of; empty when it is of none.</summary>
    public GazetteerKinds NameKinds;

    /// <summary>Place in that name: 1 first, 2 inside, 3 last, 4 the whole; 0 when it is of none.</summary>
    public int NamePlace;

    /// <summary>The hash of a folded word, as <see cref="Word"/> has it.</summary>
    public static ulong HashOf(ReadOnlySpan<char> folded)
    {
        ulong hash = EntityFeatures.PrefixSeed;
        foreach (char c in folded)
        {
            hash = FeatureHash.Combine(hash, c);
        }

        return hash;
    }
}

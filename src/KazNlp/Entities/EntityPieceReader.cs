namespace KazNlp;

/// <summary>Reads what a piece says by itself: its folded text, shape, affixes, numeral, head, ending.</summary>
internal static class EntityPieceReader
{
    private const int KeptTail = 8;
    private const int MaxShapeLength = 8;

    /// <summary>Reads a piece.</summary>
    /// <param name="text">Its text; of one over <see cref="EntityWindow.MaxPieceLength"/> the middle is left out.</param>
    /// <param name="folded">Takes the folded text: <see cref="EntityPiece.Length"/> characters, at most <see cref="EntityWindow.MaxPieceLength"/>.</param>
    /// <param name="piece">What was read; that of the neighbours is empty.</param>
    public static void Read(ReadOnlySpan<char> text, Span<char> folded, out EntityPiece piece)
    {
        piece = default;
        Span<char> raw = stackalloc char[EntityWindow.MaxPieceLength];
        raw = Shorten(text, raw);
        folded = folded[..raw.Length];
        FoldLookAlikes(raw);
        for (int i = 0; i < raw.Length; i++)
        {
            folded[i] = EntityFolding.Fold(raw[i]);
        }

        piece.Length = raw.Length;
        piece.Mark = raw.Length == 1 && !EntityPieces.IsWord(raw[0]) ? raw[0] : '\0';
        Measure(raw, folded, ref piece);
        piece.Number = piece.AllDigits ? NumeralWords.Digits
            : folded.Contains('0') ? NumeralWords.DigitsWithLetters
            : NumeralWords.Classify(folded);
        piece.QuoteEnd = -1;
        piece.Head = piece.Length >= 2 && piece.Number == NumeralWords.None ? EntityHeads.Classify(folded) : EntityHeads.None;
        piece.Closes = PhraseEndings.Closes(folded);
    }

    /// <summary>Computes shape and affixes.</summary>
    /// <param name="raw">The piece's text.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="piece">Takes them.</param>
    public static void Measure(ReadOnlySpan<char> raw, ReadOnlySpan<char> folded, ref EntityPiece piece)
    {
        MeasureShape(raw, ref piece);
        HashAffixes(raw, folded, ref piece);
    }

    private static Span<char> Shorten(ReadOnlySpan<char> text, Span<char> buffer)
    {
        if (text.Length <= buffer.Length)
        {
            text.CopyTo(buffer);
            return buffer[..text.Length];
        }

        text[..(buffer.Length - KeptTail)].CopyTo(buffer);
        text[^KeptTail..].CopyTo(buffer[(buffer.Length - KeptTail)..]);
        return buffer;
    }

    // Only words that also hold a letter that Latin has not: MOCKBA may be an acronym, мемлекеттiк may not.
    private static void FoldLookAlikes(Span<char> raw)
    {
        bool cyrillic = false;
        bool latin = false;
        foreach (char c in raw)
        {
            cyrillic |= EntityFolding.IsCyrillic(c);
            latin |= char.IsAsciiLetter(c) || c is 'ə' or 'Ə';
        }

        if (cyrillic && latin)
        {
            foreach (ref char c in raw)
            {
                c = EntityFolding.FoldLookAlike(c);
            }
        }
    }

    private static void MeasureShape(ReadOnlySpan<char> raw, ref EntityPiece piece)
    {
        ulong shape = 1;
        ulong shortShape = 1;
        char last = '\0';
        int letters = 0;
        int digits = 0;
        int value = 0;
        bool lower = false;
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            char kind;
            if (char.IsAsciiDigit(c))
            {
                kind = '0';
                digits++;
                value = digits <= 4 ? (value * 10) + (c - '0') : 0;
            }
            else if (EntityPieces.IsWord(c))
            {
                letters++;
                bool upper = CaseFolding.IsUpper(c);
                lower |= !upper;
                kind = upper ? 'A' : 'a';
            }
            else
            {
                kind = c < 128 ? c : 'u';
            }

            if (i < MaxShapeLength)
            {
                shape = FeatureHash.Combine(shape, kind);
            }

            if (kind != last)
            {
                shortShape = FeatureHash.Combine(shortShape, kind);
                last = kind;
            }
        }

        piece.Shape = raw.Length > MaxShapeLength ? FeatureHash.Combine(shape, '+') : shape;
        piece.ShortShape = shortShape;
        piece.Upper = raw.Length > 0 && CaseFolding.IsUpper(raw[0]);
        piece.AllUpper = letters >= 2 && !lower;
        piece.AllDigits = digits > 0 && digits == raw.Length;
        piece.Value = piece.AllDigits && digits <= 4 ? value : -1;
    }

    private static void HashAffixes(ReadOnlySpan<char> raw, ReadOnlySpan<char> folded, ref EntityPiece piece)
    {
        ulong hash = EntityFeatures.PrefixSeed;
        for (int i = 0; i < folded.Length; i++)
        {
            hash = FeatureHash.Combine(hash, folded[i]);
            switch (i)
            {
                case 2: piece.Prefix3 = hash; break;
                case 3: piece.Prefix4 = hash; break;
                case 4: piece.Prefix5 = hash; break;
                case 5: piece.Prefix6 = hash; break;
            }
        }

        piece.Word = hash;
        piece.Prefix3 = folded.Length > 3 ? piece.Prefix3 : hash;
        piece.Prefix4 = folded.Length > 4 ? piece.Prefix4 : hash;
        piece.Prefix5 = folded.Length > 5 ? piece.Prefix5 : hash;
        piece.Prefix6 = folded.Length > 6 ? piece.Prefix6 : hash;
        piece.Form = FeatureHash.Of(raw);
        piece.Suffix2 = folded.Length > 2 ? Pack(folded[^2..]) : hash;
        piece.Suffix3 = folded.Length > 3 ? Pack(folded[^3..]) : hash;
        piece.Suffix4 = folded.Length > 4 ? Pack(folded[^4..]) : hash;
    }

    /// <summary>Up to four characters as one number.</summary>
    private static ulong Pack(ReadOnlySpan<char> text)
    {
        ulong packed = 0;
        foreach (char c in text)
        {
            packed = (packed << 16) | c;
        }

        return packed;
    }
}

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

    private const int KeptTail = 8;
    private const int MaxShapeLength = 8;
    private const int MaxNameLength = 12;

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
        piece = default;
        piece.Token = tokenIndex;
        Span<char> raw = stackalloc char[MaxPieceLength];
        raw = Shorten(text, raw);
        Span<char> folded = _folded.AsSpan(Count * MaxPieceLength, raw.Length);
        Count++;

        FoldLookAlikes(raw);
        for (int i = 0; i < raw.Length; i++)
        {
            folded[i] = EntityFolding.Fold(raw[i]);
        }

        piece.Length = raw.Length;
        piece.Mark = raw.Length == 1 && !EntityPieces.IsWord(raw[0]) ? raw[0] : '\0';
        MeasureShape(raw, ref piece);
        Hash(raw, folded, ref piece);
        piece.Number = piece.AllDigits ? NumeralWords.Digits
            : folded.Contains('0') ? NumeralWords.DigitsWithLetters
            : NumeralWords.Classify(folded);
        piece.QuoteEnd = -1;
        piece.Head = piece.Length >= 2 && piece.Number == NumeralWords.None ? EntityHeads.Classify(folded) : EntityHeads.None;
        piece.Closes = PhraseEndings.Closes(folded);
    }

    private static Span<char> Shorten(ReadOnlySpan<char> text, Span<char> buffer)
    {
        if (text.Length <= MaxPieceLength)
        {
            text.CopyTo(buffer);
            return buffer[..text.Length];
        }

        text[..(MaxPieceLength - KeptTail)].CopyTo(buffer);
        text[^KeptTail..].CopyTo(buffer[(MaxPieceLength - KeptTail)..]);
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

    private static void Hash(ReadOnlySpan<char> raw, ReadOnlySpan<char> folded, ref EntityPiece piece)
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
    internal static ulong Pack(ReadOnlySpan<char> text)
    {
        ulong packed = 0;
        foreach (char c in text)
        {
            packed = (packed << 16) | c;
        }

        return packed;
    }

    /// <summary>The hash of a folded word, as <see cref="EntityPiece.Word"/> has it.</summary>
    internal static ulong HashOf(ReadOnlySpan<char> folded)
    {
        ulong hash = EntityFeatures.PrefixSeed;
        foreach (char c in folded)
        {
            hash = FeatureHash.Combine(hash, c);
        }

        return hash;
    }

    // The longest known name from the left, then on behind it. The last word may be inflected.
    private void MarkNames(Gazetteer gazetteer)
    {
        for (int start = 0; start < Count;)
        {
            int length = LongestName(gazetteer, start, out GazetteerKinds kinds);
            for (int i = 0; i < length; i++)
            {
                ref EntityPiece piece = ref _pieces[start + i];
                piece.NameKinds = kinds;
                piece.NamePlace = length == 1 ? 4 : i == 0 ? 1 : i == length - 1 ? 3 : 2;
            }

            start += Math.Max(length, 1);
        }
    }

    private int LongestName(Gazetteer gazetteer, int start, out GazetteerKinds kinds)
    {
        kinds = default;
        if (_pieces[start].Mark != '\0')
        {
            return 0;
        }

        int longest = 0;
        GazetteerNode node = default;
        for (int at = start; at < Count && at - start < MaxNameLength; at++)
        {
            ReadOnlySpan<char> word = Folded(at);
            bool goesOn = gazetteer.TryStep(node, word, out GazetteerNode next);
            GazetteerKinds found = goesOn ? next.Kinds : default;
            if (found.IsEmpty && _pieces[at].Mark == '\0')
            {
                found = KindsOfStem(gazetteer, node, word);
            }

            if (!found.IsEmpty && _pieces[at].Mark == '\0')
            {
                kinds = found;
                longest = at - start + 1;
            }

            if (!goesOn || !next.HasLonger)
            {
                break;
            }

            node = next;
        }

        return longest;
    }

    private static GazetteerKinds KindsOfStem(Gazetteer gazetteer, GazetteerNode node, ReadOnlySpan<char> word)
    {
        Span<NameEnding> endings = stackalloc NameEnding[4];
        int hyphen = word.LastIndexOf('-');
        if (hyphen > 0 && NameEndings.IsChain(word[(hyphen + 1)..]))
        {
            return gazetteer.TryStep(node, word[..hyphen], out GazetteerNode abbreviation) ? abbreviation.Kinds : default;
        }

        int count = NameEndings.Find(word, endings);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> stem = word[..^endings[i].Length];
            if (gazetteer.TryStep(node, stem, out GazetteerNode found) && found.IsName)
            {
                return found.Kinds;
            }

            // A plural under a case, as in қазақтардың.
            if (endings[i].Kind == NameEndingKind.Case && KindsOfPlural(gazetteer, node, stem) is { IsEmpty: false } kinds)
            {
                return kinds;
            }
        }

        return default;
    }

    private static GazetteerKinds KindsOfPlural(Gazetteer gazetteer, GazetteerNode node, ReadOnlySpan<char> word)
    {
        Span<NameEnding> endings = stackalloc NameEnding[4];
        foreach (NameEnding ending in endings[..NameEndings.Find(word, endings)])
        {
            if (ending.Kind == NameEndingKind.Plural && gazetteer.TryStep(node, word[..^ending.Length], out GazetteerNode found))
            {
                return found.Kinds;
            }
        }

        return default;
    }

    private void FoldMarks()
    {
        bool insideQuotes = false;
        for (int i = 0; i < Count; i++)
        {
            ref EntityPiece piece = ref _pieces[i];
            if (piece.Mark == '\0')
            {
                continue;
            }

            char mark = EntityFolding.FoldMark(piece.Mark, insideQuotes);
            insideQuotes = mark == '«' || (insideQuotes && mark != '»');
            if (mark != piece.Mark)
            {
                piece.Mark = mark;
                Span<char> folded = _folded.AsSpan(i * MaxPieceLength, 1);
                folded[0] = mark;
                MeasureShape(folded, ref piece);
                Hash(folded, folded, ref piece);
            }
        }
    }

    private void MarkQuotes()
    {
        int open = -1;
        for (int i = 0; i < Count; i++)
        {
            char mark = _pieces[i].Mark;
            if (mark == '«')
            {
                open = i;
            }
            else if (mark == '»')
            {
                for (int k = open + 1; open >= 0 && k < i; k++)
                {
                    ref EntityPiece piece = ref _pieces[k];
                    piece.QuoteLength = Math.Min(i - open - 1, 6);
                    piece.QuotePlace = Math.Min(k - open, 4);
                    piece.QuoteBefore = open > 0 ? _pieces[open - 1].Word : 1;
                    piece.QuoteAfter = i + 1 < Count ? _pieces[i + 1].Word : 2;
                    piece.QuoteEnd = i + 1 < Count ? i + 1 : -1;
                }

                open = -1;
            }
        }
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

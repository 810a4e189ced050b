namespace KazNlp;

/// <content>Features of shape and surroundings: shapes, quotes, the sentence, conjunctions, numerals, clusters.</content>
internal static partial class EntityFeatures
{
    private static void AddOwnShape(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        c.Add(112, piece.Shape);
        c.Add(117, piece.ShortShape);
        c.Add(123, Bit(piece.Upper), Bit(c.IsFirst), Bit(piece.AllUpper));
        c.Add(124, piece.ShortShape, piece.Suffix3);
        c.Add(125, piece.Shape, Bit(c.IsFirst));
        c.Add(126, (ulong)Math.Min(piece.Length, 12));
        c.Add(167, piece.Prefix4, piece.Suffix2);
        c.Add(168, piece.Suffix3, Bit(piece.Upper), Bit(c.IsFirst));
        c.Add(180, piece.Number);
        if (piece.Value >= 0)
        {
            c.Add(197, Range(piece.Value));
        }

        AddParts(ref c);
    }

    private static void AddShapes(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        c.Add(120, c.ShortShape(-1), piece.ShortShape, c.ShortShape(1));
        c.Add(121, c.ShortShape(-1), piece.ShortShape);
        c.Add(122, piece.ShortShape, c.ShortShape(1));
        c.Add(127, piece.ShortShape, c.ShortShape(1), c.ShortShape(2));
        c.Add(128, piece.ShortShape, c.ShortShape(-1), c.ShortShape(-2));
    }

    private static void AddQuotes(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        ulong length = (ulong)piece.QuoteLength;
        c.Add(130, length, (ulong)piece.QuotePlace);
        c.Add(131, Bit(length > 0), Bit(piece.Upper));
        if (length > 0)
        {
            c.Add(132, piece.QuoteBefore);
            c.Add(133, piece.QuoteAfter);
            c.Add(134, piece.QuoteAfter, Bit(length == 1));
            c.Add(136, piece.Word);
            c.Add(135, piece.QuoteBefore, piece.QuoteAfter);
            c.Add(137, Bit(piece.QuotePlace == 1), Bit(piece.Upper), length);
        }

        if (c.Has(1) && c.Pieces[c.At + 1].Mark == '«')
        {
            c.Add(138, piece.Word);
        }

        if (c.Has(-1) && c.Pieces[c.At - 1].Mark == '»')
        {
            c.Add(139, piece.Word);
        }
    }

    private static void AddParts(ref Context c)
    {
        ReadOnlySpan<char> text = c.Window.Folded(c.At);
        int hyphen = text.IndexOfAny('-', '–');
        if (hyphen > 0)
        {
            c.Add(140, FeatureHash.Of(text[..hyphen]));
            c.Add(141, FeatureHash.Of(text[(hyphen + 1)..]));
            c.Add(142, Bit(c.Piece.Upper));
        }
        else
        {
            c.Add(143);
        }
    }

    private static void AddSentence(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        bool rest = c.Takes(ContextParts.Rest);
        if (rest && piece.Length >= 4 && c.Window.Capitalised(piece) is > 0 and int times)
        {
            c.Add(145, (ulong)Math.Min(times, 3), Bit(piece.Upper), Bit(c.IsFirst));
        }

        if (rest)
        {
            c.Add(146, Bit(c.IsFirst), Bit(c.At == c.Length - 1));
        }

        if (c.Takes(ContextParts.Sentence))
        {
            c.Add(147, (ulong)Math.Min(c.Length / 6, 4));
            c.Add(148, c.Pieces[0].Word);
            c.Add(149, c.Length > 1 ? c.Pieces[^2].Word : 0);
        }

        if (rest && c.Window.IsCaseless)
        {
            c.Add(150, Bit(piece.AllUpper));
            c.Add(151, piece.Prefix5);
        }
    }

    private static void AddConjunctions(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        c.Add(160, c.Word(-1), piece.ShortShape);
        c.Add(161, c.Word(1), piece.ShortShape);
        c.Add(162, c.Suffix3(1), piece.ShortShape, Bit(piece.Upper));
        c.Add(163, piece.Suffix3, c.Suffix3(-1));
        c.Add(164, piece.Suffix3, c.Suffix3(1));
        c.Add(165, c.Prefix5(1), piece.Suffix2);
        c.Add(166, c.Prefix5(-1), piece.Suffix2);
        c.Add(169, c.Prefix5(1), piece.ShortShape, c.Prefix5(2));
        c.Add(170, c.Prefix5(-1), piece.ShortShape, c.Prefix5(-2));

        // What follows and what precedes the run of capitalised words around the piece.
        int next = c.At;
        while (next < c.Length && (c.Pieces[next].Upper || c.Pieces[next].AllDigits))
        {
            next++;
        }

        int previous = c.At - 1;
        while (previous >= 0 && c.Pieces[previous].Upper)
        {
            previous--;
        }

        c.Add(171, next < c.Length ? c.Pieces[next].Word : 3, (ulong)Math.Min(next - c.At, 4));
        c.Add(172, previous >= 0 ? c.Pieces[previous].Word : 4, (ulong)Math.Min(c.At - previous, 4));
    }

    private static void AddNumerals(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        ulong number = piece.Number;
        if (c.Takes(ContextParts.Shapes))
        {
            c.Add(181, c.Number(-1), number);
            c.Add(182, number, c.Number(1));
            c.Add(183, c.Number(-1), number, c.Number(1));
        }

        if (!c.Takes(ContextParts.Rest))
        {
            return;
        }

        c.Add(184, number, c.Word(1));
        c.Add(185, number, c.Word(-1));
        c.Add(186, number, c.Prefix5(1));

        int before = c.At - 1;
        while (before >= 0 && (c.Pieces[before].Number != NumeralWords.None || c.Pieces[before].Mark is ',' or ':'))
        {
            before--;
        }

        if (number != NumeralWords.None || piece.Mark is ',' or '–' or '.' or '%' or ':')
        {
            int end = c.At;
            while (end < c.Length && (c.Pieces[end].Number != NumeralWords.None
                || (c.Pieces[end].Mark is ',' or ':' && end + 1 < c.Length && c.Pieces[end + 1].Number != NumeralWords.None)))
            {
                end++;
            }

            ulong next = end < c.Length ? c.Pieces[end].Word : 5;
            ulong next5 = end < c.Length ? c.Pieces[end].Prefix5 : 5;
            c.Add(187, next, number);
            c.Add(188, next5, (ulong)Math.Min(end - c.At, 3));
            if (end + 1 < c.Length)
            {
                c.Add(189, next5, c.Pieces[end + 1].Prefix5);
            }

            c.Add(190, before >= 0 ? c.Pieces[before].Word : 6, number);
            c.Add(191, next5, before >= 0 ? c.Pieces[before].Prefix5 : 6);
            c.Add(192, (ulong)Math.Min(end - c.At, 4), (ulong)Math.Min(c.At - before, 4));
        }
        else
        {
            int run = Math.Min(c.At - 1 - before, 4);
            c.Add(193, (ulong)run, piece.Prefix5);
            if (run > 0)
            {
                c.Add(194, piece.Word);
            }
            else if (c.At >= 2 && c.Pieces[c.At - 2].Number != NumeralWords.None)
            {
                c.Add(195, c.Prefix5(-1), piece.Prefix5);
                c.Add(196, piece.Prefix5);
            }
        }

        if (piece.Value >= 0)
        {
            ulong range = Range(piece.Value);
            c.Add(198, range, c.Word(1));
            c.Add(199, range, c.Word(-1));
            c.Add(200, range, c.Prefix5(1));
        }
    }

    private static ulong Range(int value) =>
        value switch { 0 => 0, <= 12 => 1, <= 24 => 2, <= 31 => 3, <= 59 => 4, <= 100 => 5, < 1900 => 6, <= 2035 => 7, _ => 8 };

    private static void AddCluster(ref Context c, int distance, WordClusters clusters)
    {
        int cluster = c.Cluster(distance);
        int template = 210 + ((distance + Reach) * WordClusters.Levels);
        if (cluster == WordClusters.None)
        {
            c.Add(template, c.Has(distance) ? 100_000u : 100_001u);
            return;
        }

        for (int level = 0; level < WordClusters.Levels; level++)
        {
            c.Add(template + level, AtLevel(clusters, cluster, level));
        }
    }

    private static void AddOwnClusters(ref Context c, WordClusters clusters)
    {
        AddCluster(ref c, 0, clusters);
        for (int level = 0; level < WordClusters.Levels; level++)
        {
            c.Add(230 + (level * 4), AtLevel(clusters, c.Piece.Cluster, level), Bit(c.Piece.Upper), Bit(c.IsFirst));
        }
    }

    private static void AddClusters(ref Context c, WordClusters clusters)
    {
        for (int level = 0; level < WordClusters.Levels; level++)
        {
            ulong mine = AtLevel(clusters, c.Piece.Cluster, level);
            ulong left = AtLevel(clusters, c.Cluster(-1), level);
            ulong right = AtLevel(clusters, c.Cluster(1), level);
            int template = 230 + (level * 4);
            c.Add(template + 1, mine, right);
            c.Add(template + 2, left, mine);
            c.Add(template + 3, left, right);
        }
    }

    private static ulong AtLevel(WordClusters clusters, int cluster, int level) =>
        cluster == WordClusters.None ? 100_000u : level == 0 ? (ulong)cluster : (ulong)clusters.Coarser(cluster, level);

    private static void AddNames(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        c.Add(250, (ulong)piece.NamePlace, Bit(piece.Upper));
        ulong place = (ulong)piece.NamePlace;
        for (ulong kinds = piece.NameKinds.Bits; kinds != 0; kinds &= kinds - 1)
        {
            ulong kind = (ulong)System.Numerics.BitOperations.TrailingZeroCount(kinds);
            c.Add(251, kind, place);
            c.Add(252, kind, place, Bit(piece.Upper) | (Bit(c.IsFirst) << 1));
            c.Add(253, kind, c.ShortShape(1));
            c.Add(254, kind, c.ShortShape(-1));
        }

        for (int distance = -2; distance <= 2; distance++)
        {
            if (distance != 0 && c.Has(distance))
            {
                ref readonly EntityPiece neighbour = ref c.Pieces[c.At + distance];
                for (ulong kinds = neighbour.NameKinds.Bits; kinds != 0; kinds &= kinds - 1)
                {
                    c.Add(258 + distance, (ulong)System.Numerics.BitOperations.TrailingZeroCount(kinds), Bit(piece.Upper), (ulong)neighbour.NamePlace);
                }
            }
        }
    }
}

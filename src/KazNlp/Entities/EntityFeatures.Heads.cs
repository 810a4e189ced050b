namespace KazNlp;

/// <content>Features of the phrase: the word to the right that names the kind of thing, and the capital to the left.</content>
internal static partial class EntityFeatures
{
    private const int HeadReach = 8;
    private const int NameReach = 6;

    private static void AddHeads(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        bool clean = !piece.Closes;
        int head = NextHead(ref c, c.At, ref clean);
        ulong kind = head < 0 ? 0u : c.Pieces[head].Head;
        ulong own = piece.Head;
        c.Add(281, own, Bit(piece.Upper), Bit(c.Has(-1) && c.Pieces[c.At - 1].Upper));
        c.Add(261, own, piece.Suffix3);
        if (c.Has(-1))
        {
            ref readonly EntityPiece before = ref c.Pieces[c.At - 1];
            c.Add(279, Bit(before.Closes), Bit(before.Upper), Bit(piece.Upper));
            c.Add(280, before.Suffix2, Bit(piece.Upper));
        }

        if (piece.Mark != '\0' && piece.Mark is not ('«' or '»' or ',' or '–'))
        {
            return;
        }

        int name = c.At - 1;
        bool cleanName = true;
        while (name >= 0 && c.At - name <= NameReach && c.Pieces[name].Mark is '\0' or '«' or '»' or '–' && !c.Pieces[name].Upper)
        {
            cleanName &= !c.Pieces[name].Closes;
            name--;
        }

        bool hasName = name >= 0 && c.Pieces[name].Upper && c.At - name <= NameReach;
        cleanName &= hasName && !c.Pieces[name].Closes;
        ulong nameDistance = !hasName ? 0 : cleanName ? (ulong)Math.Min(c.At - name, 4) : 5;
        c.Add(262, own, nameDistance);
        c.Add(263, kind, nameDistance, Bit(piece.Upper));
        if (hasName)
        {
            c.Add(264, own, c.Pieces[name].NameKinds.Bits, nameDistance);
        }

        if (head >= 0)
        {
            ulong distance = clean ? (ulong)Math.Min(head - c.At, 5) : 6;
            ref readonly EntityPiece there = ref c.Pieces[head];
            c.Add(265, kind, distance, Bit(piece.Upper));
            c.Add(266, there.Prefix6, distance == 6 ? 2u : distance <= 1 ? 0u : 1u, Bit(piece.Upper));
            c.Add(267, kind, piece.ShortShape, distance);
            c.Add(268, kind, piece.Suffix2, distance);
            c.Add(269, kind, distance, Bit(c.Has(-1) && c.Pieces[c.At - 1].Closes) | (Bit(c.IsFirst) << 1));
            bool onward = !there.Closes;
            int second = NextHead(ref c, head, ref onward);
            if (second == head + 1 || (second > 0 && onward))
            {
                c.Add(270, kind, c.Pieces[second].Head, distance);
            }
            else
            {
                c.Add(271, kind, there.Suffix3, distance);
            }
        }
        else
        {
            c.Add(272, Bit(piece.Upper));
        }

        if (piece.QuoteEnd >= 0)
        {
            int end = piece.QuoteEnd;
            ref readonly EntityPiece after = ref c.Pieces[end];
            ulong length = (ulong)piece.QuoteLength;
            c.Add(273, after.Prefix5, Bit(length <= 2));
            c.Add(274, after.Head, length);
            c.Add(275, after.Head, Bit(piece.Upper), (ulong)piece.QuotePlace);
            int far = end;
            while (far < c.Length && far < end + 4 && c.Pieces[far].Head == 0 && c.Pieces[far].Mark == '\0')
            {
                far++;
            }

            if (far < c.Length)
            {
                c.Add(276, c.Pieces[far].Head, after.Prefix5);
                c.Add(277, c.Pieces[far].Head, (ulong)(far - end));
            }

            if (end + 1 < c.Length)
            {
                c.Add(278, after.Prefix5, c.Pieces[end + 1].Prefix5);
            }
        }
    }

    // The nearest word behind the piece that names a kind of thing, within reach and without a mark between; −1 when there is none.
    private static int NextHead(ref Context c, int from, ref bool clean)
    {
        for (int at = from + 1; at < c.Length && at - from <= HeadReach; at++)
        {
            ref readonly EntityPiece piece = ref c.Pieces[at];
            if (piece.Mark is not ('\0' or '«' or '»' or ',' or '–'))
            {
                return -1;
            }

            if (piece.Head != EntityHeads.None)
            {
                return at;
            }

            clean &= !piece.Closes && piece.Mark is '\0' or '«' or '»';
        }

        return -1;
    }
}

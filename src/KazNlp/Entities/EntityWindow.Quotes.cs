namespace KazNlp;

/// <content>Marks in their one form, and what stands between quotes.</content>
internal sealed partial class EntityWindow
{
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
                _folded[i * MaxPieceLength] = mark;
                EntityPieceReader.Measure(Folded(i), Folded(i), ref piece);
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
}

namespace KazNlp;

/// <content>What transcripts of speech have that other text has not.</content>
internal sealed partial class EntityWindow
{
    private const int LongestHesitation = 4;

    // ( іі ) and ( ыы ) are sounds between words that belong together. The pieces go, and the tokens stay: an entity goes on across them.
    private void DropHesitations()
    {
        // A part of a long sentence is cut by its number of pieces, and keeps them all.
        if (Count > Capacity / 2)
        {
            return;
        }

        int kept = 0;
        for (int i = 0; i < Count;)
        {
            if (IsHesitation(i) && (kept > 0 || i + 3 < Count))
            {
                i += 3;
                continue;
            }

            if (kept < i)
            {
                Folded(i).CopyTo(_folded.AsSpan(kept * MaxPieceLength, MaxPieceLength));
                _pieces[kept] = _pieces[i];
            }

            kept++;
            i++;
        }

        Count = kept;
    }

    private bool IsHesitation(int at)
    {
        if (at + 2 >= Count || _pieces[at].Mark != '(' || _pieces[at + 2].Mark != ')' || _pieces[at + 1].Length is 0 or > LongestHesitation)
        {
            return false;
        }

        ReadOnlySpan<char> sound = Folded(at + 1);
        return sound[0] is 'а' or 'ә' or 'е' or 'э' or 'ы' or 'і' or 'о' or 'ө' or 'у' or 'ү' or 'ұ' or 'м' && !sound.ContainsAnyExcept(sound[0]);
    }

    // Between two words for numbers a particle makes a decimal of them: екі де сексен сегіз is 2,88.
    private void MarkDecimals()
    {
        for (int i = 1; i + 1 < Count; i++)
        {
            if (_pieces[i].Length == 2
                && _pieces[i - 1].Number == NumeralWords.Numeral
                && _pieces[i + 1].Number is NumeralWords.Numeral or NumeralWords.InflectedNumeral
                && Folded(i) is "де" or "да" or "те" or "та")
            {
                _pieces[i].Number = NumeralWords.DecimalParticle;
            }
        }
    }
}

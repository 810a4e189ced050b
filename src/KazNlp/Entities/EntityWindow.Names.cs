namespace KazNlp;

/// <content>What the gazetteer knows.</content>
internal sealed partial class EntityWindow
{
    private const int MaxNameLength = 12;

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
                found = InflectedNames.KindsOf(gazetteer, node, word);
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
}

namespace KazNlp;

/// <summary>Names of units of one or more words, each with its symbol and factor. Immutable and thread-safe.</summary>
internal sealed class UnitTable
{
    private const int MostWords = 5;
    private readonly (string Symbol, decimal Factor, string Names)[] _rows;
    private readonly StemTable _names = new();

    /// <summary>Makes a table.</summary>
    /// <param name="rows">Symbol, factor, and names in lower case without endings, parted by a bar.</param>
    public UnitTable((string Symbol, decimal Factor, string Names)[] rows)
    {
        _rows = rows;
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (string name in rows[row].Names.Split('|'))
            {
                _names.Add(name, row);
            }
        }
    }

    /// <summary>Reads the longest name that starts at a term.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="start">The term.</param>
    /// <param name="unit">The unit.</param>
    public bool TryRead(List<ValueTerm> terms, int start, out AmountUnit unit)
    {
        Span<char> buffer = stackalloc char[256];
        Span<int> ends = stackalloc int[MostWords];
        int length = 0;
        int count = 0;
        for (; count < MostWords && start + count < terms.Count; count++)
        {
            ValueTerm term = terms[start + count];
            bool isJoint = term.Word == ValueWord.Dash || term.IsMark('/') || term.IsMark('·') || term.IsMark('*');
            if (term.Shape != ValueTermShape.Letters || term.Word is ValueWord.Numeral or ValueWord.Scale || length + term.Text.Length + 1 > buffer.Length)
            {
                break;
            }

            bool afterJoint = count > 0 && ends[count - 1] < 0;
            if (count > 0 && !isJoint && !afterJoint)
            {
                buffer[length++] = ' ';
            }

            term.Text.CopyTo(buffer[length..]);
            length += term.Text.Length;
            ends[count] = isJoint ? -length : length;
        }

        for (; count > 0; count--)
        {
            int end = ends[count - 1];
            if (end > 0 && _names.TryFind(buffer[..end], out int row, out ReadOnlySpan<char> endings))
            {
                unit = new AmountUnit(_rows[row].Symbol, _rows[row].Factor, start + count, endings.ToString() + terms[start + count - 1].Endings);
                return true;
            }
        }

        unit = default;
        return false;
    }
}

using System.Globalization;

namespace KazNlp;

/// <summary>Names of units of one or more words, each with its symbol and factor. Immutable and thread-safe.</summary>
internal sealed class UnitTable
{
    private const int MostWords = 5;
    private readonly List<string> _symbols = [];
    private readonly List<decimal> _factors = [];
    private readonly StemTable _names = new();

    /// <summary>Makes a table.</summary>
    /// <param name="rows">
    /// Symbol, factor, and names in lower case without endings, parted by a bar: <c>USD; 0.01; цент</c>. A line each, and one text, as code for hundreds of
    /// values would be compiled in every process.
    /// </param>
    public UnitTable(string rows)
    {
        foreach (string row in rows.Split('\n'))
        {
            string[] columns = row.Split(';', StringSplitOptions.TrimEntries);
            foreach (string name in columns[2].Split('|'))
            {
                _names.Add(name, _symbols.Count);
            }

            _symbols.Add(columns[0]);
            _factors.Add(decimal.Parse(columns[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
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
                unit = new AmountUnit(_symbols[row], _factors[row], start + count, endings.ToString() + terms[start + count - 1].Endings);
                return true;
            }
        }

        unit = default;
        return false;
    }
}

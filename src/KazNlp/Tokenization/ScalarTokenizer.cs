using System.Buffers;
using System.Runtime.InteropServices;

namespace KazNlp;

/// <summary>The engine that asks the rules for every token: the specification of all others.</summary>
internal static class ScalarTokenizer<TUnit, TEncoding>
    where TUnit : unmanaged
    where TEncoding : struct, ITextEncoding<TUnit>
{
    /// <summary>Goes on with a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="stopAt">Where a token may begin no more; those before this place may end behind it.</param>
    /// <param name="position">Where to begin and, afterwards, where to go on.</param>
    /// <param name="output">Receives the tokens, with offsets into the text; pauses too, of UTF-16 only.</param>
    /// <param name="isFinalBlock">Whether the text ends here; otherwise a token that more text could change is not written.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/> also where <paramref name="output"/> is full of pauses; for the others see
    /// <see cref="KazakhTokenizer.Tokenize(ReadOnlySpan{char}, Span{Token}, out int, out int, bool)"/>.
    /// </returns>
    public static OperationStatus Tokenize<TPauses>(ReadOnlySpan<TUnit> text, int stopAt, ref int position, ref TokenOutput output, bool isFinalBlock)
        where TPauses : struct, IPauseMode
    {
        // A character that the end of the block cuts stays for the next one.
        int incomplete = isFinalBlock ? 0 : TEncoding.IncompleteTail(text);
        text = text[..^incomplete];
        Span<Token> destination = output.Tokens;
        var context = default(RuleContext<NoTrace>);
        int index = position;
        int stop = Math.Min(stopAt, text.Length);
        int count = output.Count;
        OperationStatus status = incomplete == 0 || stopAt <= text.Length ? OperationStatus.Done : OperationStatus.NeedMoreData;
        while (index < stop)
        {
            CharacterClass first = TEncoding.ClassAt(text, index, out int length);
            if ((first & CharacterClass.Space) != 0)
            {
                index += length;
                continue;
            }

            if (count >= destination.Length)
            {
                status = OperationStatus.DestinationTooSmall;
                break;
            }

            if (TPauses.IsOn && output.IsFullOfPauses)
            {
                break;
            }

            int end = TokenRules<TUnit, TEncoding, NoTrace>.FindEnd(text, index, first, length, ref context, out TokenKind kind);
            if (context.ReachedEnd && !isFinalBlock && end - index < Token.MaxLength)
            {
                status = OperationStatus.NeedMoreData;
                break;
            }

            destination[count++] = new Token(index, (uint)(end - index) | ((uint)kind << Token.LengthBits));
            index = end;
            if (TPauses.IsOn)
            {
                output.Count = count;
                output.NotePauses(MemoryMarshal.Cast<TUnit, char>(text), count - 1);
            }

            if ((uint)index < (uint)text.Length && TEncoding.UnitAt(text, index) == ' ')
            {
                index++; // what follows nearly every word, without a turn of the loop
            }
        }

        position = index;
        output.Count = count;
        return status;
    }
}

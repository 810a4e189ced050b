using System.Buffers;

namespace KazNlp;

/// <summary>The engine that asks the rules for every token: the specification of all others.</summary>
internal static class ScalarTokenizer<TUnit, TEncoding>
    where TUnit : unmanaged
    where TEncoding : struct, ITextEncoding<TUnit>
{
    /// <inheritdoc cref="KazakhTokenizer.Tokenize(ReadOnlySpan{char}, Span{Token}, out int, out int, bool)"/>
    public static OperationStatus Tokenize(
        ReadOnlySpan<TUnit> text, Span<Token> destination, out int consumed, out int written, bool isFinalBlock)
    {
        // A character that the end of the block cuts stays for the next one.
        int incomplete = isFinalBlock ? 0 : TEncoding.IncompleteTail(text);
        text = text[..^incomplete];
        var context = default(RuleContext<NoTrace>);
        int index = 0;
        int count = 0;
        OperationStatus status = incomplete == 0 ? OperationStatus.Done : OperationStatus.NeedMoreData;
        while (index < text.Length)
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

            int end = TokenRules<TUnit, TEncoding, NoTrace>.FindEnd(text, index, first, length, ref context, out TokenKind kind);
            if (context.ReachedEnd && !isFinalBlock && end - index < Token.MaxLength)
            {
                status = OperationStatus.NeedMoreData;
                break;
            }

            destination[count++] = new Token(index, (uint)(end - index) | ((uint)kind << Token.LengthBits));
            index = end;
            if ((uint)index < (uint)text.Length && TEncoding.UnitAt(text, index) == ' ')
            {
                index++; // what follows nearly every word, without a turn of the loop
            }
        }

        consumed = index;
        written = count;
        return status;
    }
}

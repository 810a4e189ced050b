using System.Buffers;
using System.Text;

namespace KazNlp;

/// <content>From ids to text.</content>
public sealed partial class KazakhSubwordTokenizer
{
    /// <inheritdoc/>
    /// <remarks>Bytes that are no UTF-8, as a model may produce them, become U+FFFD. As in the library's other tokenizers, ids that are not in the vocabulary are left out.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    public override string Decode(IEnumerable<int> ids) => Decode(ids, considerSpecialTokens: true);

    /// <summary>Decodes ids, with or without the special tokens among them. Ids that are not in the vocabulary are left out.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="considerSpecialTokens">Whether special tokens (padding, ends of texts) become their text; otherwise they are left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    public string Decode(IEnumerable<int> ids, bool considerSpecialTokens)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var bytes = new ArrayBufferWriter<byte>();
        foreach (int id in ids)
        {
            if (TryGetPiece(id, out ReadOnlySpan<byte> piece) && (considerSpecialTokens || !_model.IsSpecial(id)))
            {
                bytes.Write(piece);
            }
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// <paramref name="idsConsumed"/> ends where a character ends, so that the rest can be decoded on its own. Where the last ids end inside a character the result is
    /// <see cref="OperationStatus.NeedMoreData"/>: give them again with those that follow, as they come from a model. An id that is not in the vocabulary gives <see cref="OperationStatus.InvalidData"/>.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    public override OperationStatus Decode(IEnumerable<int> ids, Span<char> destination, out int idsConsumed, out int charsWritten)
    {
        ArgumentNullException.ThrowIfNull(ids);
        idsConsumed = 0;
        charsWritten = 0;
        Span<byte> open = stackalloc byte[4]; // the bytes of a character that is not complete yet
        int openLength = 0;
        int written = 0;
        int consumed = 0;
        foreach (int id in ids)
        {
            if (!TryGetPiece(id, out ReadOnlySpan<byte> piece))
            {
                return OperationStatus.InvalidData;
            }

            consumed++;
            while (!piece.IsEmpty)
            {
                if (openLength == 0 && Ascii.IsValid(piece))
                {
                    if (!Encoding.UTF8.TryGetChars(piece, destination[written..], out int ascii))
                    {
                        return OperationStatus.DestinationTooSmall;
                    }

                    written += ascii;
                    break;
                }

                open[openLength++] = piece[0];
                piece = piece[1..];
                OperationStatus status = Rune.DecodeFromUtf8(open[..openLength], out Rune rune, out int length);
                if (status == OperationStatus.NeedMoreData)
                {
                    continue;
                }

                if (!rune.TryEncodeToUtf16(destination[written..], out int units))
                {
                    return OperationStatus.DestinationTooSmall;
                }

                // After a fault, the byte that revealed it begins the next character.
                written += units;
                open[length..openLength].CopyTo(open);
                openLength -= length;
                if (openLength > 0 && Rune.DecodeFromUtf8(open[..openLength], out rune, out _) != OperationStatus.NeedMoreData)
                {
                    if (!rune.TryEncodeToUtf16(destination[written..], out units))
                    {
                        return OperationStatus.DestinationTooSmall;
                    }

                    written += units;
                    openLength = 0;
                }
            }

            if (openLength == 0)
            {
                idsConsumed = consumed;
                charsWritten = written;
            }
        }

        return openLength == 0 ? OperationStatus.Done : OperationStatus.NeedMoreData;
    }
}

using System.Buffers;
using Microsoft.ML.Tokenizers;

namespace KazNlp;

/// <content>Rows of one length for models: truncation, padding, special tokens around a text.</content>
public sealed partial class KazakhSubwordTokenizer
{
    private static readonly SubwordBatchOptions DefaultBatchOptions = new();

    /// <summary>Encodes several texts to rows of one length.</summary>
    /// <param name="texts">The texts, a row each.</param>
    /// <param name="configure">Sets the options: <c>o => o with { MaxLength = 512, EndToken = "&lt;|endoftext|&gt;" }</c>; without it rows are as long as the longest text needs.</param>
    /// <remarks>A truncated text begins and ends where a character does, so that it may have up to three ids less than there is room for.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">The vocabulary lacks a token of the options, or they leave no room for text.</exception>
    public SubwordBatch EncodeBatch(IReadOnlyList<string> texts, Func<SubwordBatchOptions, SubwordBatchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        SubwordBatchOptions options = configure is null ? DefaultBatchOptions : configure(DefaultBatchOptions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.PadToMultipleOf);
        if (options.PadToMaxLength && options.MaxLength is null)
        {
            throw new ArgumentException($"{nameof(options.PadToMaxLength)} needs a {nameof(options.MaxLength)}.", nameof(configure));
        }

        var frame = new Frame(this, options);
        int room = options.MaxLength is { } max ? frame.RoomIn(max) : int.MaxValue;
        var ids = new ArrayBufferWriter<int>();
        int[] lengths = new int[texts.Count];
        int columns = options.PadToMaxLength ? options.MaxLength!.Value : 0;
        for (int row = 0; row < lengths.Length; row++)
        {
            string text = texts[row] ?? throw new ArgumentNullException(nameof(texts), $"The text at index {row} is null.");
            ReadOnlySpan<char> span = _normalizer is null ? text : _normalizer.Normalize(text);
            int written = EncodeWindow(span, ids.GetSpan(Math.Min(room, BytePairEncoder.MaxIds(span.Length))), room, options.TruncationSide);
            ids.Advance(written);
            lengths[row] = written;
            columns = Math.Max(columns, written + frame.Length);
        }

        columns = checked((columns + options.PadToMultipleOf - 1) / options.PadToMultipleOf * options.PadToMultipleOf);
        int[] all = new int[checked(lengths.Length * columns)];
        int[] mask = new int[all.Length];
        ReadOnlySpan<int> rest = ids.WrittenSpan;
        for (int row = 0; row < lengths.Length; row++)
        {
            frame.Write(rest[..lengths[row]], all.AsSpan(row * columns, columns), mask.AsSpan(row * columns, columns));
            rest = rest[lengths[row]..];
            lengths[row] += frame.Length;
        }

        return new SubwordBatch(all, mask, lengths, columns);
    }

    /// <summary>Encodes a text to a row of the caller's: truncated where it has too many ids, padded where it has too few. Nothing is allocated once the calling threads have their caches.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ids">The row; all of it is written.</param>
    /// <param name="attentionMask">Takes 1 for each id that is no padding, 0 for the rest; as long as <paramref name="ids"/>, or empty where it is not wanted.</param>
    /// <param name="options">The options, of which those of the row's length do not count; null for the defaults.</param>
    /// <returns>Number of ids that are no padding.</returns>
    /// <exception cref="ArgumentException">The vocabulary lacks a token of the options, they leave no room for text, or the mask has another length.</exception>
    public int EncodePadded(ReadOnlySpan<char> text, Span<int> ids, Span<int> attentionMask, SubwordBatchOptions? options = null)
    {
        options ??= DefaultBatchOptions;
        if (!attentionMask.IsEmpty && attentionMask.Length != ids.Length)
        {
            throw new ArgumentException($"The mask has {attentionMask.Length} elements, the row {ids.Length}.", nameof(attentionMask));
        }

        var frame = new Frame(this, options);
        int room = frame.RoomIn(ids.Length);
        ReadOnlySpan<char> span = _normalizer is null ? text : _normalizer.Normalize(text);
        int written = EncodeWindow(span, ids[..room], room, options.TruncationSide);
        frame.Write(ids[..written], ids, attentionMask);
        return written + frame.Length;
    }

    // The first or last ids of a text, as many as there is room for; they begin and end where a character does.
    private int EncodeWindow(ReadOnlySpan<char> text, Span<int> destination, int room, SequenceSide truncation)
    {
        EncodeSettings settings = new() { ConsiderPreTokenization = true, MaxTokenCount = room };
        EncoderScratch scratch = TakeScratch();
        int skipped = 0;
        if (truncation == SequenceSide.Left)
        {
            FindStart(text, settings, scratch, out _, out skipped);
        }

        int written = 0;
        var position = default(PartCutter.Position);
        while (_cutter.TryNext(text, ref position))
        {
            int count = Encode(text, in position, scratch, out int single);
            if (skipped >= count)
            {
                skipped -= count;
                continue;
            }

            ReadOnlySpan<int> ids = count == 1 ? new ReadOnlySpan<int>(in single) : scratch.Ids.AsSpan(skipped, count - skipped);
            skipped = 0;
            if (ids.Length > room - written)
            {
                ids = ids[..LastCharacterEnd(text[position.Start..position.End], ids, room - written, out _)];
                ids.CopyTo(destination[written..]);
                written += ids.Length;
                break;
            }

            ids.CopyTo(destination[written..]);
            written += ids.Length;
        }

        GiveBack(scratch);
        return written;
    }

    /// <summary>The special tokens around a text, by their ids; -1 for none.</summary>
    private readonly struct Frame
    {
        private readonly KazakhSubwordTokenizer _tokenizer;
        private readonly SubwordBatchOptions _options;
        private readonly int _beginning;
        private readonly int _end;

        public Frame(KazakhSubwordTokenizer tokenizer, SubwordBatchOptions options)
        {
            _tokenizer = tokenizer;
            _options = options;
            _beginning = options.BeginningToken is { } beginning ? Find(beginning) : -1;
            _end = options.EndToken is { } end ? Find(end) : -1;
        }

        public int Length => (_beginning < 0 ? 0 : 1) + (_end < 0 ? 0 : 1);

        public int RoomIn(int length) => length > Length
            ? length - Length
            : throw new ArgumentException($"A row of {length} ids has no room for text{(Length > 0 ? $" beside {Length} special tokens" : string.Empty)}.");

        /// <summary>Writes a row; the ids may stand at its beginning already.</summary>
        public void Write(ReadOnlySpan<int> ids, Span<int> row, Span<int> mask)
        {
            int length = ids.Length + Length;
            int start = _options.PaddingSide == SequenceSide.Left ? row.Length - length : 0;
            ids.CopyTo(row[(start + (_beginning < 0 ? 0 : 1))..]);
            if (_beginning >= 0)
            {
                row[start] = _beginning;
            }

            if (_end >= 0)
            {
                row[start + length - 1] = _end;
            }

            if (length < row.Length)
            {
                int padding = Find(_options.PaddingToken);
                row[..start].Fill(padding);
                row[(start + length)..].Fill(padding);
            }

            if (!mask.IsEmpty)
            {
                mask.Clear();
                mask.Slice(start, length).Fill(1);
            }
        }

        private int Find(string token) => _tokenizer.SpecialTokens.TryGetValue(token, out int id)
            ? id
            : throw new ArgumentException($"The vocabulary has no special token '{token}'; it has: {string.Join(' ', _tokenizer.SpecialTokens.Keys)}.");
    }
}

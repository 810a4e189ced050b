using System.Buffers;
using Microsoft.ML.Tokenizers;

namespace KazNlp;

/// <content>From text to ids.</content>
public sealed partial class KazakhSubwordTokenizer
{
    /// <summary>Encodes into the caller's buffer. Nothing is allocated once the calling threads have their caches.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Takes the ids; as many as the text has UTF-8 bytes are always enough.</param>
    /// <param name="charsConsumed">Code units whose ids were written. Encoding the rest of the text gives the ids that follow.</param>
    /// <param name="idsWritten">Number of ids written.</param>
    /// <returns><see cref="OperationStatus.Done"/>, or <see cref="OperationStatus.DestinationTooSmall"/> where the ids of the next part do not fit.</returns>
    /// <remarks>
    /// Ids are written a whole part (a word, a number, a run of marks) at a time, and a word with the full stop after it, which is cut by what stands before it.
    /// A vocabulary with a <see cref="Normalizer"/> has the text normalised first, which allocates, and <paramref name="charsConsumed"/> counts in the result.
    /// </remarks>
    public OperationStatus EncodeToIds(ReadOnlySpan<char> text, Span<int> destination, out int charsConsumed, out int idsWritten)
    {
        ReadOnlySpan<char> span = _normalizer is null ? text : _normalizer.Normalize(text);
        charsConsumed = 0;
        idsWritten = 0;
        EncoderScratch scratch = TakeScratch();
        var position = default(PartCutter.Position);
        int written = 0;
        var status = OperationStatus.Done;
        while (_cutter.TryNext(span, ref position))
        {
            // Where encoding can begin again as if nothing stood before.
            if (position.AddedId >= 0 || position.Start == position.SegmentStart || span[position.Start] != '.')
            {
                charsConsumed = position.Start;
                idsWritten = written;
            }

            int count = Encode(span, in position, scratch, out int single);
            if (count > destination.Length - written)
            {
                status = OperationStatus.DestinationTooSmall;
                break;
            }

            if (count == 1)
            {
                destination[written] = single;
            }
            else
            {
                scratch.Ids.AsSpan(0, count).CopyTo(destination[written..]);
            }

            written += count;
        }

        GiveBack(scratch);
        if (status == OperationStatus.Done)
        {
            charsConsumed = span.Length;
            idsWritten = written;
        }

        return status;
    }

    /// <inheritdoc/>
    /// <remarks>With a limit, the ids end where a character ends.</remarks>
    protected override EncodeResults<int> EncodeToIds(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings)
    {
        ReadOnlySpan<char> span = Normalize(text, textSpan, settings, out string? normalized);
        var ids = new List<int>(Math.Min(settings.MaxTokenCount, (span.Length / 4) + 4));
        EncoderScratch scratch = TakeScratch();
        int consumed = -1;
        var position = default(PartCutter.Position);
        while (TryNext(span, ref position, settings))
        {
            int count = Encode(span, in position, scratch, out int single);
            int room = settings.MaxTokenCount - ids.Count;
            if (count > room)
            {
                count = LastCharacterEnd(span[position.Start..position.End], scratch.Ids.AsSpan(0, count), room, out int length);
                consumed = position.Start + length;
                ids.AddRange(scratch.Ids.AsSpan(0, count));
                break;
            }

            if (count == 1)
            {
                ids.Add(single);
            }
            else
            {
                ids.AddRange(scratch.Ids.AsSpan(0, count));
            }
        }

        GiveBack(scratch);
        return new EncodeResults<int> { Tokens = ids, NormalizedText = normalized, CharsConsumed = consumed < 0 ? span.Length : consumed };
    }

    /// <inheritdoc/>
    /// <remarks>A token's value is the piece as vocabulary files write it; its text is at its offset.</remarks>
    protected override EncodeResults<EncodedToken> EncodeToTokens(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings)
    {
        ReadOnlySpan<char> span = Normalize(text, textSpan, settings, out string? normalized);
        var tokens = new List<EncodedToken>();
        EncoderScratch scratch = TakeScratch();
        var position = default(PartCutter.Position);
        while (tokens.Count < settings.MaxTokenCount && TryNext(span, ref position, settings))
        {
            int count = Encode(span, in position, scratch, out int single);
            if (count == 1)
            {
                tokens.Add(new EncodedToken(single, _model.TextOf(single)!, new Range(position.Start, position.End)));
                continue;
            }

            var walk = new CharacterWalk(span[position.Start..position.End]);
            for (int i = 0; i < count && tokens.Count < settings.MaxTokenCount; i++)
            {
                int id = scratch.Ids[i];
                walk.Advance(_model.Pieces[id].Length, out int start, out int end);
                tokens.Add(new EncodedToken(id, _model.TextOf(id)!, new Range(position.Start + start, position.Start + end)));
            }
        }

        GiveBack(scratch);
        return new EncodeResults<EncodedToken> { Tokens = tokens, NormalizedText = normalized, CharsConsumed = tokens.Count == 0 ? 0 : tokens[^1].Offset.End.Value };
    }

    /// <inheritdoc/>
    /// <remarks>Nothing is allocated once the calling threads have their caches.</remarks>
    protected override int CountTokens(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings)
    {
        ReadOnlySpan<char> span = Normalize(text, textSpan, settings, out _);
        EncoderScratch scratch = TakeScratch();
        int total = 0;
        var position = default(PartCutter.Position);
        while (total < settings.MaxTokenCount && TryNext(span, ref position, settings))
        {
            total += Encode(span, in position, scratch, out _);
        }

        GiveBack(scratch);
        return Math.Min(total, settings.MaxTokenCount);
    }

    /// <inheritdoc/>
    /// <remarks>The index never lies inside a surrogate pair or another character of several bytes.</remarks>
    protected override int GetIndexByTokenCount(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings, bool fromEnd, out string? normalizedText, out int tokenCount)
    {
        ReadOnlySpan<char> span = Normalize(text, textSpan, settings, out normalizedText);
        EncoderScratch scratch = TakeScratch();
        int index = fromEnd
            ? FindStart(span, settings, scratch, out tokenCount, out _)
            : FindEnd(span, settings, scratch, out tokenCount);
        GiveBack(scratch);
        return index;
    }

    // What is encoded: the text itself, unless the vocabulary wants it normalised.
    private ReadOnlySpan<char> Normalize(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings, out string? normalized)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.MaxTokenCount);
        normalized = null;
        if (_normalizer is null || !settings.ConsiderNormalization)
        {
            return text ?? textSpan;
        }

        normalized = text is null ? _normalizer.Normalize(textSpan) : _normalizer.Normalize(text);
        return normalized;
    }

    private int FindEnd(ReadOnlySpan<char> text, EncodeSettings settings, EncoderScratch scratch, out int tokenCount)
    {
        tokenCount = 0;
        var position = default(PartCutter.Position);
        while (TryNext(text, ref position, settings))
        {
            int count = Encode(text, in position, scratch, out _);
            if (count > settings.MaxTokenCount - tokenCount)
            {
                tokenCount += LastCharacterEnd(text[position.Start..position.End], scratch.Ids.AsSpan(0, count), settings.MaxTokenCount - tokenCount, out int length);
                return position.Start + length;
            }

            tokenCount += count;
        }

        return text.Length;
    }

    // Parts are found from the start only: count all tokens, then walk again to the first that may stay.
    private int FindStart(ReadOnlySpan<char> text, EncodeSettings settings, EncoderScratch scratch, out int tokenCount, out int skipped)
    {
        int total = 0;
        var position = default(PartCutter.Position);
        while (TryNext(text, ref position, settings))
        {
            total += Encode(text, in position, scratch, out _);
        }

        tokenCount = total;
        position = default;
        while (tokenCount > settings.MaxTokenCount && TryNext(text, ref position, settings))
        {
            int count = Encode(text, in position, scratch, out _);
            if (tokenCount - count < settings.MaxTokenCount && count > 1)
            {
                var walk = new CharacterWalk(text[position.Start..position.End]);
                for (int i = 0; i < count; i++)
                {
                    if (tokenCount <= settings.MaxTokenCount && walk.IsAtCharacter)
                    {
                        skipped = total - tokenCount;
                        return position.Start + walk.Index;
                    }

                    walk.Advance(_model.Pieces[scratch.Ids[i]].Length, out _, out _);
                    tokenCount--;
                }

                continue;
            }

            tokenCount -= count;
        }

        skipped = total - tokenCount;
        return skipped == 0 ? 0 : position.End;
    }

    private bool TryNext(ReadOnlySpan<char> text, ref PartCutter.Position position, EncodeSettings settings)
    {
        if (settings.ConsiderPreTokenization)
        {
            return _cutter.TryNext(text, ref position);
        }

        bool isFirst = position.End == 0 && text.Length > 0;
        position.End = text.Length;
        position.AddedId = _cutter.FindAddedToken(text);
        return isFirst;
    }

    private int Encode(ReadOnlySpan<char> text, in PartCutter.Position position, EncoderScratch scratch, out int single)
    {
        if (position.AddedId < 0)
        {
            return _encoder.Encode(text[position.Start..position.End], scratch, out single);
        }

        single = position.AddedId;
        return 1;
    }

    // How many of the first ids can be taken without ending inside a character.
    private int LastCharacterEnd(ReadOnlySpan<char> part, ReadOnlySpan<int> ids, int max, out int length)
    {
        int taken = 0;
        length = 0;
        var walk = new CharacterWalk(part);
        for (int i = 0; i < max; i++)
        {
            walk.Advance(_model.Pieces[ids[i]].Length, out _, out _);
            if (walk.IsAtCharacter)
            {
                taken = i + 1;
                length = walk.Index;
            }
        }

        return taken;
    }
}

using Microsoft.ML.Tokenizers;

namespace KazNlp;

/// <summary>The parts and special tokens of a <see cref="SubwordModel"/> for tokenizers of Microsoft.ML.Tokenizers. Immutable and thread-safe.</summary>
internal sealed class SubwordPreTokenizer(PartCutter cutter) : PreTokenizer
{
    public override IEnumerable<(int Offset, int Length)> PreTokenize(string text) =>
        string.IsNullOrEmpty(text) ? [] : Cut(text);

    public override IEnumerable<(int Offset, int Length)> PreTokenize(ReadOnlySpan<char> text) => PreTokenize(text.ToString());

    private IEnumerable<(int Offset, int Length)> Cut(string text)
    {
        var position = default(PartCutter.Position);
        while (cutter.TryNext(text, ref position))
        {
            yield return (position.Start, position.End - position.Start);
        }
    }
}

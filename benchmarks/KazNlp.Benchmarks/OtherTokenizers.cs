using System.Buffers;
using System.Text.RegularExpressions;
using ICU4N.Globalization;
using ICU4N.Text;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Benchmarks;

/// <summary>What a .NET user can pick instead, each used the way its documentation advises for speed.</summary>
public static class OtherTokenizers
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\r\n\u00A0\u2003\u2009\u202F\u3000");

    public static long Matches(Regex regex, string text)
    {
        long count = 0;
        foreach (ValueMatch match in regex.EnumerateMatches(text))
        {
            count += match.Length > 0 ? 1 : 0;
        }
        return count;
    }

    /// <summary>The way of a service that is handed bytes: to UTF-16 in a reused buffer, then the expression.</summary>
    public static long TranscodedMatches(Regex regex, byte[] utf8, char[] buffer)
    {
        int length = System.Text.Encoding.UTF8.GetChars(utf8, buffer);
        long count = 0;
        foreach (ValueMatch match in regex.EnumerateMatches(buffer.AsSpan(0, length)))
        {
            count += match.Length > 0 ? 1 : 0;
        }
        return count;
    }

    public static long Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    public static long SplitAny(string text)
    {
        long count = 0;
        foreach (Range range in text.AsSpan().SplitAny(WhiteSpace))
        {
            count += range.Start.Value < range.End.Value ? 1 : 0;
        }
        return count;
    }

    public static long Lucene(string text)
    {
        using var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, new StringReader(text));
        tokenizer.Reset();
        long count = 0;
        while (tokenizer.IncrementToken()) count++;
        tokenizer.End();
        return count;
    }

    public static long PreTokenizer(PreTokenizer preTokenizer, string text)
    {
        long count = 0;
        foreach ((int _, int length) in preTokenizer.PreTokenize(text))
        {
            count += length > 0 ? 1 : 0;
        }
        return count;
    }

    /// <summary>ICU's word boundaries (UAX #29), white space between them left out.</summary>
    public static long IcuWords(string text) => Boundaries(BreakIterator.GetWordInstance(new UCultureInfo("kk")), text);

    /// <summary>ICU's sentence boundaries (UAX #29).</summary>
    public static long IcuSentences(string text) => Boundaries(BreakIterator.GetSentenceInstance(new UCultureInfo("kk")), text);

    private static long Boundaries(BreakIterator iterator, string text)
    {
        iterator.SetText(text);
        long count = 0;
        int start = iterator.First();
        for (int end = iterator.Next(); end != BreakIterator.Done; start = end, end = iterator.Next())
        {
            if (!char.IsWhiteSpace(text[start])) count++;
        }
        return count;
    }
}

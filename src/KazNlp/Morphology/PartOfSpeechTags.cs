namespace KazNlp;

/// <summary>The written form of <see cref="PartOfSpeech"/> in Universal Dependencies files.</summary>
public static class PartOfSpeechTags
{
    private static readonly string[] Tags =
        ["X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"];

    internal static int Count => Tags.Length;

    /// <summary>The UD tag: <c>NOUN</c>, <c>PROPN</c>, <c>VERB</c>, …</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the enumeration's.</exception>
    public static string ToUd(this PartOfSpeech partOfSpeech)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)partOfSpeech, Tags.Length, nameof(partOfSpeech));
        return Tags[(int)partOfSpeech];
    }

    /// <summary>Reads a UD tag.</summary>
    /// <param name="tag">The tag, in capitals.</param>
    /// <param name="partOfSpeech">The part of speech, when the tag is one of UD's seventeen.</param>
    /// <returns>Whether it is.</returns>
    public static bool TryParse(ReadOnlySpan<char> tag, out PartOfSpeech partOfSpeech)
    {
        for (int i = 0; i < Tags.Length; i++)
        {
            if (tag.SequenceEqual(Tags[i]))
            {
                partOfSpeech = (PartOfSpeech)i;
                return true;
            }
        }

        partOfSpeech = PartOfSpeech.Other;
        return false;
    }
}

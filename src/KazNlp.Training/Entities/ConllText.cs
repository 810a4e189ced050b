using System.Text;

namespace KazNlp;

/// <summary>Writes given tokens as people write text: without spaces before stops and inside decimals, clock times, brackets and quotes.</summary>
internal static class ConllText
{
    private const string Closing = ".,!?;:)]}»”…%°";
    private const string Opening = "([{«„“$№#@";

    /// <summary>The text of a sentence, and where each token starts in it.</summary>
    /// <param name="sentence">A sentence with tags: a comma, stop or colon inside an entity joins the numbers around it.</param>
    public static (string Text, int[] Starts) Join(ConllSentence sentence)
    {
        var text = new StringBuilder();
        int[] starts = new int[sentence.Tokens.Count];
        bool inQuotes = false;
        bool glue = true;
        for (int i = 0; i < starts.Length; i++)
        {
            string token = sentence.Tokens[i];
            bool opens = Opening.Contains(token, StringComparison.Ordinal);
            bool closes = Closing.Contains(token[0], StringComparison.Ordinal) || (token.Length > 1 && EntityPieces.IsHyphen(token[0]) && char.IsLetter(token[1]));
            if (token == "\"")
            {
                (opens, closes) = (!inQuotes, inQuotes);
                inQuotes = !inQuotes;
            }

            bool joins = Joins(sentence, i);
            if (!glue && !closes && !joins)
            {
                text.Append(' ');
            }

            starts[i] = text.Length;
            text.Append(token);
            glue = opens || joins;
        }

        return (text.ToString(), starts);
    }

    // 3,5 and 16:51 and Tengrinews.kz and 2020/21.
    private static bool Joins(ConllSentence sentence, int at)
    {
        if (at == 0 || at + 1 >= sentence.Tokens.Count)
        {
            return false;
        }

        (string before, string mark, string after) = (sentence.Tokens[at - 1], sentence.Tokens[at], sentence.Tokens[at + 1]);
        bool inside = sentence.Tags![at][0] == 'I' && sentence.Tags[at + 1][0] == 'I';
        bool numbers = char.IsAsciiDigit(before[^1]) && char.IsAsciiDigit(after[0]);
        return mark switch
        {
            "," => inside && numbers,
            ":" => numbers,
            "." => (inside && numbers) || (char.IsAsciiLetter(before[^1]) && char.IsAsciiLetterLower(after[0])),
            "/" or "'" or "’" => true,
            _ => false,
        };
    }
}

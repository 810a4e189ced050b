namespace KazNlp;

/// <summary>
/// Tells words behind which a name phrase does not go on: <c>Астанада</c>, <c>Жапаровпен</c>, <c>барған</c>. Inside a phrase words stand bare, in the
/// genitive or with <c>-дағы</c>: <c>Алматыдағы төртінші клиникалық аурухана</c>.
/// </summary>
internal static class PhraseEndings
{
    /// <summary>Whether the ending closes a phrase, by its letters alone.</summary>
    /// <param name="word">The word in lower case.</param>
    public static bool Closes(ReadOnlySpan<char> word)
    {
        if (word.Length < 4)
        {
            return false;
        }

        char last = word[^1];
        char before = word[^2];
        char third = word[^3];
        return last switch
        {
            'а' or 'е' => before is 'ғ' or 'г' or 'қ' or 'к' or 'д' or 'т' || (before is 'н' && third is 'ы' or 'і'),
            'н' => before is 'а' or 'е' && third is 'д' or 'т' or 'н' or 'м' or 'б' or 'п' or 'ғ' or 'г' or 'қ' or 'к',
            'п' => before is 'ы' or 'і',
            'ы' or 'і' => before is 'д' or 'т' or 'н',
            _ => false,
        };
    }
}

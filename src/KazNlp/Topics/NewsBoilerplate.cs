using System.Collections.Frozen;

namespace KazNlp;

/// <summary>
/// Marks the words of a news text that tell who published it and not what it is about: attributions to an agency, names of sites, bylines, buttons, counters.
/// A classifier that counted them would learn the source in place of the subject.
/// </summary>
internal static class NewsBoilerplate
{
    /// <summary>An attribution ends with its sentence, or after this many tokens.</summary>
    private const int MaxAttributionLength = 16;

    /// <summary>A line of up to this many tokens may be a byline or a counter.</summary>
    private const int MaxFurnitureLine = 8;

    // "деп хабарлайды El.kz ақпарат агенттігі": the verb opens what is masked, up to the word that closes the outlet's name or to the end of the sentence.
    private static readonly FrozenSet<string> AttributionVerbs = FrozenSet.Create(StringComparer.Ordinal,
        "хабарлайды", "хабарлады", "хабарлап", "хабарлауынша", "хабарлауда", "жазады", "жазды");

    // Whom the outlet cites ("Tengrinews.kz тілшісі полиция департаментіне сілтеме жасап") belongs to the subject again.
    private static readonly FrozenSet<string> Closers = FrozenSet.Create(StringComparer.Ordinal,
        "тілшісі", "агенттігі", "порталы", "сайты", "арнасы", "телеарнасы", "басылымы", "газеті", "редакциясы");

    // Names of news outlets of Kazakhstan and of the agencies that they quote, and words of a site's frame. Stems: endings may follow.
    private static readonly string[] SourceStems =
    [
        "tengri", "sputnik", "kazinform", "қазақпарат", "nur.kz", "zakon", "informburo", "azattyq", "baq.kz", "el.kz", "bnews", "24.kz", "egemen",
        "qazaqstan", "информбюро", "тенгриньюс", "спутник", "казинформ", "риа", "тасс", "reuters", "бөлісу", "бөлісіңіз", "тілшісі", "пікірлер", "сілтеме", "ақпараттық-сараптамалық",
    ];

    // The words of a line that tells when a text was published and how often it was read.
    private static readonly FrozenSet<string> CounterWords = FrozenSet.Create(StringComparer.Ordinal,
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
        "бүгін", "кеше", "көрілді", "қаралды", "оқылды", "пікір", "сағат", "минут", "жарияланды", "жаңартылды");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttributionVerbsBySpan = AttributionVerbs.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClosersBySpan = Closers.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CounterWordsBySpan = CounterWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[]?[] SourceStemsByInitial = GroupByInitial(SourceStems);

    /// <summary>Sets <paramref name="isBoilerplate"/> for each token that is part of an attribution or a site's frame.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="isBoilerplate">One entry a token, false throughout.</param>
    public static void Mark(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Span<bool> isBoilerplate)
    {
        int lineStart = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            bool startsLine = i == 0 || BreaksLine(text, tokens[i - 1].End, tokens[i].Start);
            if (startsLine)
            {
                MarkFurnitureLine(text, tokens[lineStart..i], isBoilerplate[lineStart..i]);
                lineStart = i;
            }

            if (tokens[i].Kind == TokenKind.Word && MarksAttribution(text, tokens, i))
            {
                MarkAttribution(text, tokens, i, isBoilerplate);
            }
            else if (tokens[i].Kind is TokenKind.Word && IsSource(tokens[i].Of(text)))
            {
                isBoilerplate[i] = true;
            }
        }

        MarkFurnitureLine(text, tokens[lineStart..], isBoilerplate[lineStart..]);
    }

    private static bool BreaksLine(ReadOnlySpan<char> text, int start, int end) =>
        end - start <= 1 ? end > start && text[start] == '\n' : text[start..end].Contains('\n');

    private static bool MarksAttribution(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index) =>
        index > 0 && tokens[index].Of(text) is ['х' or 'ж', ..] word && AttributionVerbsBySpan.Contains(word)
        && tokens[index - 1].Of(text) is ['д', 'е', 'п'];

    private static void MarkAttribution(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int verb, Span<bool> isBoilerplate)
    {
        int end = Math.Min(tokens.Length, verb + MaxAttributionLength);
        isBoilerplate[verb - 1] = true;
        for (int i = verb; i < end; i++)
        {
            if (i > verb && (BreaksLine(text, tokens[i - 1].End, tokens[i].Start) || tokens[i].Of(text) is ['.' or '!' or '?' or '…', ..]))
            {
                return;
            }

            isBoilerplate[i] = true;
            if (ClosersBySpan.Contains(tokens[i].Of(text)))
            {
                return;
            }
        }
    }

    /// <summary>A short line without a stop that holds only a person's name, or a date with a clock time and a counter.</summary>
    private static void MarkFurnitureLine(ReadOnlySpan<char> text, ReadOnlySpan<Token> line, Span<bool> isBoilerplate)
    {
        if (line.Length is 0 or > MaxFurnitureLine || line[0].Start == 0)
        {
            return;
        }

        int words = 0;
        bool isName = true;
        bool isCounter = true;
        Span<char> lower = stackalloc char[TopicFeatures.MaxWordLength];
        foreach (Token token in line)
        {
            ReadOnlySpan<char> word = token.Of(text);
            isName &= token.Kind == TokenKind.Word && CaseFolding.IsUpper(word[0]);
            if (token.Kind == TokenKind.Word)
            {
                words++;
                isCounter &= word.Length <= lower.Length && CounterWordsBySpan.Contains(CaseFolding.ToLower(word, lower));
            }
        }

        if (isCounter || (isName && words is 2 or 3))
        {
            isBoilerplate.Fill(true);
        }
    }

    private static bool IsSource(ReadOnlySpan<char> word)
    {
        char initial = CaseFolding.ToLower(word[0]);
        if (initial >= SourceStemsByInitial.Length || SourceStemsByInitial[initial] is not string[] stems)
        {
            return false;
        }

        foreach (string stem in stems)
        {
            if (word.Length >= stem.Length && IsPrefix(stem, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPrefix(string stem, ReadOnlySpan<char> word)
    {
        for (int i = 0; i < stem.Length; i++)
        {
            if (CaseFolding.ToLower(word[i]) != stem[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string[]?[] GroupByInitial(string[] stems)
    {
        string[]?[] groups = new string[0x530][]; // Latin, Greek and Cyrillic
        foreach (IGrouping<char, string> group in stems.GroupBy(stem => stem[0]))
        {
            groups[group.Key] = [.. group];
        }

        return groups;
    }
}

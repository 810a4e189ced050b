using System.Collections.Frozen;

namespace KazNlp;

/// <summary>The words that tell a sentence's end from a stop inside it.</summary>
internal static class SentenceLexicon
{
    /// <summary>The greatest length of a word in any of the lists, in UTF-16 code units.</summary>
    private const int MaxLength = 10;

    // Pronouns, conjunctions and adverbs that open sentences and are hardly ever parts of names. With a capital letter
    // they start a sentence even after an abbreviation: «…1991 ж. Ол…», «…қ. Бұл…».
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Lookup(
        "ол", "олар", "олардың", "оларды", "оларға", "оның", "оны", "оған", "онда", "одан", "онымен",
        "бұл", "бұлар", "бұлардың", "бұның", "бұны", "бұған", "бұдан", "бұнда", "мұны", "мұның", "мұнда", "мұндай", "мұнымен",
        "осы", "осыған", "осыдан", "осының", "осыны", "осында", "осындай", "осылай", "осылайша",
        "сол", "соған", "содан", "соның", "соны", "сонда", "сондай", "сондай-ақ", "сонымен", "сондықтан", "сонан", "сөйтіп", "солай",
        "мен", "менің", "біз", "біздің", "бізге", "сен", "сенің", "сіз", "сіздің", "сіздер",
        "бірақ", "алайда", "дегенмен", "әйтсе", "өйткені", "себебі", "демек", "яғни", "ендеше", "әрине", "мысалы",
        "ал", "және", "егер", "егерде", "енді", "міне", "қазір", "кейін", "бүгін", "кеше", "ертең", "тіпті", "жалпы");

    // Lists end with these: a capital letter after them starts a sentence.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ListEnds = Lookup(
        "т.б", "т.с.с", "т.т", "т.с", "т.б.с.с", "ж.б", "ж.т.б", "и т.д", "т.д", "т.п", "др", "etc");

    // Numbers of things; what is counted may follow with a capital letter only if it is an acronym: «5 млн. АҚШ доллары».
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Quantities = Lookup(
        "млн", "млрд", "трлн", "мың", "тг", "тңг", "теңге", "руб", "долл", "км", "см", "мм", "м", "кг", "мг", "г", "гр", "га", "л",
        "сағ", "мин", "сек", "ц", "т", "кв", "б", "бб", "жас");

    // Shortened words that the tokenizer leaves without their stop because they are also whole words, or name a direction.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Shortened = Lookup(
        "шығ", "бат", "солт", "оңт", "орт", "оңт-шығ", "солт-бат", "түр", "көш", "даң", "ауд", "обл", "әкімш", "дүниежүз",
        "жоғ", "төм", "ұзақт", "көл", "респ", "мемл", "экон", "әлеум", "демокр", "эстетик", "кв", "араб", "грек", "хал", "мем", "бөл", "им");

    // Abbreviations that are whole words as well, which the tokenizer gives their stop: «аман сақтап қал.», «қалың қар.», «алтын, мыс.»
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlsoWords = Lookup(
        "қал", "қар", "мыс", "төм", "сур", "ген", "мат", "жин", "қаз", "түрк", "шам", "орт", "а", "ә");

    /// <summary>Whether the abbreviation, without its stop, is a whole word as well.</summary>
    public static bool IsAlsoWord(ReadOnlySpan<char> abbreviation) => Contains(AlsoWords, abbreviation);

    /// <summary>Whether the word, in any case, opens sentences.</summary>
    public static bool OpensSentence(ReadOnlySpan<char> word) => Contains(Openers, word);

    /// <summary>Whether the abbreviation, without its last stop, closes lists: <c>т.б</c>.</summary>
    public static bool EndsList(ReadOnlySpan<char> abbreviation) => Contains(ListEnds, abbreviation);

    /// <summary>Whether the abbreviation, without its stop, is a numeral or a unit.</summary>
    public static bool IsQuantity(ReadOnlySpan<char> abbreviation) => Contains(Quantities, abbreviation);

    /// <summary>Whether a word whose stop is a token of its own is a shortened one.</summary>
    public static bool IsShortened(ReadOnlySpan<char> word) => word.Length is >= 2 and <= MaxLength && MayEndShortened(word[^1]) && Contains(Shortened, word);

    /// <summary>
    /// Whether the word is a form of <c>де-</c> "to say", with which the words of a speaker are closed: <c>деп</c>, <c>деді</c>,
    /// <c>дейді</c>, <c>деген</c>, <c>десе</c>.
    /// </summary>
    public static bool IsSaying(ReadOnlySpan<char> word) =>
        word.Length >= 3 && word is ['д', 'е', 'п' or 'д' or 'й' or 'г' or 'с' or 'м' or 'у' or 'л', ..] && !word.SequenceEqual("дем");

    /// <summary>
    /// Whether the word looks like a finite verb or another predicate, with which a Kazakh clause ends: <c>келді</c>, <c>барады</c>,
    /// <c>жазған</c>, <c>боламын</c>, <c>емес</c>, <c>керек</c>.
    /// </summary>
    public static bool IsPredicate(ReadOnlySpan<char> word) => word.Length >= 3 && word switch
    {
        [.., 'д' or 'т', 'ы' or 'і'] => word.Length >= 4, // past and present, third person
        [.., 'ғ' or 'қ', 'а', 'н'] or [.., 'г' or 'к', 'е', 'н'] => word.Length >= 5, // past participle
        [.., 'м' or 'п' or 'б', 'ы', 'н'] or [.., 'м' or 'п' or 'б', 'і', 'н'] => word.Length >= 5, // first person
        [.., 'м', 'ы' or 'і', 'з'] => word.Length >= 5,
        [.., 'с', 'ы', 'ң'] or [.., 'с', 'і', 'ң'] => word.Length >= 5, // second person
        [.., 'с', 'ы', 'з'] or [.., 'с', 'і', 'з'] => word.Length >= 5,
        [.., 'м', 'а', 'қ'] or [.., 'м', 'е', 'к'] => word.Length >= 5, // intention
        "емес" or "жоқ" or "бар" or "керек" or "мүмкін" or "тиіс" or "екен" or "шығар" or "қажет" or "ғой" or "қой" => true,
        _ => false,
    };

    // Before every plain stop a word is looked up; nine in ten end in a letter with which no shortened word ends.
    private static bool MayEndShortened(char c)
    {
        const uint Letters = (1u << ('т' - 'а')) | (1u << ('ш' - 'а')) | (1u << ('р' - 'а')) | (1u << ('д' - 'а')) | (1u << ('л' - 'а')) | (1u << ('п' - 'а'))
            | (1u << ('м' - 'а')) | (1u << ('к' - 'а')) | (1u << ('в' - 'а')) | (1u << ('б' - 'а')) | (1u << ('з' - 'а'));
        return c is 'ғ' or 'ң' || (c - 'а' < 32u && ((Letters >> (c - 'а')) & 1) != 0);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(params string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool Contains(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLength) return false;
        Span<char> small = stackalloc char[MaxLength];
        return words.Contains(CaseFolding.ToLower(word, small));
    }
}

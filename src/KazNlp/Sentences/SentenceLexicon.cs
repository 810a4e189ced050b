namespace KazNlp;

/// <summary>The words that tell a sentence's end from a stop inside it.</summary>
internal static class SentenceLexicon
{
    // Pronouns, conjunctions and adverbs that open sentences and are hardly ever parts of names. With a capital letter
    // they start a sentence even after an abbreviation: «…1991 ж. Ол…», «…қ. Бұл…».
    private static readonly WordList Openers = new(
        "ол", "олар", "олардың", "оларды", "оларға", "оның", "оны", "оған", "онда", "одан", "онымен",
        "бұл", "бұлар", "бұлардың", "бұның", "бұны", "бұған", "бұдан", "бұнда", "мұны", "мұның", "мұнда", "мұндай", "мұнымен",
        "осы", "осыған", "осыдан", "осының", "осыны", "осында", "осындай", "осылай", "осылайша",
        "сол", "соған", "содан", "соның", "соны", "сонда", "сондай", "сондай-ақ", "сонымен", "сондықтан", "сонан", "сөйтіп", "солай",
        "мен", "менің", "біз", "біздің", "бізге", "сен", "сенің", "сіз", "сіздің", "сіздер",
        "бірақ", "алайда", "дегенмен", "әйтсе", "өйткені", "себебі", "демек", "яғни", "ендеше", "әрине", "мысалы",
        "ал", "және", "егер", "егерде", "енді", "міне", "қазір", "кейін", "бүгін", "кеше", "ертең", "тіпті", "жалпы");

    // Lists end with these: a capital letter after them starts a sentence.
    private static readonly WordList ListEnds = new(
        "т.б", "т.с.с", "т.т", "т.с", "т.б.с.с", "ж.б", "ж.т.б", "и т.д", "т.д", "т.п", "др", "etc");

    // Numbers of things; what is counted may follow with a capital letter only if it is an acronym: «5 млн. АҚШ доллары».
    private static readonly WordList Quantities = new(
        "млн", "млрд", "трлн", "мың", "тг", "тңг", "теңге", "руб", "долл", "км", "см", "мм", "м", "кг", "мг", "г", "гр", "га", "л",
        "сағ", "мин", "сек", "ц", "т", "кв", "б", "бб", "жас");

    // Shortened words that the tokenizer leaves without their stop because they are also whole words, or name a direction.
    private static readonly WordList Shortened = new(
        "шығ", "бат", "солт", "оңт", "орт", "оңт-шығ", "солт-бат", "түр", "көш", "даң", "ауд", "обл", "әкімш", "дүниежүз",
        "жоғ", "төм", "ұзақт", "респ", "мемл", "экон", "әлеум", "демокр", "эстетик", "кв", "араб", "грек", "хал", "мем", "бөл", "им");

    // Abbreviations that are whole words as well, which the tokenizer gives their stop: «аман сақтап қал.», «қалың қар.», «алтын, мыс.»
    private static readonly WordList AlsoWords = new(
        "қал", "қар", "мыс", "төм", "сур", "ген", "мат", "жин", "қаз", "түрк", "шам", "орт", "а", "ә");

    /// <summary>Whether the abbreviation, without its stop, is a whole word as well.</summary>
    public static bool IsAlsoWord(ReadOnlySpan<char> abbreviation) => AlsoWords.Contains(abbreviation);

    /// <summary>Whether the word, in any case, opens sentences.</summary>
    public static bool OpensSentence(ReadOnlySpan<char> word) => Openers.Contains(word);

    /// <summary>Whether the abbreviation, without its last stop, closes lists: <c>т.б</c>.</summary>
    public static bool EndsList(ReadOnlySpan<char> abbreviation) => ListEnds.Contains(abbreviation);

    /// <summary>Whether the abbreviation, without its stop, is a numeral or a unit.</summary>
    public static bool IsQuantity(ReadOnlySpan<char> abbreviation) => Quantities.Contains(abbreviation);

    /// <summary>Whether a word whose stop is a token of its own is a shortened one.</summary>
    public static bool IsShortened(ReadOnlySpan<char> word) => Shortened.Contains(word);

    /// <summary>A quick form of <see cref="IsShortened"/> that is true also of one other word in fifty.</summary>
    public static bool MayBeShortened(char first, char last, int length) => Shortened.MayContain(first, last, length);

    /// <summary>The letter with which all words begin that <see cref="IsSaying"/> knows.</summary>
    public const char SayingStart = 'д';

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
}

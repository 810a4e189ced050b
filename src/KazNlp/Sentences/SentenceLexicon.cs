using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    // Abbreviations that are whole words as well: «аман сақтап қал.», «қалың қар.», «алтын, мыс.», «назар бөл.»
    private static readonly WordList AlsoWords = new(
        "қал", "қар", "мыс", "төм", "сур", "ген", "мат", "жин", "қаз", "түрк", "шам", "орт", "тел", "а", "ә", "и", "бөл", "көш", "бат", "түр", "хал");

    // Words that end in a consonant, are never cut short, and end the sentences of those who write without capitals: «Керемет. алыңыздар.»
    private static readonly WordList Closers = new(
        "керемет", "рахмет", "рақмет", "нашар", "жаман", "көп", "тез", "қиын", "оңай", "қызық", "қымбат", "арзан", "дұрыс", "супер", "анық", "сәлем", "тегін", "ойын");

    // A bit set of the last four letters of the longer shortened words.
    private static readonly uint[] ShortenedEnds = BuildShortenedEnds();

    private static readonly unsafe uint* ShortenedEndsPointer = (uint*)Unsafe.AsPointer(ref ShortenedEnds[0]);

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

    /// <summary>
    /// A quick form of <see cref="IsShortened"/> for words of four letters and more, by the last four: true also of few others. By the first and last letter
    /// and the length, it was half of what a plain stop costs (5 of 11 ns).
    /// </summary>
    /// <param name="wordEnd">The unit behind the word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool MayBeShortened(char* wordEnd)
    {
        uint bit = HashOfFour(Unsafe.ReadUnaligned<ulong>(wordEnd - 4));
        return (ShortenedEndsPointer[bit >> 5] >> (int)bit & 1) != 0;
    }

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
        "емес" or "жоқ" or "бар" or "керек" or "мүмкін" or "тиіс" or "екен" or "еді" or "едім" or "едік" or "шығар" or "қажет" or "ғой" or "қой"
            or "отыр" or "тұр" or "жүр" or "жатыр" or "болар" or "болсын" => true,
        [.., 'д' or 'т', 'ы' or 'і'] => word.Length >= 4, // past and present, third person
        [.., 'ғ' or 'қ', 'а', 'н'] or [.., 'г' or 'к', 'е', 'н'] => word.Length >= 5, // past participle
        [.., 'м' or 'п' or 'б', 'ы', 'н'] or [.., 'м' or 'п' or 'б', 'і', 'н'] => word.Length >= 5, // first person
        [.., 'м', 'ы' or 'і', 'з'] => word.Length >= 5,
        [.., 'с', 'ы', 'ң'] or [.., 'с', 'і', 'ң'] => word.Length >= 5, // second person
        [.., 'с', 'ы', 'з'] or [.., 'с', 'і', 'з'] => word.Length >= 5,
        [.., 'м', 'а', 'қ'] or [.., 'м', 'е', 'к'] => word.Length >= 5, // intention
        _ => false,
    };

    /// <summary>
    /// Whether the word is surely not cut short: it ends in a vowel, as no abbreviation does, or in an ending: <c>теңге</c>, <c>түсуде</c>,
    /// <c>болатын</c>, <c>жазыңыз</c>, <c>балалар</c>.
    /// </summary>
    public static bool IsWhole(ReadOnlySpan<char> word) => word switch
    {
        [.., 'а' or 'ә' or 'е' or 'о' or 'ө' or 'ұ' or 'ү' or 'у' or 'ы' or 'і' or 'и' or 'я'] => word.Length >= 3,
        [.., 'т' or 'д', 'ы' or 'і', 'м' or 'ң'] => word.Length >= 5, // past, first and second person
        [.., 'т' or 'н' or 'с' or 'д' or 'ғ' or 'г', 'ы' or 'і', 'н' or 'м' or 'ң'] => word.Length >= 6, // participles, possessives with a case, persons
        [.., 'ы' or 'і', 'ң', 'ы' or 'і', 'з'] => word.Length >= 6, // polite requests
        [.., 'л' or 'д' or 'т', 'а', 'р'] or [.., 'л' or 'д' or 'т', 'е', 'р'] => word.Length >= 6, // plurals
        [.., 'д' or 'т' or 'н', 'а', 'н'] or [.., 'д' or 'т' or 'н', 'е', 'н'] => word.Length >= 6, // ablatives
        [.., 'д' or 'т', 'ы', 'қ'] or [.., 'д' or 'т', 'і', 'к'] => word.Length >= 6, // past, first person plural
        _ => Closers.Contains(word),
    };

    /// <summary>Whether the word asks: <c>келе ме</c>, <c>дос па</c>.</summary>
    public static bool IsQuestionParticle(ReadOnlySpan<char> word) => word is "ма" or "ме" or "ба" or "бе" or "па" or "пе";

    // Without the bits in which the small and capital forms of most Cyrillic letters differ: so the forms of the words set few bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HashOfFour(ulong letters) => (uint)(((letters & 0xFF9E_FF9E_FF9E_FF9E) * 0x9E37_79B9_7F4A_7C15) >> 52);

    private static uint[] BuildShortenedEnds()
    {
        uint[] ends = GC.AllocateArray<uint>(4096 / 32, pinned: true);
        foreach (string word in Shortened.Words)
        {
            if (word.Length < 4) continue;
            for (int capitals = 0; capitals < 1 << 4; capitals++)
            {
                char[] letters = [.. word.TakeLast(4).Select((c, i) => (capitals >> i & 1) != 0 ? char.ToUpperInvariant(c) : c)];
                uint bit = HashOfFour(BitConverter.ToUInt64(MemoryMarshal.AsBytes<char>(letters)));
                ends[bit >> 5] |= 1u << (int)bit;
            }
        }

        return ends;
    }
}

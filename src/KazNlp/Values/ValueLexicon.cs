namespace KazNlp;

/// <summary>The words of dates, times and amounts, other than names of currencies and units.</summary>
internal static class ValueLexicon
{
    private const int LongestWord = 24; // with its endings

    private static readonly StemTable Stems = new();
    private static readonly List<(ValueWord Word, decimal Argument)> Words = Build(); // by the number of the stem

    /// <summary>Looks a word up, inflected or not.</summary>
    /// <param name="word">The word in lower case.</param>
    /// <param name="kind">What it does.</param>
    /// <param name="argument">The word's number.</param>
    /// <param name="endings">Its endings.</param>
    public static bool TryFind(ReadOnlySpan<char> word, out ValueWord kind, out decimal argument, out ReadOnlySpan<char> endings)
    {
        if (Stems.TryFind(word, out int number, out endings))
        {
            (kind, argument) = Words[number];
            return true;
        }

        (kind, argument) = (default, 0);
        return false;
    }

    /// <summary>What a word does, inflected or not, as it is written: in any case, with the stop of its abbreviation or without.</summary>
    /// <param name="written">The word.</param>
    /// <param name="argument">The word's number.</param>
    /// <returns><see cref="ValueWord.None"/> for a word that is not here, and for one that is too long to be.</returns>
    public static ValueWord KindOf(ReadOnlySpan<char> written, out decimal argument)
    {
        Span<char> lower = stackalloc char[LongestWord];
        argument = 0;
        return written.Length <= lower.Length && TryFind(CaseFolding.ToLower(written, lower).TrimEnd('.'), out ValueWord kind, out argument, out _) ? kind : ValueWord.None;
    }

    private static List<(ValueWord Word, decimal Argument)> Build()
    {
        List<(ValueWord Word, decimal Argument)> words = [];
        WordTable numbers = KazakhMorphology.NumberWords;
        for (int i = 0; i < numbers.Count; i++)
        {
            decimal value = KazakhMorphology.NumberValues[i];
            Add(value >= 1000 ? ValueWord.Scale : ValueWord.Numeral, value, numbers[i].TrimEnd('.'));
        }

        AddAll(ValueWord.Month, "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан");

        // Date lines also have them short, in Russian and in English.
        AddAll(ValueWord.Month, "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел");
        AddAll(ValueWord.Month, "january february march april may june july august september october november december");
        string[] russian = "январ феврал март апрел мая июн июл август сентябр октябр ноябр декабр".Split(' ');
        for (int i = 0; i < russian.Length; i++)
        {
            string month = russian[i];
            Add(ValueWord.Month, i + 1, $"{month} {month}я {month}ь {month}а");
        }

        AddAll(ValueWord.Weekday, "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі");

        Add(ValueWord.Numeral, 0.25m, "ширек");
        Add(ValueWord.Numeral, 40, "қырқ");
        Add(ValueWord.Numeral, 2, "екеу");
        Add(ValueWord.Numeral, 6, "алтау");
        Add(ValueWord.Numeral, 7, "жетеу");
        Add(ValueWord.Whole, 0, "бүтін");
        Add(ValueWord.Minus, 0, "минус");
        Add(ValueWord.Season, SubYear.Spring, "көктем көктемгі");
        Add(ValueWord.Season, SubYear.Summer, "жаз жазғы");
        Add(ValueWord.Season, SubYear.Autumn, "күз күзгі");
        Add(ValueWord.Season, SubYear.Winter, "қыс қысқы");

        Unit(TimeUnit.Second, "секунд сек");
        Unit(TimeUnit.Minute, "минут мин");
        Unit(TimeUnit.Hour, "сағат сағ");
        Unit(TimeUnit.Day, "күн тәулік");
        Unit(TimeUnit.Week, "апта");
        Unit(TimeUnit.TenDays, "онкүндік декада");
        Unit(TimeUnit.Month, "ай");
        Unit(TimeUnit.HalfYear, "жартыжылдық жартыжыл");
        Unit(TimeUnit.Year, "жыл ж жж жылдық");
        Unit(TimeUnit.Decade, "онжылдық");
        Unit(TimeUnit.Century, "ғасыр ғ ғғ");
        Unit(TimeUnit.Millennium, "мыңжылдық");

        Add(ValueWord.RelativeDay, 0, "бүгін бүгінгі");
        Add(ValueWord.RelativeDay, -1, "кеше кешегі");
        Add(ValueWord.RelativeDay, 1, "ертең ертеңгі ертеңі");
        Add(ValueWord.RelativeDay, -2, "алдыңгүні алдыңғыкүні");
        Add(ValueWord.RelativeDay, 2, "бүрсігүні бүрсігүн бүрсігүнгі");
        Add(ValueWord.RelativeYear, 0, "биыл биылғы");
        Add(ValueWord.RelativeYear, -1, "былтыр былтырғы");
        Add(ValueWord.Choice, 0, "осы бұл ағымдағы үстіміздегі қазіргі ағымда");
        Add(ValueWord.Choice, -1, "өткен алдыңғы бұрнағы қайтқан");
        Add(ValueWord.Choice, 1, "келесі келер алдағы алда келе таяудағы");
        Add(ValueWord.Last, 0, "соңғы кейінгі алғашқы");
        Add(ValueWord.Ago, 0, "бұрын бұрынғы ілгері");
        Add(ValueWord.After, 0, "кейін соң");
        Add(ValueWord.Until, 0, "дейін дейінгі шейін шейінгі қарай");
        Add(ValueWord.Since, 0, "бері бергі бастап");
        Add(ValueWord.Between, 0, "аралық арасы");
        Add(ValueWord.With, 0, "мен бен пен және");
        Add(ValueWord.During, 0, "бойы іші барысы мерзім уақыт көлемі аясы қорытындысы бойынша");
        Add(ValueWord.Every, 0, "сайын сайынғы әр әрбір");
        Add(ValueWord.Part, 0, "бас соңы аяқ орта жартысы");
        Add(ValueWord.Age, 0, "жас жасар");
        Day(DayPart.Night, "түнгі түн");
        Day(DayPart.Morning, "таңғы таң таңертең таңертеңгі");
        Day(DayPart.Day, "күндізгі күндіз");
        Day(DayPart.Noon, "түскі түс талтүс");
        Day(DayPart.Evening, "кешкі кеш кешкілік");

        Compare(ValueQualifier.MoreThan, "астам аса артық көп жоғары асатын асып асқан асты");
        Compare(ValueQualifier.About, "жуық шамамен шақты шамасы шама шамалы таяу тарта жақын таман мөлшері мөлшерінде орташа");
        Compare(ValueQualifier.LessThan, "кем аз төмен");
        Compare(ValueQualifier.AtLeast, "кемінде");
        Compare(ValueQualifier.AtMost, "аспайтын аспайды аспауы аспауға аспай аспаған");
        Add(ValueWord.Not, 0, "емес");
        Add(ValueWord.Dash, 0, "немесе");
        Add(ValueWord.Percent, 1, "пайыз процент пайыздық проценттік");
        Add(ValueWord.Percent, 0.1m, "промилле");
        Add(ValueWord.Point, 0, "тармақ пункт");
        Add(ValueWord.Vague, 0, "бірнеше біршама біраз бірқатар бірақ бірге бірлік сол ол кей кейбір қай қанша талай апталап айлап жылдап күндеп");
        Add(ValueWord.Times, 0, "есе рет");
        Add(ValueWord.Filler, 0, "жалпы барлығы барлық бүкіл тұтас дәл тек небәрі шамасында кезең мезгіл күнтізбелік жұмыс оқу толық жергілікті астана да де ғана дегенде ең жұлдызы");
        return words;

        // Of two entries with one form the later stays.
        void Add(ValueWord word, decimal argument, string forms)
        {
            foreach (string form in forms.Split(' '))
            {
                Stems.Add(form, words.Count);
            }

            words.Add((word, argument));
        }

        // Numbered from one.
        void AddAll(ValueWord word, string forms)
        {
            int number = 0;
            foreach (string form in forms.Split(' '))
            {
                Add(word, ++number, form);
            }
        }

        void Unit(TimeUnit unit, string forms) => Add(ValueWord.Unit, (int)unit, forms);

        void Day(DayPart part, string forms) => Add(ValueWord.DayPart, (int)part, forms);

        void Compare(ValueQualifier qualifier, string forms) => Add(ValueWord.Qualifier, (int)qualifier, forms);
    }
}

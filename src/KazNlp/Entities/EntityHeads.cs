namespace KazNlp;

/// <summary>
/// Tells the words that name what kind of thing a phrase is: <c>министрлігі</c> closes the name of an organisation and <c>көшесі</c> that of a street,
/// however far to the left the name begins. Found by the beginning of the word, so with every ending.
/// </summary>
internal static class EntityHeads
{
    /// <summary>No such word.</summary>
    public const byte None = 0;

    private const int ShortestStem = 2;
    private const int LongestStem = 12;
    private const int LongestRest = 12;

    // Short stems begin other words, too, and need an ending behind them: заңы, but not заңды; қор, but not қорғау.
    private const int LongestShortStem = 5;

    // облыстық, республикалық: of the thing, not the thing
    private static readonly string[] Attributes = ["лық", "лік", "дық", "дік", "тық", "тік"];
    private static readonly string[] Plurals = ["лар", "лер", "дар", "дер", "тар", "тер"];
    private static readonly string[] Possessives = ["сы", "сі", "ы", "і"];
    private static readonly string[] Owners = ["мыз", "міз", "ңыз", "ңіз", "м", "ң"];
    private static readonly string[] CasesOfPossessives = ["ндағы", "ндегі", "нда", "нде", "нан", "нен", "на", "не", "н"];

    private static readonly WordTable Stems = new();
    private static readonly List<byte> Kinds = Build(); // by the number of the stem

    /// <summary>The kind of thing that a word with this beginning names, from one; or <see cref="None"/>.</summary>
    /// <param name="word">The word in lower case.</param>
    public static byte Classify(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestStem || !Stems.MayBegin(word))
        {
            return None;
        }

        for (int length = Math.Min(word.Length, LongestStem); length >= ShortestStem && word.Length - length <= LongestRest; length--)
        {
            int stem = Stems.Find(word[..length]);
            if (stem >= 0 && IsNoun(word[length..], length))
            {
                return Kinds[stem];
            }
        }

        return None;
    }

    private static bool IsNoun(ReadOnlySpan<char> rest, int stemLength)
    {
        if (StartsWithAny(rest, Attributes) > 0)
        {
            return false;
        }

        if (rest.IsEmpty || stemLength > LongestShortStem)
        {
            return true;
        }

        rest = rest[StartsWithAny(rest, Plurals)..];
        rest = rest[StartsWithAny(rest, Possessives)..];
        rest = rest[StartsWithAny(rest, Owners)..];
        return rest.IsEmpty || StartsWithAny(rest, CasesOfPossessives) == rest.Length || NameEndings.IsChain(rest);
    }

    private static int StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (string beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal))
            {
                return beginning.Length;
            }
        }

        return 0;
    }

    private static List<byte> Build()
    {
        string[] kinds =
        [
            // 1 bodies of the state, 2 other organisations, 3 schools and hospitals: an organisation or a building, 4 sports and parties
            "министрлі ведомств кеңес комисси комитет департамент басқарма агенттік агенттіг әкімдік әкімдіг прокуратура мәжіліс парламент сенат үкімет сот палата полиция бюро инспекци гвардия қарулы жасақ ұлан мәслихат маслихат елшілік елшіліг консулды штаб",
            "ұйым одақ одағ қауымдасты қоғам қор банк банкі биржа бірлестік бірлестіг компания корпорация холдинг фирма концерн консорциум жшс серіктесті кәсіпорын кәсіпорн мекеме бөлім қызмет федерация конфедерация ассамблея альянс коалиция топ тоб телеарна телерадио арна газет журнал радио басылым редакция баспа филиал авиакомпания әуекомпания қозғалыс желі өкілдік өкілдіг ақпарат",
            "университет институт академия мектеп мектеб колледж лицей гимназия училище кафедра факультет аурухана емхана клиника диспансер госпиталь орталы балабақша кітапхана театр музей мұражай мұрағат архив зауыт фабрика комбинат кеніш шахта консерватория филармония",
            "клуб команда құрама лига партия фракция оркестр ансамбль",
            // 5 buildings and roads, 6 events, 7 sports events, 8 wars and times
            "көше даңғыл алаң әуежай аэропорт вокзал станция бекет стадион арена сарай үй ғимарат мұнара кешен саябақ саябағ парк қорық қорығ мешіт шіркеу собор кесене ескерткіш монумент мүсін қоршау көпір тоннель автожол тасжол магистраль теміржол порт айлақ айлағ қойма полигон учаске қонақүй мейрамхана дәмхана базар бөгет гэс аэс жэо жэс қорған қамал қақпа космодром ықшамауда бульвар тұйығ өткел",
            "форум саммит конференция конгресс конгрес съезд құрылтай сессия отырыс жиналыс көрме жәрмеңке фестиваль байқау конкурс мереке той мерейтой жылдық жылдығ апталық симпозиум семинар концерт айтыс акция марафон дөңгелек референдум сайлау",
            "чемпионат кубог кубок кубк турнир олимпиада универсиада спартакиада ойын жарыс сайыс бәсеке суперкубо гран-при",
            "соғыс төңкеріс революция көтеріліс шайқас дауыл апат оқиға трагедия",
            // 9 programmes, 10 laws, 11 works and awards, 12 products
            "бағдарлама жоба тұжырымдама стратегия жоспар бастама доктрина форсайт реформа карта",
            "заң кодекс конституция жарлық жарлығ қаулы бұйрық бұйрығ келісім шарт конвенция декларация хаттама бап баб тармақ тармағ жарғы ереже қарар қағида",
            "сыйлық сыйлығ орден медаль медал атағ атақ марапат номинация кітап кітаб роман повесть поэма дастан әңгіме фильм кино сериал спектакль опера балет ән әні жыр пьеса драма мақала еңбег еңбек жинақ жинағ альбом картина хикая телехикая энциклопедия сөздік сөздіг индекс рейтинг шоу",
            "маркал брендп сервис портал жүйе көлік көліг ұшақ ұшағ зымыран кеме тікұшақ автомобил телефон смартфон қосымша вакцина препарат дәрі спутник",
            // 13 places, 14 lands, 15 people
            "теңіз көл өзен мұхит арал түбек түбег шығанақ шығанағ тау жота асу шың бұғаз дала шөл аңғар алқап алқаб шатқал бұлақ бұлағ құрлы құдық мұзды ойпат үстірт",
            "облыс аудан қала ауыл кент республика мемлекет елі хандық хандығ қағанат империя федерациясы штат провинция округ губерния елдімекен патшалы король әмірлі",
            "халқы халық жұрт ұлты этнос диаспора тайпа руы",
            // 16 to 18 posts
            "президент төраға басшы министр премьер вице депутат әкім елші хатшы орынбасар директор басқарушы жетекші меңгеруші бастық бастығ ректор декан спикер сенатор канцлер король патша хан сұлтан император губернатор мэр төрайым",
            "тілші өкіл кеңесші мүше көмекші профессор доктор кандидат академик доцент оқытушы мұғалім маман сарапшы судья прокурор уәкіл комиссар инспектор капитан қолбасшы генерал полковник майор командир редактор журналист жаттықтырушы бапкер чемпион әртіс артис жазушы ақын суретші режиссер лауреат ардагер студент оқушы имам мүфти дәрігер көшбасшы",
            "жыл күн ай апта ғасыр",
        ];
        List<byte> kindOf = [];
        for (int kind = 0; kind < kinds.Length; kind++)
        {
            foreach (string stem in kinds[kind].Split(' '))
            {
                // Of two kinds with one stem the earlier stays.
                if (Stems.Add(stem) == kindOf.Count)
                {
                    kindOf.Add((byte)(kind + 1));
                }
            }
        }

        return kindOf;
    }
}

namespace KazNlp;

/// <summary>What Kazakh texts call units of measurement. Symbols: The International System of Units, 9th edition; IEC 80000-13 for bytes.</summary>
internal static class UnitNames
{
    private static readonly UnitTable Table = new(
        """
        km; 1; километр|км|шақырым|km
        m; 1; метр|м|m
        m; 0.1; дециметр|дм
        m; 0.01; сантиметр|см|cm
        m; 0.001; миллиметр|мм|mm
        µm; 1; микрометр|микрон|мкм
        nm; 1; нанометр|нм|nm
        mi; 1; миль|миля|мил
        nmi; 1; теңіз миль|теңіз миля|теңіз мил
        in; 1; дюйм|″
        ft; 1; фут
        yd; 1; ярд
        ly; 1; жарық жылы|жарық жыл
        pc; 1; парсек
        au; 1; астрономиялық бірлік
        km²; 1; шаршы километр|шаршы шақырым|шаршы км|квадрат километр|кв км|км²|км2|km²
        m²; 1; шаршы метр|шаршы м|квадрат метр|кв метр|кв м|ш м|шм|м²|м2|m²
        cm²; 1; шаршы сантиметр|см²|см2
        ha; 1; гектар|га|ha
        a; 1; сотық|ар|сотка
        ac; 1; акр
        km³; 1; текше километр|текше шақырым|текше км|куб километр|куб км|км³|км3
        m³; 1; текше метр|текше м|текше|куб метр|куб м|кубометр|м³|м3|m³
        cm³; 1; текше сантиметр|куб сантиметр|см³|см3
        L; 1; литр|л|l
        L; 0.1; децилитр|дл
        L; 0.001; миллилитр|мл|ml
        L; 10; декалитр|дал
        L; 100; гектолитр|гл
        bbl; 1; баррель|баррел|bbl
        gal; 1; галлон
        t; 1; тонна|т|тн|t
        t; 1000; килотонна|кт
        t; 0.1; центнер|ц
        kg; 1; килограмм|килограм|кг|келі|кило|kg
        g; 1; грамм|грам|г|гр|g
        mg; 1; миллиграмм|миллиграм|мг|mg
        µg; 1; микрограмм|мкг
        ct; 1; карат
        ozt; 1; унция|трой унция
        lb; 1; фунт|қадақ
        pood; 1; пұт
        °C; 1; градус|градус цельсий|цельсий градус|градус цельсия|°c|°|° c|° с|с|c
        °F; 1; фаренгейт|фаренгейт градус|градус фаренгейт|°f|°ф
        K; 1; кельвин|к|k
        °; 1; бұрыш градус|солтүстік ендік|шығыс бойлық|градус солтүстік ендік|градус шығыс бойлық
        km/h; 1; км/сағ|км/сағат|километр/сағат|километр/сағ|шақырым/сағ|шақырым/сағат|шақ/сағ|км/ч|km/h
        m/s; 1; м/с|м/сек|метр/секунд|метр/сек|m/s
        km/s; 1; км/с|км/сек|километр/секунд
        kn; 1; түйін
        m³/s; 1; текше метр/секунд|м³/с|м3/с|м³/сек|м3/сек|куб м/с|текше м/с|текше метр/сек
        m³/h; 1; м³/сағ|м3/сағ|текше метр/сағат
        mg/L; 1; мг/л|миллиграмм/литр
        mg/m³; 1; мг/м³|мг/м3|миллиграмм/текше метр
        µg/m³; 1; мкг/м³|мкг/м3
        g/L; 1; г/л|грамм/литр
        g/km; 1; г/км
        t/ha; 1; т/га|тонна/гектар
        t/ha; 0.1; ц/га|центнер/гектар
        kg/m²; 1; кг/м²|кг/м2
        kg/m³; 1; кг/м³|кг/м3
        W; 1; ватт|вт
        kW; 1; киловатт|квт|kw
        MW; 1; мегаватт|мвт|mw
        GW; 1; гигаватт|гвт|gw
        TW; 1; тераватт|твт
        kWh; 1; киловатт-сағат|киловатт сағат|киловатт·сағат|квт-сағ|квт-сағат|квт·сағ|квт/сағ|квт/сағат|киловатт/сағат|квт*сағ|квт сағ|квт сағат|квтс|квт·сағат|квт-ч
        MWh; 1; мегаватт-сағат|мегаватт сағат|мвт-сағ|мвт·сағ|мвт сағ|мвт/сағ
        GWh; 1; гигаватт-сағат|гигаватт сағат|гвт-сағ|гвт·сағ|гвт сағ|гвт/сағ
        TWh; 1; тераватт-сағат|тераватт сағат|твт-сағ|твт·сағ|твт сағ
        Gcal; 1; гигакалория|гкал
        kcal; 1; килокалория|ккал
        cal; 1; калория
        J; 1; джоуль|джоул
        kJ; 1; килоджоуль|кдж
        MJ; 1; мегаджоуль|мдж
        hp; 1; ат күші|а к
        N; 1; ньютон
        kN; 1; килоньютон|кн
        N⋅m; 1; нм момент|ньютон-метр
        V; 1; вольт|в
        kV; 1; киловольт|кв
        A; 1; ампер
        mAh; 1; мач|миллиампер-сағат|мa·сағ|ма·сағ|ма/сағ
        Ω; 1; ом
        Pa; 1; паскаль
        hPa; 1; гектопаскаль|гпа
        kPa; 1; килопаскаль|кпа
        MPa; 1; мегапаскаль|мпа
        atm; 1; атмосфера
        mmHg; 1; мм сынап бағанасы|миллиметр сынап бағанасы|мм сын бағ|мм сб
        Hz; 1; герц|гц|hz
        kHz; 1; килогерц|кгц
        MHz; 1; мегагерц|мгц|mhz
        GHz; 1; гигагерц|ггц|ghz
        dB; 1; децибел|дб|db
        B; 1; байт
        kB; 1; килобайт|кб|kb
        MB; 1; мегабайт|мб|mb
        GB; 1; гигабайт|гб|gb
        TB; 1; терабайт|тб|tb
        PB; 1; петабайт|пб
        Mbit/s; 1; мбит/с|мбит/сек|мегабит/секунд|mbps|мб/с
        Gbit/s; 1; гбит/с|гбит/сек|гигабит/секунд
        kbit/s; 1; кбит/с|килобит/секунд
        bit; 1; бит
        Mbit; 1; мегабит|мбит
        Gbit; 1; гигабит|гбит
        Mpx; 1; мегапиксель|мегапиксел|мп
        px; 1; пиксель|пиксел
        Bq; 1; беккерель
        Sv; 1; зиверт
        mSv; 1; миллизиверт|мзв
        µSv; 1; микрозиверт|мкзв
        R; 1; рентген
        mol; 1; моль
        cd; 1; кандела
        lx; 1; люкс
        lm; 1; люмен
        mmol/L; 1; ммоль/л
        балл; 1; балл|бал|магнитуда
        АЕК; 1; аек|мрп|айлық есептік көрсеткіш
        дана; 1; дана
        қадам; 1; қадам
        құлаш; 1; құлаш
        қарыс; 1; қарыс
        сүйем; 1; сүйем
        аршын; 1; аршын
        """);

    /// <summary>Reads the longest name of a unit that starts at a term; <c>суық</c> and <c>аяз</c> make degrees negative.</summary>
    public static bool TryRead(List<ValueTerm> terms, int start, out AmountUnit unit)
    {
        if (!Table.TryRead(terms, start, out unit))
        {
            return false;
        }

        if (unit.Symbol == "°C" && unit.Next < terms.Count && IsCold(terms[unit.Next]))
        {
            unit = unit with { Factor = -1, Next = unit.Next + 1, Endings = terms[unit.Next].Endings };
        }

        return true;
    }

    /// <summary>Whether a thousand of one unit are one of the other: <c>22 кг 500 г</c>.</summary>
    public static bool IsThousandth(string smaller, string greater) => (smaller, greater) is ("g", "kg") or ("kg", "t") or ("m", "km") or ("mg", "g");

    /// <summary>The unit of a rate whose time stands before the number: <c>сағатына 90 шақырым</c> is in km/h.</summary>
    public static string WithRate(string unit, List<ValueTerm> terms)
    {
        foreach (ValueTerm term in terms)
        {
            if (term.Word == ValueWord.Unit && term.Endings is "ына" or "іне")
            {
                return ((TimeUnit)(int)term.Argument, unit) switch
                {
                    (TimeUnit.Hour, "km") => "km/h",
                    (TimeUnit.Hour, "m³") => "m³/h",
                    (TimeUnit.Second, "m") => "m/s",
                    (TimeUnit.Second, "km") => "km/s",
                    (TimeUnit.Second, "m³") => "m³/s",
                    (TimeUnit.Second, "Mbit") => "Mbit/s",
                    (TimeUnit.Second, "Gbit") => "Gbit/s",
                    _ => unit,
                };
            }
        }

        return unit;
    }

    private static bool IsCold(ValueTerm term) =>
        term.Word == ValueWord.None && (term.Text.StartsWith("суық", StringComparison.Ordinal) || term.Text.StartsWith("суығ", StringComparison.Ordinal) || term.Text.StartsWith("аяз", StringComparison.Ordinal));
}

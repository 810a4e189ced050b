namespace KazNlp;

/// <summary>What a word does in a date, time or amount.</summary>
internal enum ValueWord
{
    None,

    /// <summary>A number; the argument is its value.</summary>
    Numeral,

    /// <summary><c>мың</c> and up.</summary>
    Scale,

    /// <summary><c>бүтін</c>.</summary>
    Whole,

    Minus,

    /// <summary>A month, 1 to 12.</summary>
    Month,

    /// <summary>A day of the week, 1 for Monday.</summary>
    Weekday,

    /// <summary>A season by its number; see <see cref="SubYear"/>.</summary>
    Season,

    /// <summary>A unit of time; the argument is a <see cref="TimeUnit"/>.</summary>
    Unit,

    /// <summary>A day counted from today: <c>кеше</c> is −1.</summary>
    RelativeDay,

    /// <summary>A year counted from this one: <c>былтыр</c> is −1.</summary>
    RelativeYear,

    /// <summary>Chooses one counted from this one: <c>өткен</c> is −1, <c>осы</c> 0, <c>келесі</c> 1.</summary>
    Choice,

    /// <summary><c>соңғы</c>: of a length of time.</summary>
    Last,

    Ago,
    After,
    Until,
    Since,
    Between,
    With,
    During,

    /// <summary><c>сайын</c>, <c>әр</c>.</summary>
    Every,

    /// <summary>A part of a longer time: <c>басы</c>, <c>ортасы</c>, <c>соңы</c>.</summary>
    Part,

    /// <summary>An age: <c>жас</c>.</summary>
    Age,

    /// <summary>A part of the day; the argument is a <see cref="DayPart"/>.</summary>
    DayPart,

    /// <summary>A comparison; the argument is a <see cref="ValueQualifier"/>.</summary>
    Qualifier,

    /// <summary><c>емес</c>, which turns a comparison round.</summary>
    Not,

    /// <summary><c>%</c>, <c>пайыз</c>: the argument is what one is in percent.</summary>
    Percent,

    /// <summary><c>тармақ</c> behind <c>пайыздық</c>.</summary>
    Point,

    BeforeChrist,

    /// <summary>Says nothing about the value.</summary>
    Filler,

    /// <summary>Says that the value is not told: <c>бірнеше</c>, <c>жүздеген</c>.</summary>
    Vague,

    /// <summary><c>есе</c>, <c>рет</c>: behind numbers that count.</summary>
    Times,

    /// <summary>A digit-grouping or other mark; the term's first letter tells which.</summary>
    Mark,

    Dash,
}

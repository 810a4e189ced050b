using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace KazNlp.Tests.Values;

public partial class ValuePropertyTests
{
    private static readonly string[] Types = ["DATE", "TIME", "MONEY", "PERCENTAGE", "QUANTITY", "CARDINAL", "ORDINAL"];

    // Words and marks of values in any order, which is where readers stumble.
    private static readonly Gen<string> Phrase = Gen.OneOf(
        Gen.OneOfConst(
            "жыл", "жылы", "жылдары", "ай", "апта", "күн", "ғасыр", "тоқсан", "тоқсаны", "сағат", "минут", "наурыз", "5-наурыз", "дүйсенбі", "бүгін", "биыл", "өткен", "келесі", "бұрын", "кейін",
            "дейін", "бері", "аралығында", "мен", "-", "–", "/", "мың", "млрд", "он", "бес", "бесінші", "бірінші-алтыншы", "I-IX", "жарым", "бүтін", "оннан", "жүзден", "теңге", "$", "%", "градус", "суық", "км/сағ",
            "кешкі", "XXI", "б.з.б.", "сайын", "бірнеше", "астам", "жас", "басында", "қыста", "ширек", "жартыжылдық", "онжылдық", "мыңжылдық", "-5", "-1/0", "−13…−15", "22.08", "14:30", "2024", "2024/25", "90-", "1 200 000,5", "99999999999999999999999999"),
        Gen.Int[0, 3000].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.String[0, 5])
        .Array[0, 9].Select(words => string.Join(' ', words));

    private static readonly Gen<DateOnly?> Day = Gen.OneOf(Gen.Const((DateOnly?)null), Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(number => (DateOnly?)DateOnly.FromDayNumber(number)));

    [Test]
    public void Any_phrase_has_a_value_or_none() => Gen.Select(Phrase, Gen.OneOfConst(Types), Day).Sample(
        (phrase, type, day) => EntityValues.Read(phrase, new EntityType(type), day)?.ToString() is null or { Length: > 0 },
        iter: 5_000);

    [Test]
    public void A_date_ends_no_earlier_than_it_starts() => Gen.Select(Phrase, Day).Sample(
        (phrase, day) => EntityValues.Read(phrase, EntityType.Date, day) is not DateValue { Start: { } start, End: { } end } || start <= end,
        iter: 5_000);

    [Test]
    public void A_date_starts_in_the_years_that_it_names() => Gen.Select(Phrase, Day).Sample(
        (phrase, day) => EntityValues.Read(phrase, EntityType.Date, day) is not DateValue { Start: { } start } date || IsIn(start.Year, date.Iso.Split('/')[0]),
        iter: 5_000);

    [Test]
    public void Every_length_is_an_ISO_duration() => Gen.Select(Phrase, Gen.OneOfConst("DATE", "TIME", "QUANTITY")).Sample(
        (phrase, type) => EntityValues.Read(phrase, new EntityType(type), null) is not DurationValue value || (IsoDuration().IsMatch(value.Iso) && (value.To is null || IsoDuration().IsMatch(value.To))),
        iter: 5_000);

    [TestCase("2024 жылғы қыста")]
    [TestCase("100-ші ғасырда")]
    [TestCase("10-шы мыңжылдықта")]
    public void Date_without_known_days_has_no_first_and_last_day(string phrase)
    {
        var date = EntityValues.Read(phrase, EntityType.Date, null) as DateValue;
        Assert.That((date?.Start, date?.End), Is.EqualTo(((DateOnly?)null, (DateOnly?)null)));
    }

    [Test]
    public void Every_number_is_read_back_from_its_words() => Gen.Long[0, 999_999_999_999].Sample(
        number => EntityValues.Read(KazakhMorphology.NumberToWords(number), EntityType.Cardinal, null) is NumberValue { IsOrdinal: false } value && value.Number == number);

    [Test]
    public void Every_ordinal_is_read_back_from_its_words() => Gen.Long[1, 999_999].Sample(
        number => EntityValues.Read(KazakhMorphology.Default.OrdinalToWords(number), EntityType.Ordinal, null) is NumberValue { IsOrdinal: true } value && value.Number == number);

    [Test]
    public void Every_day_is_read_from_its_usual_form() => Gen.Int[new DateOnly(1000, 1, 1).DayNumber, new DateOnly(2999, 12, 31).DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
    {
        string[] months = ["қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда", "шілдеде", "тамызда", "қыркүйекте", "қазанда", "қарашада", "желтоқсанда"];
        string phrase = $"{day.Year} жылғы {day.Day} {months[day.Month - 1]}";
        return EntityValues.Read(phrase, EntityType.Date, null) is DateValue value && value.Start == day && value.End == day;
    });

    [Test]
    public void Long_phrase_has_no_value() =>
        Assert.That(EntityValues.Read(string.Concat(Enumerable.Repeat("бес ", 100_000)), EntityType.Cardinal, null), Is.Null);

    // 2024-W01 may begin in the old year.
    private static bool IsIn(int year, string iso)
    {
        string digits = year.ToString("0000", CultureInfo.InvariantCulture);
        return iso.Contains('W') ? Math.Abs(int.Parse(iso.AsSpan(0, 4), CultureInfo.InvariantCulture) - year) <= 1
            : digits.Zip(iso).Take(4).All(pair => pair.First == pair.Second || pair.Second == 'X');
    }

    // Each count at most once, in the order of the standard.
    [GeneratedRegex(@"^(R/)?P(?=.)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=.)(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?$")]
    private static partial Regex IsoDuration();
}

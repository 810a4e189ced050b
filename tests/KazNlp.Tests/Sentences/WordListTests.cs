using CsCheck;

namespace KazNlp.Tests.Sentences;

/// <summary>The quick look-ups of the sentence rules give what their plain forms would.</summary>
internal sealed class WordListTests
{
    private static readonly string[] Words = ["ол", "ж.б", "сондай-ақ", "б", "қар", "etc"];

    [Test]
    public void Words_are_found_in_any_mixture_of_small_and_capital_letters() =>
        Gen.Select(Gen.OneOfConst(Words), Gen.Bool.Array[10]).Sample((word, capitals) =>
            new WordList(Words).Contains(string.Concat(word.Select((c, i) => capitals[i] ? char.ToUpperInvariant(c) : c))));

    [Test]
    public void Other_words_are_not_found() => Gen.OneOfConst('о', 'л', 'ж', '.', 'б', 'О', 'Қ', 'а', 'р', 'қ').Array[0, 4].Sample(letters =>
        new WordList(Words).Contains(new string(letters)) == Words.Contains(new string(letters).ToLowerInvariant()));

    [Test]
    public void The_case_of_every_code_unit_is_that_of_the_runtime()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            char c = (char)unit;
            int expected = char.IsLower(c) ? LetterCase.Small : char.ToLowerInvariant(c) != c ? LetterCase.Capital : 0;
            if (LetterCase.Of(c) != expected) Assert.Fail($"U+{unit:X4}: {LetterCase.Of(c)}");
        }
    }
}

using CsCheck;

namespace KazNlp.Cli.Tests;

/// <summary>Strings as they come from anywhere: Kazakh, controls, NULs, emoji, lone surrogates.</summary>
internal static class AnyText
{
    public static Gen<string> Gen { get; } = CsCheck.Gen.OneOf(
        CsCheck.Gen.Char["абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяӘҒҚҢӨҰҮҺІ .,-–«»\"'\\/\n\r\t"],
        CsCheck.Gen.Char['\0', '\uFFFF'],
        CsCheck.Gen.Char['\uD800', '\uDFFF'],
        CsCheck.Gen.Char['\0', '\u00A0']).Array[0, 60].Select(chars => new string(chars));
}

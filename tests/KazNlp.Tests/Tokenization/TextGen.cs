using CsCheck;

namespace KazNlp.Tests.Tokenization;

/// <summary>Texts that are rich in what the rules look at.</summary>
internal static class TextGen
{
    private static readonly string[] Pieces =
    [
        "а", "Қ", "сөз", "болады", "a", "kz", "Com", "www", "http", "mail", "т", "б", "ж", "км", "млн", "МҒ", "қаз", "1", "25", "7777", "½", "²",
        " ", " ", " ", " ", "\n", "\t", "\u00A0", "\0", "\u0085", ".", ".", ".", ",", ":", "-", "-", "–", "'", "’", "_", "!", "?", "…", "/", "//", "@", "#", "+",
        "%", "$", "№", "°", "°C", "«", "»", "(", ")", "\"", "\u00AD", "\u200B", "\u200D", "\uFE0F", "\uFE0E", "\u20E3", "\u0301", "😀", "👍🏽", "🇰", "🇿", "❤", "©", "𐰴", "𝟝",
        "\uD83D", "\uDE00", "\uFFFD", "中", "ق", "\U000E0067", "🏴", "¹", "*", "=", "|", "‼",
    ];

    public static readonly Gen<string> Text = Gen.OneOfConst(Pieces).Array[0, 60].Select(p => string.Concat(p));

    public static readonly Gen<string> LongText = Gen.OneOfConst(Pieces).Array[100, 400].Select(p => string.Concat(p));
}

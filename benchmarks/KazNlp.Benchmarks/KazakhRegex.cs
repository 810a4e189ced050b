using System.Text.RegularExpressions;

namespace KazNlp.Benchmarks;

/// <summary>The regular expressions that a careful .NET user would write instead of <see cref="KazakhTokenizer"/>.</summary>
public static partial class KazakhRegex
{
    private const string PlainPattern = @"\p{L}+(?:[-'’]\p{L}+)*|\p{N}+(?:[.,:]\p{N}+)*|[^\s]";

    // The first alternative takes the words that no other rule can want, so that they cost one pass; the others stand in
    // the order in which the tokenizer's rules win.
    private const string AllRulesPattern =
        """
        \p{L}{2,}(?=[\s,;!?»”)])
        |(?:https?|ftp)://[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]}…]
        |www\.[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]}…]
        |[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
        |\b(?:т\.(?:б|с|ш)\.(?:б\.)?|б\.з\.(?:д|б)\.|(?:млн|млрд|трлн|мың|ж|жж|ғ|ғғ|см|қ|б|т|проф|акад|обл|тг|ред|бет)\.(?!\p{L}))
        |\p{Lu}\.(?=\s?\p{Lu})
        |\p{L}[\p{L}\p{M}\u00AD\u200B-\u200D]*(?:(?:[-'’ʼ.](?=[\p{L}\p{N}])|\p{N})[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D]*)*
        |\p{N}+(?:[.,:/]\p{N}+)*(?:-\p{N}{2,3}(?:-\p{N}{2,3})+|[-’]?\p{L}[\p{L}\p{M}]*)?
        |[#@][\p{L}\p{N}_]+
        |\.{2,}|[?!]+
        |(?:\ud83c[\udde6-\uddff]){2}
        |[0-9#*]\ufe0f?\u20e3
        |(?:[\u2600-\u27bf]|[\ud83c-\ud83e][\udc00-\udfff])(?:\ufe0f|\ud83c[\udffb-\udfff])?(?:\u200d(?:[\u2600-\u27bf]|[\ud83c-\ud83e][\udc00-\udfff])\ufe0f?)*
        |°[CF]
        |[\ud800-\udbff][\udc00-\udfff]
        |\S
        """;

    private const string SentencePattern = @"(?<=[.!?…][""»”)\]]*)\s+(?=[\p{Lu}\p{N}«“""—–-])";

    /// <summary>Words, numbers with separators, single marks: simpler than the tokenizer, generated at compile time.</summary>
    [GeneratedRegex(PlainPattern, RegexOptions.CultureInvariant)]
    public static partial Regex Plain();

    /// <summary>The tokenizer's rules as far as an expression states them, generated at compile time.</summary>
    [GeneratedRegex(AllRulesPattern, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex AllRules();

    /// <summary>The same expression as <see cref="AllRules"/>, compiled at run time.</summary>
    public static Regex AllRulesCompiled { get; } =
        new(AllRulesPattern, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Compiled);

    /// <summary>White space after a stop and before an upper-case letter, a digit, a quote or a dash.</summary>
    [GeneratedRegex(SentencePattern, RegexOptions.CultureInvariant)]
    public static partial Regex SentenceBreak();
}

namespace KazNlp;

/// <summary>Text of one language to learn from or to measure on.</summary>
/// <param name="Tag">The BCP 47 tag; see <see cref="LanguageScore.Tag"/>.</param>
/// <param name="Lines">Sentences or paragraphs, none of them empty.</param>
public sealed record LanguageText(string Tag, IReadOnlyList<string> Lines);

namespace KazNlp;

/// <summary>A language and how probable it is.</summary>
/// <param name="Tag">
/// The BCP 47 tag, without the script that CLDR takes for the likely one: <c>kk</c> is Kazakh in Cyrillic letters, <c>kk-Latn</c> and <c>kk-Arab</c> in others;
/// <see cref="Undetermined"/> when the text does not tell.
/// </param>
/// <param name="Probability">0 to 1.</param>
public readonly record struct LanguageScore(string Tag, double Probability)
{
    /// <summary>The tag of a text whose language cannot be told: it has no letters, or next to none that the model has met in such company.</summary>
    public const string Undetermined = "und";
}

namespace KazNlp;

/// <summary>
/// The columns between which the custom mappings work. ML.NET saves a mapping by its contract's name and forgets the columns that it was made with,
/// so they have these names always, and stock copies connect them with the user's.
/// </summary>
internal static class ContractColumns
{
    public const string Text = "KazNlp.Text";
    public const string Title = "KazNlp.Title";
    public const string Features = "KazNlp.Features";
    public const string Scores = "KazNlp.Scores";
    public const string BestLabel = "KazNlp.BestLabel";
    public const string Logit = "KazNlp.Logit."; // and the label
    public const string Tokens = "KazNlp.Tokens";
    public const string Lemmas = "KazNlp.Lemmas";
    public const string EntityTexts = "KazNlp.Entities.Text";
    public const string EntityTypes = "KazNlp.Entities.Type";
    public const string EntityCanonicals = "KazNlp.Entities.Canonical";
    public const string EntityCountryCodes = "KazNlp.Entities.CountryCode";
    public const string EntityStarts = "KazNlp.Entities.Start";
    public const string EntityLengths = "KazNlp.Entities.Length";
    public const string EntityScores = "KazNlp.Entities.Score";
}

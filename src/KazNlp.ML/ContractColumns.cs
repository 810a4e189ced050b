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
}

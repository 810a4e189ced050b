namespace KazNlp;

/// <summary>A token that stands outside the merges.</summary>
/// <param name="Text">What it replaces in a text; not empty.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsSpecial">Whether it marks structure (the end of a text, padding) and is no text itself.</param>
/// <param name="TakesSpaceBefore">Whether the white space before it belongs to it (<c>lstrip</c> of Hugging Face).</param>
/// <param name="TakesSpaceAfter">Whether the white space after it belongs to it (<c>rstrip</c>).</param>
/// <param name="IsSingleWord">Whether it is one only where no letter, digit or underscore touches it (<c>single_word</c>).</param>
internal sealed record AddedToken(string Text, int Id, bool IsSpecial = true, bool TakesSpaceBefore = false, bool TakesSpaceAfter = false, bool IsSingleWord = false);

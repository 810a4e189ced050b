namespace KazNlp;

/// <summary>What <see cref="KazakhPreTokenizer"/> does with the white space and control characters between tokens.</summary>
public enum PreTokenizerWhiteSpace
{
    /// <summary>Leaves it out: the pieces are the tokens.</summary>
    Drop,

    /// <summary>
    /// Covers every character, as byte-level byte-pair encoding wants it: one space goes to the token after it, and whatever else stands
    /// between two tokens, or after the last, is a piece of its own. The pieces put together are the text.
    /// </summary>
    AttachToNext,
}

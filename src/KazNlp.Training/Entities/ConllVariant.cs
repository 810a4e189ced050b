namespace KazNlp;

/// <summary>Ways in which people write the same sentence.</summary>
public enum ConllVariant
{
    /// <summary>As it is.</summary>
    AsIs,

    /// <summary>In capitals throughout, as a headline.</summary>
    Capitals,

    /// <summary>Without capitals, as in a chat.</summary>
    LowerCase,

    /// <summary>With Latin letters in the place of Cyrillic ones that look the same (<c>aeopcxyi</c> and their capitals): half of them, in half of the words.</summary>
    LookAlikes,
}

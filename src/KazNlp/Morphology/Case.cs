namespace KazNlp;

/// <summary>The seven cases (септіктер).</summary>
#pragma warning disable CA1716 // 'Case' is the term of the field; Visual Basic can escape it
public enum Case : byte
#pragma warning restore CA1716
{
    /// <summary>Атау: бала.</summary>
    Nominative,

    /// <summary>Ілік: баланың.</summary>
    Genitive,

    /// <summary>Барыс: балаға.</summary>
    Dative,

    /// <summary>Табыс: баланы.</summary>
    Accusative,

    /// <summary>Жатыс: балада.</summary>
    Locative,

    /// <summary>Шығыс: баладан.</summary>
    Ablative,

    /// <summary>Көмектес: баламен.</summary>
    Instrumental,
}

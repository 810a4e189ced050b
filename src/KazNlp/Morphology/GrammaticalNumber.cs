namespace KazNlp;

/// <summary>Singular or plural.</summary>
public enum GrammaticalNumber : byte
{
    /// <summary>Жекеше: бала.</summary>
    Singular,

    /// <summary>Көпше: балалар.</summary>
    Plural,
}

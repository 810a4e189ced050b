namespace KazNlp;

/// <summary>The voices of a verb (етіс).</summary>
public enum VerbVoice : byte
{
    /// <summary>Active: жаз.</summary>
    Active,

    /// <summary>Passive: жазыл.</summary>
    Passive,

    /// <summary>Reciprocal: жазыс.</summary>
    Reciprocal,

    /// <summary>Causative, a verb of its own: жаздыр.</summary>
    Causative,
}

namespace KazNlp.Cli;

/// <summary>The parts of an analysis as JSON.</summary>
[Flags]
internal enum AnalysisParts
{
    None = 0,
    Sentences = 1,
    Tokens = 2,

    /// <summary>The entities, and those of the title.</summary>
    Entities = 4,
    Groups = 8,
    Roles = 16,
    Topics = 32,
    All = Sentences | Tokens | Entities | Groups | Roles | Topics,
}

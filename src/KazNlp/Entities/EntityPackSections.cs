namespace KazNlp;

/// <summary>The sections of an entity model's pack.</summary>
internal static class EntityPackSections
{
    /// <summary>The names of the classes, one a line.</summary>
    public const string Classes = "classes";

    /// <summary>
    /// Little-endian floats: the weight that one unit of a quantised weight stands for, what is taken off O, slope and shift of the calibration,
    /// then the start weights, then the transition weights row by row.
    /// </summary>
    public const string Parameters = "parameters";

    /// <summary>Offsets of the feature table; see <see cref="FeatureWeights"/>.</summary>
    public const string Buckets = "buckets";

    /// <summary>Rows of the feature table.</summary>
    public const string Rows = "rows";

    /// <summary>Word clusters; may be missing.</summary>
    public const string Clusters = "clusters";

    /// <summary>Numbers of forms of stems; may be missing.</summary>
    public const string Stems = "stems";

    /// <summary>Number of floats before the start weights.</summary>
    public const int ScalarCount = 4;
}

namespace KazNlp;

/// <summary>
/// What raw text tells of words: clusters of words that stand in the same surroundings, and in how many forms stems occur. The entity trainer
/// puts it into the models that it makes. Immutable and thread-safe.
/// </summary>
public sealed class WordKnowledge
{
    internal const string PackKind = "words";

    internal WordKnowledge(WordClusters clusters, NameStems stems, string description)
    {
        Clusters = clusters;
        Stems = stems;
        Description = description;
    }

    /// <summary>Nothing is known of any word.</summary>
    public static WordKnowledge None { get; } = new(WordClusters.Empty, NameStems.Empty, "none");

    /// <summary>Where the knowledge comes from.</summary>
    public string Description { get; }

    internal WordClusters Clusters { get; }

    internal NameStems Stems { get; }

    /// <summary>What an entity model knows of words; the embedded one if none is given.</summary>
    /// <param name="model">The model, or null.</param>
    public static WordKnowledge Of(EntityModel? model = null)
    {
        model ??= EntityModel.Default;
        return new WordKnowledge(model.Clusters, model.Stems, model.Metadata.GetValueOrDefault("words") ?? "unknown");
    }

    /// <summary>Reads what <see cref="ToPack"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is no pack, is damaged, or holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WordKnowledge Load(string path)
    {
        ModelPack pack = ModelPack.Load(path, PackKind);
        return new WordKnowledge(
            WordClusters.Read(pack.GetSection(EntityPackSections.Clusters), pack.Name),
            NameStems.Read(pack.GetSection(EntityPackSections.Stems), pack.Name),
            pack.Metadata.GetValueOrDefault("words") ?? "unknown");
    }

    /// <summary>A pack of it, ready to be saved.</summary>
    public ModelPackBuilder ToPack() => new ModelPackBuilder(PackKind)
        .AddMetadata("words", Description)
        .AddSection(EntityPackSections.Clusters, Clusters.Section)
        .AddSection(EntityPackSections.Stems, Stems.Section);
}

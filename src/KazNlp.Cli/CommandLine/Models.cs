using System.Text;

namespace KazNlp.Cli;

/// <summary>Opens models, and tells the user in a sentence what is wrong with one that cannot be used.</summary>
internal static class Models
{
    /// <summary>The entity model of a file, or the embedded one.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no entity model, or is damaged; the message names it.</exception>
    public static EntityModel OpenEntities(string? path) => path is null ? EntityModel.Default : Open(path, EntityModel.Load);

    /// <summary>The topic model of a file, or the embedded one.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no topic model, or is damaged; the message names it.</exception>
    public static TopicModel OpenTopics(string? path) => path is null ? TopicModel.Default : Open(path, TopicModel.Load);

    /// <summary>A topic model for ML.NET: of a file, or built of the weights of the library's model.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no ML.NET model of topics; the message names it.</exception>
    public static MLNetTopicModel OpenMLNetTopics(string? path, TopicModel model) => path is null ? MLNetTopicModel.Create(model) : Open(path, MLNetTopicModel.Load);

    /// <summary>The language model of a file, or the embedded one.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no language model, or is damaged; the message names it.</exception>
    public static LanguageIdentifier OpenLanguages(string? path) => path is null ? LanguageIdentifier.Default : Open(path, LanguageIdentifier.Load);

    /// <summary>The morphology of a file, or the embedded one.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no morphology, or is damaged; the message names it.</exception>
    public static KazakhMorphology OpenMorphology(string? path) => path is null ? KazakhMorphology.Default : Open(path, file => KazakhMorphology.FromPack(ModelPack.Load(file)));

    /// <summary>The word knowledge of a file, or that of the embedded entity model.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file holds no word knowledge, or is damaged; the message names it.</exception>
    public static WordKnowledge OpenWords(string? path) => path is null ? WordKnowledge.Of() : Open(path, WordKnowledge.Load);

    /// <summary>The subword tokenizer of a file, or the embedded one.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no vocabulary, or is damaged; the message names it.</exception>
    public static KazakhSubwordTokenizer OpenSubword(string? path) => path is null ? KazakhSubwordTokenizer.Default : Open(path, KazakhSubwordTokenizer.Load);

    /// <summary>A pipeline with the user's models in place of the embedded ones of their kind.</summary>
    /// <param name="paths">Model files; each says what it holds.</param>
    /// <param name="configure">Leaves parts out.</param>
    /// <exception cref="InputException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is no model for this pipeline, or is damaged; the message names it.</exception>
    public static KazakhPipeline CreatePipeline(IEnumerable<string> paths, Func<PipelineOptions, PipelineOptions> configure) =>
        KazakhPipeline.Create(options => paths.Aggregate(configure(options), AddModel));

    /// <summary>A list of names of the user's own.</summary>
    /// <param name="file">A CSV file.</param>
    /// <param name="ownTypes">Classes of the user's own that the file may give.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="DataFormatException">A line is bad; the message names file and line.</exception>
    public static EntityGazetteer OpenGazetteer(InputFile file, IReadOnlyCollection<EntityType> ownTypes)
    {
        try
        {
            using var reader = new StreamReader(file.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return EntityGazetteerReader.Read(reader, file.Name, ownTypes);
        }
        catch (Exception fault) when (InputException.IsFileFault(fault))
        {
            throw new InputException(file.Name, fault);
        }
    }

    private static PipelineOptions AddModel(PipelineOptions options, string path) => Open(path, file => ModelPack.Load(file).Kind) switch
    {
        EntityModel.PackKind when options.Entities => options with { EntityModel = OpenEntities(path) },
        TopicModel.PackKind when options.Topics => options with { TopicModel = OpenTopics(path) },
        string kind => throw new InvalidDataException($"{path}: a pack of kind '{kind}', for which this command has no use; leave it out."),
    };

    private static T Open<T>(string path, Func<string, T> load)
    {
        try
        {
            return load(path);
        }
        catch (Exception fault) when (InputException.IsFileFault(fault))
        {
            throw new InputException(path, fault);
        }
    }
}

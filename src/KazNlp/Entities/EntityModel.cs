using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace KazNlp;

/// <summary>
/// Finds named entities: a linear-chain conditional random field over hashed features, with weights of one byte that are read in place.
/// Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The classes are those of the training data, for the embedded model the 25 of KazNERD. The same model serves running text and given tokens.
/// Sentences of any length are processed in linear time and bounded memory.
/// </remarks>
public sealed partial class EntityModel
{
    /// <summary>The kind of the packs that hold entity models.</summary>
    public const string PackKind = "entities";

    private static readonly Lazy<EntityModel> LazyDefault = new(() => new EntityModel(EmbeddedPacks.Load(PackKind)));

    private readonly FeatureWeights _weights;
    private readonly LinearChain _chain;
    private readonly float _quantum;
    private readonly float _outsideBias;
    private readonly float _calibrationSlope;
    private readonly float _calibrationShift;
    private readonly string[] _tags;
    private readonly CanonicalForm _canonical;
    private readonly EntityCountries _countries;
    private readonly ForeignSentences _foreign;
    private readonly WorkspacePool _workspaces;
    private readonly WordCache<MentionName> _names = new(bits: 13);

    internal EntityModel(ModelPack pack)
    {
        string[] classes = Encoding.UTF8.GetString(pack.GetSection(EntityPackSections.Classes).Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (classes.Length is 0 or > 127)
        {
            throw new InvalidDataException($"{pack.Name}: an entity model has 1 to 127 classes, not {classes.Length}.");
        }

        Name = pack.Name;
        Metadata = pack.Metadata;
        Classes = [.. Array.ConvertAll(classes, name => new EntityType(name))];
        _tags = ["O", .. classes.Select(name => "B-" + name), .. classes.Select(name => "I-" + name)];

        int labels = _tags.Length;
        ReadOnlySpan<float> parameters = MemoryMarshal.Cast<byte, float>(pack.GetSection(EntityPackSections.Parameters).Span);
        if (parameters.Length != EntityPackSections.ScalarCount + labels + (labels * labels))
        {
            throw new InvalidDataException($"{pack.Name}: {parameters.Length} parameters do not fit {classes.Length} classes.");
        }

        _quantum = parameters[0];
        _outsideBias = parameters[1];
        _calibrationSlope = parameters[2];
        _calibrationShift = parameters[3];
        parameters = parameters[EntityPackSections.ScalarCount..];
        _chain = new LinearChain(classes.Length, parameters[labels..], parameters[..labels]);
        _weights = FeatureWeights.Read(pack.GetSection(EntityPackSections.Buckets), pack.GetSection(EntityPackSections.Rows), labels, pack.Name, isChecked: pack.IsEmbedded);
        Clusters = pack.TryGetSection(EntityPackSections.Clusters, out ReadOnlyMemory<byte> clusters) ? WordClusters.Read(clusters, pack.Name) : WordClusters.Empty;
        Stems = pack.TryGetSection(EntityPackSections.Stems, out ReadOnlyMemory<byte> stems) ? NameStems.Read(stems, pack.Name) : NameStems.Empty;
        _canonical = new CanonicalForm(Stems, Gazetteer.Default);
        _countries = new EntityCountries(Gazetteer.Default);
        _foreign = new ForeignSentences(Clusters, Gazetteer.Default);
        _workspaces = new WorkspacePool(_chain);
    }

    /// <summary>The embedded model; opened on first use.</summary>
    public static EntityModel Default => LazyDefault.Value;

    /// <summary>Where the model came from: a path, or the name of an embedded resource.</summary>
    public string Name { get; }

    /// <summary>What is known of the model's making: data, figures, command, options.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The classes that the model tells apart.</summary>
    public ImmutableArray<EntityType> Classes { get; }

    /// <summary>The word clusters that the model was trained with.</summary>
    internal WordClusters Clusters { get; }

    /// <summary>The stems that canonical names are made with.</summary>
    internal NameStems Stems { get; }

    /// <summary>Reads a model from a file that <c>kaznlp train ner</c> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is no pack, is damaged, or is no entity model; the message names the file and the fault.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EntityModel Load(string path) => new(ModelPack.Load(path, PackKind));

    /// <summary>Reads a model from a stream, from its current position to its end.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">As for <see cref="Load(string)"/>.</exception>
    public static EntityModel Load(Stream stream, string name) => new(ModelPack.Load(stream, name, PackKind));

    /// <summary>Makes a model of a pack that is in memory.</summary>
    /// <param name="pack">The pack, of the kind <see cref="PackKind"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pack"/> is null.</exception>
    /// <exception cref="InvalidDataException">The pack is no entity model.</exception>
    public static EntityModel FromPack(ModelPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return pack.Kind == PackKind ? new EntityModel(pack) : throw new InvalidDataException($"{pack.Name}: a pack of kind '{pack.Kind}' where one of kind '{PackKind}' is needed.");
    }

    /// <summary>Tags the given tokens of one sentence.</summary>
    /// <param name="tokens">The tokens, as some tokenizer or data set gives them; they may be empty or hold any characters.</param>
    /// <returns>One IOB2 tag a token: <c>O</c>, or <c>B-</c> or <c>I-</c> with the class.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tokens"/> is null.</exception>
    public string[] Tag(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        string[] tags = new string[tokens.Count];
        Array.Fill(tags, _tags[0]);
        List<EntityMention> mentions = [];
        FindMentions(new GivenTokens(tokens), 0, tokens.Count, withScores: false, mentions);
        foreach (EntityMention mention in mentions)
        {
            tags[mention.FirstToken] = _tags[1 + mention.Type];
            tags.AsSpan(mention.FirstToken + 1, mention.TokenCount - 1).Fill(_tags[1 + Classes.Length + mention.Type]);
        }

        return tags;
    }

    /// <summary>Finds the entities among the given tokens of one sentence, with their probabilities.</summary>
    internal List<EntityMention> FindMentions(IReadOnlyList<string> tokens)
    {
        List<EntityMention> mentions = [];
        FindMentions(new GivenTokens(tokens), 0, tokens.Count, withScores: true, mentions);
        return mentions;
    }

    /// <summary>The probability that the model's raw one stands for, fitted on text that the weights were not learned from.</summary>
    private float Calibrate(float probability)
    {
        float bounded = Math.Clamp(probability, 1e-6f, 1 - 1e-6f);
        float logit = MathF.Log(bounded / (1 - bounded));
        return 1 / (1 + MathF.Exp(-((_calibrationSlope * logit) + _calibrationShift)));
    }

    private readonly struct GivenTokens(IReadOnlyList<string> tokens) : IEntityTokens
    {
        public int Count => tokens.Count;

        public ReadOnlySpan<char> this[int index] => tokens[index];
    }
}

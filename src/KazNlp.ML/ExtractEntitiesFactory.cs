using System.Collections.Immutable;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace KazNlp;

/// <summary>Recreates the mapping from a text to its named entities when ML.NET loads a model.</summary>
[CustomMappingFactoryAttribute(ContractName)]
internal sealed class ExtractEntitiesFactory : CustomMappingFactory<TextInput, ExtractEntitiesFactory.Output>
{
    public const string ContractName = "KazNlp.ExtractEntities";

    private static readonly Lazy<KazakhPipeline> Pipeline = new(() => KazakhPipeline.Create(o => o with { Topics = false }));

    public override Action<TextInput, Output> GetMapping() => static (input, output) =>
    {
        ImmutableArray<Entity> entities = Pipeline.Value.Analyze(input.Text ?? "").Entities;
        output.Texts = [.. entities.Select(entity => entity.Text)];
        output.Types = [.. entities.Select(entity => entity.Type.Name)];
        output.Canonicals = [.. entities.Select(entity => entity.Canonical)];
        output.CountryCodes = [.. entities.Select(entity => entity.CountryCode ?? "")];
        output.Starts = [.. entities.Select(entity => entity.Start)];
        output.Lengths = [.. entities.Select(entity => entity.Length)];
        output.Scores = [.. entities.Select(entity => (float)entity.Score)];
    };

    internal sealed class Output
    {
        [ColumnName(ContractColumns.EntityTexts)]
        public string[] Texts { get; set; } = [];

        [ColumnName(ContractColumns.EntityTypes)]
        public string[] Types { get; set; } = [];

        [ColumnName(ContractColumns.EntityCanonicals)]
        public string[] Canonicals { get; set; } = [];

        [ColumnName(ContractColumns.EntityCountryCodes)]
        public string[] CountryCodes { get; set; } = [];

        [ColumnName(ContractColumns.EntityStarts)]
        public int[] Starts { get; set; } = [];

        [ColumnName(ContractColumns.EntityLengths)]
        public int[] Lengths { get; set; } = [];

        [ColumnName(ContractColumns.EntityScores)]
        public float[] Scores { get; set; } = [];
    }
}

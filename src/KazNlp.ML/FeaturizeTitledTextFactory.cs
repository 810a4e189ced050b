using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace KazNlp;

/// <summary>Recreates the mapping from a title and a text to their topic features when ML.NET loads a model.</summary>
[CustomMappingFactoryAttribute(ContractName)]
internal sealed class FeaturizeTitledTextFactory : CustomMappingFactory<FeaturizeTitledTextFactory.Input, FeaturizeTextFactory.Output>
{
    public const string ContractName = "KazNlp.FeaturizeTitledText";

    public override Action<Input, FeaturizeTextFactory.Output> GetMapping() =>
        static (input, output) => TopicVectorizer.Vectorize(TopicFeatures.Default, input.Title, input.Text, ref output.Features);

    internal sealed class Input
    {
        [ColumnName(ContractColumns.Title)]
        public string? Title { get; set; }

        [ColumnName(ContractColumns.Text)]
        public string? Text { get; set; }
    }
}

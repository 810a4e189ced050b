using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace KazNlp;

/// <summary>Recreates the mapping from a text to its topic features when ML.NET loads a model.</summary>
[CustomMappingFactoryAttribute(ContractName)]
internal sealed class FeaturizeTextFactory : CustomMappingFactory<TextInput, FeaturizeTextFactory.Output>
{
    public const string ContractName = "KazNlp.FeaturizeText";

    public override Action<TextInput, Output> GetMapping() =>
        static (input, output) => TopicVectorizer.Vectorize(TopicFeatures.Default, null, input.Text, ref output.Features);

    internal sealed class Output
    {
        [ColumnName(ContractColumns.Features)]
        [VectorType(TopicVectorizer.Length)]
        public VBuffer<float> Features;
    }
}

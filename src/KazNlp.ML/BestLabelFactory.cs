using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace KazNlp;

/// <summary>Recreates the mapping from scores to the index of the greatest when ML.NET loads a model.</summary>
[CustomMappingFactoryAttribute(ContractName)]
internal sealed class BestLabelFactory : CustomMappingFactory<BestLabelFactory.Input, BestLabelFactory.Output>
{
    public const string ContractName = "KazNlp.BestLabel";

    public override Action<Input, Output> GetMapping() => static (input, output) =>
    {
        ReadOnlySpan<float> scores = input.Scores.DenseValues().ToArray();
        int best = 0;
        for (int label = 1; label < scores.Length; label++)
        {
            best = scores[label] > scores[best] ? label : best;
        }

        output.Index = best;
    };

    internal sealed class Input
    {
        [ColumnName(ContractColumns.Scores)]
        [VectorType]
        public VBuffer<float> Scores { get; set; }
    }

    internal sealed class Output
    {
        [ColumnName(ContractColumns.BestLabel)]
        public int Index { get; set; }
    }
}

using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace KazNlp;

/// <summary>Recreates the mapping from a text to its tokens when ML.NET loads a model.</summary>
[CustomMappingFactoryAttribute(ContractName)]
internal sealed class TokenizeFactory : CustomMappingFactory<TextInput, TokenizeFactory.Output>
{
    public const string ContractName = "KazNlp.Tokenize";

    public override Action<TextInput, Output> GetMapping() => static (input, output) =>
    {
        string text = input.Text ?? "";
        output.Tokens = [.. KazakhTokenizer.Default.Tokenize(text).Select(token => text.Substring(token.Start, token.Length))];
    };

    internal sealed class Output
    {
        [ColumnName(ContractColumns.Tokens)]
        public string[] Tokens { get; set; } = [];
    }
}

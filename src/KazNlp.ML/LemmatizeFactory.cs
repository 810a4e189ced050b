using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace KazNlp;

/// <summary>Recreates the mapping from a text to the lemmas of its words when ML.NET loads a model.</summary>
[CustomMappingFactoryAttribute(ContractName)]
internal sealed class LemmatizeFactory : CustomMappingFactory<TextInput, LemmatizeFactory.Output>
{
    public const string ContractName = "KazNlp.Lemmatize";

    public override Action<TextInput, Output> GetMapping() => static (input, output) =>
    {
        string text = input.Text ?? "";
        output.Lemmas =
        [
            .. KazakhTokenizer.Default.Tokenize(text).Where(token => token.Kind == TokenKind.Word)
                .Select(token => KazakhMorphology.Default.Lemmatize(token.Of(text))),
        ];
    };

    internal sealed class Output
    {
        [ColumnName(ContractColumns.Lemmas)]
        public string[] Lemmas { get; set; } = [];
    }
}

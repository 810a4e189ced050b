using Microsoft.ML.Data;

namespace KazNlp;

/// <summary>What the mappings of a text read.</summary>
internal sealed class TextInput
{
    [ColumnName(ContractColumns.Text)]
    public string? Text { get; set; }
}

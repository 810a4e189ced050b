// What a Kazakh prompt costs: tokens of our vocabulary and of two that large language models use, and how to cut a text to a budget.
//
//   dotnet run -c Release --project samples/07-CountTokens
//   dotnet run -c Release --project samples/07-CountTokens -- "Өз мәтініңіз"

using System.Text;
using KazNlp;
using Microsoft.ML.Tokenizers;

Console.OutputEncoding = Encoding.UTF8;
string prompt = args.Length > 0
    ? string.Join(' ', args)
    : "Төмендегі мақаланы үш сөйлеммен қорытындыла. Астанада Орта дәлізді дамытуға арналған халықаралық форум өтті: оған Қазақстан, Әзербайжан және Түркия өкілдері қатысты.";

(string Name, Tokenizer Tokenizer)[] all =
[
    ("KazNlp", KazakhSubwordTokenizer.Default),
    ("o200k_base", TiktokenTokenizer.CreateForEncoding("o200k_base")),
    ("cl100k_base", TiktokenTokenizer.CreateForEncoding("cl100k_base")),
];
int words = prompt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
Console.WriteLine($"{words} words\n\nvocabulary   tokens  tokens/word");
foreach ((string name, Tokenizer tokenizer) in all)
{
    int tokens = tokenizer.CountTokens(prompt);
    Console.WriteLine(FormattableString.Invariant($"{name,-12} {tokens,5}  {(double)tokens / words,11:0.00}"));
}

Console.WriteLine($"\n{string.Join('|', all[0].Tokenizer.EncodeToTokens(prompt, out _).Select(token => prompt[token.Offset]))}");

// The longest beginning that fits ten tokens; it never ends inside a character.
int end = all[0].Tokenizer.GetIndexByTokenCount(prompt, maxTokenCount: 10, out _, out int kept);
Console.WriteLine($"\n{kept} tokens: {prompt[..end]}");

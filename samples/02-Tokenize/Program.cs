// Splits a text into tokens and shows where each stands and what it is. The enumerator allocates nothing.
//
//   dotnet run -c Release --project samples/02-Tokenize
//   dotnet run -c Release --project samples/02-Tokenize -- "Өз мәтініңіз"

using System.Text;
using KazNlp;

Console.OutputEncoding = Encoding.UTF8;
string text = args.Length > 0
    ? string.Join(' ', args)
    : "Қасым-Жомарт Тоқаев 29-шы сессияда АҚШ-тың 3,5 млн долларлық көмегі туралы айтты: 25°C, 100%, №5... Толығырақ: https://egemen.kz #жаңалық 🇰🇿";

Console.WriteLine("start  length  kind         token");
foreach (Token token in KazakhTokenizer.Default.Enumerate(text))
{
    Console.WriteLine($"{token.Start,5}  {token.Length,6}  {token.Kind,-11}  {token.Of(text)}");
}

// A token is eight bytes and its text is a span: a million tokens cost no allocation.
long before = GC.GetAllocatedBytesForCurrentThread();
int words = 0;
foreach (Token token in KazakhTokenizer.Default.Enumerate(text))
{
    words += token.Kind == TokenKind.Word ? 1 : 0;
}

Console.WriteLine($"\n{words} words, counted with {GC.GetAllocatedBytesForCurrentThread() - before} bytes allocated");

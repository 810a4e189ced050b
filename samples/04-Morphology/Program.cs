// Analyses words, finds lemmas in their sentences, and makes forms: the same tables in both directions.
//
//   dotnet run -c Release --project samples/04-Morphology
//   dotnet run -c Release --project samples/04-Morphology -- балаларымыздың кітаптарында

using System.Text;
using KazNlp;

Console.OutputEncoding = Encoding.UTF8;
KazakhMorphology morphology = KazakhMorphology.Default;

Console.WriteLine("Readings");
foreach (string word in args.Length > 0 ? args : ["балаларымыздың", "жылы", "АҚШ-тың", "оқимын"])
{
    foreach (MorphAnalysis reading in morphology.Analyze(word).Take(3))
    {
        Console.WriteLine($"  {reading.Segmentation,-22} {reading,-70} {reading.Confidence:P0}{(reading.IsGuess ? " guessed" : "")}");
    }
}

const string sentence = "Ол 2015 жылы Алматыда туған, жылы киім киді.";
Document document = KazakhPipeline.Create(o => o with { Entities = false, Topics = false }).Analyze(sentence);
Console.WriteLine($"\nIn a sentence, document.Morphology stands beside document.Tokens: {sentence}");
foreach ((Token token, TokenMorphology word) in document.Tokens.Zip(document.Morphology))
{
    Console.WriteLine($"  {token.Of(sentence),-10} {word.Lemma,-8} {word.PartOfSpeech.ToUd(),-6} {word.Features}");
}

// Half of the mentions of a word are inflected: counting lemmas finds them all.
string[] texts = ["Кітапхана кітаптарын қайтарды.", "Кітабымды таппадым.", "Кітаптан үзінді оқыды."];
var mentions = texts.SelectMany(t => KazakhTokenizer.Default.Tokenize(t).Where(token => morphology.Lemmatize(token.Of(t)) == "кітап").Select(token => token.Of(t).ToString()));
Console.WriteLine($"\nMentions of кітап: {string.Join(", ", mentions)}");

Console.WriteLine("\nForms");
foreach (string name in new[] { "Әуезов", "мектеп", "2024", "XXI", "АҚШ", "Boeing", "Қазақстан Республикасы" })
{
    Console.WriteLine($"  {name} → {morphology.Inflect(name, Case.Dative)}, {morphology.Inflect(name, Case.Genitive)}");
}

Console.WriteLine($"  мұғалім → {morphology.Inflect("мұғалім", Case.Ablative, GrammaticalNumber.Plural, Possessor.FirstPlural)}");
Console.WriteLine($"  оқы → {morphology.Inflect("оқы", new VerbInflection { Form = VerbForm.Present, Person = Person.FirstSingular })}");
Console.WriteLine($"  2024 → {KazakhMorphology.NumberToWords(2024)}, {morphology.OrdinalToWords(2024)}");
Console.WriteLine($"  кел → {morphology.Inflect("кел", new VerbInflection { Form = VerbForm.Past, Person = Person.FirstPlural, Negative = true })}, {morphology.Inflect("кел", new VerbInflection { Form = VerbForm.Past, Voice = VerbVoice.Causative })}");
Console.WriteLine(morphology.TryWordsToNumber("екі мың жиырма төртінші", out decimal value, out bool isOrdinal) ? $"  екі мың жиырма төртінші → {value}{(isOrdinal ? ", an ordinal" : "")}" : "  no number");

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

const string sentence = "Ол 2015 жылы Алматыда туған, күн жылы еді.";
Document document = KazakhPipeline.Create(o => o with { Entities = false, Topics = false }).Analyze(sentence);
var lemmas = morphology.Annotate(sentence, document.Tokens.AsSpan(), document.Sentences.AsSpan());
Console.WriteLine($"\n{sentence}");
Console.WriteLine("  " + string.Join(' ', lemmas.Select(l => $"{l.Lemma}/{l.PartOfSpeech.ToUd()}")));

Console.WriteLine("\nForms");
foreach (string name in new[] { "Әуезов", "мектеп", "2024", "XXI", "АҚШ", "Boeing", "Қазақстан Республикасы" })
{
    Console.WriteLine($"  {name} → {morphology.Inflect(name, Case.Dative)}, {morphology.Inflect(name, Case.Genitive)}");
}

Console.WriteLine($"  мұғалім → {morphology.Inflect("мұғалім", Case.Ablative, GrammaticalNumber.Plural, Possessor.FirstPlural)}");
Console.WriteLine($"  оқы → {morphology.Inflect("оқы", new VerbInflection { Form = VerbForm.Present, Person = Person.FirstSingular })}");
Console.WriteLine($"  2024 → {KazakhMorphology.NumberToWords(2024)}, {morphology.OrdinalToWords(2024)}");

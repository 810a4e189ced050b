// Compiled ahead of time in CI: analyses an article and fails when a stage came out empty or an offset is wrong.
using KazNlp;

Console.OutputEncoding = System.Text.Encoding.UTF8;
string text = File.ReadAllText(args[0]);
Document doc = KazakhPipeline.Default.Analyze(text);

bool whole = doc.Tokens.Length > 0 && doc.Sentences.Length > 0 && doc.Entities.Length > 0 && doc.Topics.Length > 0
    && doc.Entities.All(entity => text.AsSpan(entity.Start, entity.Length).SequenceEqual(entity.Text));
Console.WriteLine($"{doc.Tokens.Length} tokens, {doc.Sentences.Length} sentences, {doc.Entities.Length} entities, topic {doc.Topics[0].Label}");
foreach (Entity entity in doc.Entities.Where(entity => entity.CountryCode is not null))
{
    Console.WriteLine($"{entity.Text} = {entity.Canonical} ({entity.CountryCode})");
}

return whole ? 0 : 1;

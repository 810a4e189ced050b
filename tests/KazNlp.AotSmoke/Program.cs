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

// UTF-8 has an engine of its own, and languages a model.
int ofUtf8 = 0;
foreach (Token token in KazakhTokenizer.Default.EnumerateUtf8(System.Text.Encoding.UTF8.GetBytes(text)))
{
    ofUtf8++;
}

LanguageScore language = LanguageIdentifier.Default.Identify(text);
whole &= ofUtf8 == doc.Tokens.Length && language.Tag == "kk";
Console.WriteLine($"{ofUtf8} tokens of UTF-8, language {language.Tag}");

// The subword tokenizer by its own vocabulary, and through a file whose parts a regular expression cuts.
KazakhSubwordTokenizer subwords = KazakhSubwordTokenizer.Default;
string json = Path.Combine(Path.GetTempPath(), $"kaznlp-{Environment.ProcessId}.json");
subwords.SaveTokenizerJson(json);
File.WriteAllText(json, File.ReadAllText(json).Replace("@%‰", "@‰%", StringComparison.Ordinal));
KazakhSubwordTokenizer fromFile = KazakhSubwordTokenizer.Load(json);
File.Delete(json);
IReadOnlyList<int> ids = subwords.EncodeToIds(text);
SubwordBatch batch = subwords.EncodeBatch([text, "Сәлем"], o => o with { MaxLength = 64, EndToken = "<|endoftext|>" });
whole &= subwords.Decode(ids) == text && ids.SequenceEqual(fromFile.EncodeToIds(text)) && subwords.CountTokens(text) == ids.Count && batch.Columns == 64;
Console.WriteLine($"{ids.Count} subword tokens, {subwords.VocabularySize} in the vocabulary");

return whole ? 0 : 1;

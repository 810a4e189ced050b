using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>Entities of a whole text on one thread, with tokens and sentences given: what the entity stage costs, and what tagging without scores and names costs.</summary>
public class EntityBench : TokenizedBench
{
    private string[][] _given = [];

    public override void Setup()
    {
        base.Setup();
        _given = [.. Sentences.Select(s => Tokens.AsSpan(s.FirstToken, s.TokenCount).ToArray().Select(t => t.Of(Text).ToString()).ToArray())];
    }

    [Benchmark(Description = "entities of running text")]
    public int Recognize()
    {
        List<Entity> entities = [];
        EntityModel.Default.Recognize(Text, Tokens, Sentences, entities);
        return entities.Count;
    }

    [Benchmark(Description = "tags of given tokens")]
    public int Tag()
    {
        int count = 0;
        foreach (string[] sentence in _given)
        {
            count += EntityModel.Default.Tag(sentence).Length;
        }

        return count;
    }
}

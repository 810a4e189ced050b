using BenchmarkDotNet.Attributes;

namespace KazNlp.Benchmarks;

/// <summary>Whole documents on one thread: the pipeline with one stage, and with all.</summary>
[MemoryDiagnoser]
public class PipelineBench
{
    private static readonly PipelineOptions NoStage = new() { Morphology = false, Entities = false, Topics = false };

    private string[] _documents = [];
    private KazakhPipeline _pipeline = KazakhPipeline.Create(NoStage);

    /// <summary>What is computed besides tokens and sentences, which every stage needs.</summary>
    [Params("tokens and sentences", "morphology", "entities", "topics", "everything")]
    public string Stage { get; set; } = "everything";

    [GlobalSetup]
    public void Setup()
    {
        _documents = Corpus.Load().Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        bool everything = Stage == "everything";
        _pipeline = KazakhPipeline.Create(NoStage with
        {
            Morphology = everything || Stage == "morphology",
            Entities = everything || Stage == "entities",
            Topics = everything || Stage == "topics",
        });
    }

    /// <returns>The number of tokens and entities.</returns>
    [Benchmark]
    public (int Tokens, int Entities) Analyze()
    {
        int tokens = 0;
        int entities = 0;
        foreach (string document in _documents)
        {
            Document result = _pipeline.Analyze(document);
            tokens += result.Tokens.Length;
            entities += result.Entities.Length;
        }

        return (tokens, entities);
    }
}

using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace KazNlp.ML.Tests;

public sealed class KazakhTextCatalogTests
{
    private const string Text = "Астанада 25°C. Қасым-Жомарт келді!";

    private static readonly string[] Expected = ["Астанада", "25", "°C", ".", "Қасым-Жомарт", "келді", "!"];

    [Test]
    public void Tokens_are_those_of_the_tokenizer_after_saving_and_loading_too()
    {
        Row row = PredictSavedAndLoaded(ml => ml.Transforms.Text.TokenizeKazakh("Tokens", "Body"));
        Assert.That(row.Tokens, Is.EqualTo(Expected));
    }

    [Test]
    public void Lemmas_are_those_of_the_words_alone()
    {
        Row row = PredictSavedAndLoaded(ml => ml.Transforms.Text.LemmatizeKazakh("Lemmas", "Body"));
        Assert.That(row.Lemmas, Is.EqualTo(new[] { "Астана", "Қасым-Жомарт", "кел" }));
    }

    [Test]
    public void Entities_come_as_columns_of_one_length_and_survive_saving()
    {
        Row row = PredictSavedAndLoaded(ml => ml.Transforms.Text.ExtractKazakhEntities("Names", "Body")
            .Append(ml.Transforms.CopyColumns("NameCanonicals", "Names.Canonical"))
            .Append(ml.Transforms.CopyColumns("NameStarts", "Names.Start"))
            .Append(ml.Transforms.CopyColumns("NameTypes", "Names.Type")));
        ImmutableArray<Entity> entities = KazakhPipeline.Default.Analyze(Text).Entities;
        Assert.That(row.Names, Does.Contain("Астанада"));
        Assert.That(row.Names, Is.EqualTo(entities.Select(entity => entity.Text)));
        Assert.That(row.NameCanonicals, Is.EqualTo(entities.Select(entity => entity.Canonical)));
        Assert.That(row.NameStarts, Is.EqualTo(entities.Select(entity => entity.Start)));
        Assert.That(row.NameTypes, Is.EqualTo(entities.Select(entity => entity.Type.Name)));
    }

    [Test]
    public void Output_may_replace_the_input_column()
    {
        var ml = new MLContext();
        IDataView data = ml.Data.LoadFromEnumerable([new Source { Body = Text }]);
        IDataView tokens = ml.Transforms.Text.TokenizeKazakh("Body").Fit(data).Transform(data);
        Assert.That(tokens.GetColumn<string[]>("Body").Single(), Is.EqualTo(Expected));
    }

    [Test]
    public void Two_columns_can_be_tokenized_in_one_pipeline()
    {
        var ml = new MLContext();
        IDataView data = ml.Data.LoadFromEnumerable([new Source { Body = Text, Head = "Бір екі" }]);
        IDataView tokens = ml.Transforms.Text.TokenizeKazakh("Tokens", "Body").Append(ml.Transforms.Text.TokenizeKazakh("HeadTokens", "Head")).Fit(data).Transform(data);
        Assert.That(tokens.GetColumn<string[]>("Tokens").Single(), Is.EqualTo(Expected));
        Assert.That(tokens.GetColumn<string[]>("HeadTokens").Single(), Is.EqualTo(new[] { "Бір", "екі" }));
        Assert.That(tokens.Schema.Select(column => column.Name), Has.None.StartsWith("KazNlp."));
    }

    [Test]
    public void Features_are_the_same_after_saving_and_loading_and_heed_the_title()
    {
        Row plain = PredictSavedAndLoaded(ml => ml.Transforms.Text.FeaturizeKazakhText("Features", "Body"));
        Row titled = PredictSavedAndLoaded(ml => ml.Transforms.Text.FeaturizeKazakhText("Features", "Body", "Head"));
        var expected = default(VBuffer<float>);
        TopicVectorizer.Vectorize(TopicFeatures.Default, null, Text, ref expected);
        Assert.That(plain.Features, Is.EqualTo(expected.DenseValues().ToArray()));
        TopicVectorizer.Vectorize(TopicFeatures.Default, "Бір екі", Text, ref expected);
        Assert.That(titled.Features, Is.EqualTo(expected.DenseValues().ToArray()));
        Assert.That(titled.Features, Is.Not.EqualTo(plain.Features));
    }

    [Test]
    public void Missing_text_has_no_tokens_and_no_features()
    {
        var ml = new MLContext();
        IDataView data = ml.Data.LoadFromEnumerable([new Source { Body = null }]);
        Assert.That(ml.Transforms.Text.TokenizeKazakh("Tokens", "Body").Fit(data).Transform(data).GetColumn<string[]>("Tokens").Single(), Is.Empty);
        Assert.That(ml.Transforms.Text.FeaturizeKazakhText("Features", "Body").Fit(data).Transform(data).GetColumn<float[]>("Features").Single(), Is.All.Zero);
    }

    private static Row PredictSavedAndLoaded(Func<MLContext, IEstimator<ITransformer>> pipeline)
    {
        var ml = new MLContext();
        IDataView data = ml.Data.LoadFromEnumerable([new Source { Body = Text, Head = "Бір екі" }]);
        using var file = new MemoryStream();
        ml.Model.Save(pipeline(ml).Fit(data), data.Schema, file);
        file.Position = 0;
        var other = new MLContext();
        other.ComponentCatalog.RegisterAssembly(typeof(KazakhTextCatalog).Assembly);
        ITransformer loaded = other.Model.Load(file, out _);
        using PredictionEngine<Source, Row> engine = other.Model.CreatePredictionEngine<Source, Row>(loaded, ignoreMissingColumns: true);
        return engine.Predict(new Source { Body = Text, Head = "Бір екі" });
    }

    private sealed class Source
    {
        public string? Body { get; set; }

        public string? Head { get; set; }
    }

    private sealed class Row
    {
        public string[] Tokens { get; set; } = [];

        public string[] Lemmas { get; set; } = [];

        public string[] Names { get; set; } = [];

        public string[] NameCanonicals { get; set; } = [];

        public int[] NameStarts { get; set; } = [];

        public string[] NameTypes { get; set; } = [];

        public float[] Features { get; set; } = [];
    }
}

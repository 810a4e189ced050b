namespace KazNlp.Tests;

public class EntityEvaluationTests
{
    private static readonly ConllSentence[] Gold = [.. Enumerable.Range(0, 40).Select(_ => Sentence("B-GPE", "O", "B-PERSON"))];

    [Test]
    public void Tags_of_another_system_are_compared_span_by_span()
    {
        EntityEvaluation evaluation = EntityEvaluation.OfTags(Gold, [.. Gold.Select((_, i) => i < 10 ? Sentence("B-GPE", "O", "O") : Sentence("B-GPE", "B-DATE", "B-PERSON"))]);
        Assert.Multiple(() =>
        {
            Assert.That((evaluation.Micro.Gold, evaluation.Micro.Predicted, evaluation.Micro.Correct), Is.EqualTo((80, 100, 70)));
            Assert.That(evaluation.WrongTokens, Is.EqualTo(40));
            Assert.That(evaluation.Sentences, Is.EqualTo(40));
            Assert.That(evaluation.CalibrationError, Is.Zero);
        });
    }

    [Test]
    public void Interval_holds_the_F1_and_is_narrow_only_where_sentences_agree()
    {
        EntityEvaluation mixed = EntityEvaluation.OfTags(Gold, [.. Gold.Select((_, i) => i % 2 == 0 ? Sentence("O", "O", "O") : Sentence("B-GPE", "O", "B-PERSON"))]);
        EntityEvaluation perfect = EntityEvaluation.OfTags(Gold, Gold);
        Assert.Multiple(() =>
        {
            Assert.That(mixed.F1Interval.Low, Is.LessThan(mixed.Micro.F1 - 0.05));
            Assert.That(mixed.F1Interval.High, Is.GreaterThan(mixed.Micro.F1 + 0.05));
            Assert.That(perfect.F1Interval, Is.EqualTo((1.0, 1.0)));
        });
    }

    [Test]
    public void Difference_of_one_sentence_is_chance_and_that_of_all_is_not()
    {
        EntityEvaluation perfect = EntityEvaluation.OfTags(Gold, Gold);
        EntityEvaluation nearly = EntityEvaluation.OfTags(Gold, [.. Gold.Select((_, i) => i == 0 ? Sentence("O", "O", "B-PERSON") : Gold[i])]);
        EntityEvaluation half = EntityEvaluation.OfTags(Gold, [.. Gold.Select(_ => Sentence("B-GPE", "O", "O"))]);
        Assert.Multiple(() =>
        {
            Assert.That(perfect.PValueAgainst(perfect), Is.EqualTo(1));
            Assert.That(perfect.PValueAgainst(nearly), Is.GreaterThan(0.9));
            Assert.That(perfect.PValueAgainst(half), Is.LessThan(0.001));
            Assert.That(half.PValueAgainst(perfect), Is.EqualTo(perfect.PValueAgainst(half)));
        });
    }

    [Test]
    public void Other_sentences_are_refused()
    {
        ConllSentence other = new() { Tokens = ["Басқа"], Tags = ["O"], Line = 7 };
        Assert.Multiple(() =>
        {
            Assert.That(() => EntityEvaluation.OfTags(Gold, [other]), Throws.ArgumentException.With.Message.Contains("line 7"));
            Assert.That(() => EntityEvaluation.OfTags(Gold, Gold.Take(3)), Throws.ArgumentException.With.Message.StartsWith("3 sentences"));
            Assert.That(() => EntityEvaluation.OfTags(Gold.Take(3), Gold), Throws.ArgumentException);
        });
    }

    private static ConllSentence Sentence(params string[] tags) => new() { Tokens = ["Алматыда", "кеше", "Әсел"], Tags = tags };
}

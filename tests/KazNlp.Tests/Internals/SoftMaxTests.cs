using CsCheck;

namespace KazNlp.Tests.Internals;

[TestFixture]
public sealed class SoftMaxTests
{
    [Test]
    public void Odds_are_the_exponentials_of_differences()
    {
        float[] probabilities = [0, MathF.Log(3), MathF.Log(6)];

        float greatest = SoftMax.Apply<float>(probabilities, inverseTemperature: 1);

        Assert.That(probabilities, Is.EqualTo(new[] { 0.1f, 0.3f, 0.6f }).Within(1e-6f));
        Assert.That(greatest, Is.EqualTo(0.6f).Within(1e-6f));
    }

    [Test]
    public void Temperature_divides_the_logits()
    {
        double[] cool = [0, 2];
        double[] scaled = [0, 1];
        SoftMax.Apply<double>(cool, inverseTemperature: 0.5);
        SoftMax.Apply<double>(scaled, inverseTemperature: 1);

        Assert.That(cool, Is.EqualTo(scaled));
    }

    [Test]
    public void Logits_of_any_size_give_probabilities_in_their_order() =>
        Gen.Float[-1e30f, 1e30f].Array[1, 40].Sample(logits =>
        {
            float[] probabilities = [.. logits];
            float greatest = SoftMax.Apply<float>(probabilities, inverseTemperature: 1);

            Assert.That(probabilities, Is.All.InRange(0f, 1f));
            Assert.That(probabilities.Sum(), Is.EqualTo(1).Within(1e-5));
            Assert.That(probabilities[Array.IndexOf(logits, logits.Max())], Is.EqualTo(greatest).And.EqualTo(probabilities.Max()));
        });
}

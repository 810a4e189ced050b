namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed class PhoneNumberTests
{
    [TestCase("8 (701) 123-45-67", "+77011234567")]
    [TestCase("8-727-250-00-00", "+77272500000")]
    [TestCase("87011234567", "+77011234567")]
    [TestCase("+7 701 123 45 67", "+77011234567")]
    [TestCase("+7 (495) 123-45-67", "+74951234567")]
    [TestCase("+44 20 7946 0958", "+442079460958")]
    public void Is_read_in_the_form_of_E164(string text, string international)
    {
        Assert.That(PhoneNumber.TryRead(text, out int length, out string found), Is.True);
        Assert.That((length, found), Is.EqualTo((text.Length, international)));
    }

    [TestCase("8 млрд теңге")]
    [TestCase("8 495 123 45 67", Description = "Without a plus sign, only numbers of Kazakhstan.")]
    [TestCase("8 701 123 45 6")]
    [TestCase("8 701 123 45 678")]
    [TestCase("+7 701 123 45 6")]
    [TestCase("+1234567")]
    [TestCase("1414")]
    [TestCase("+")]
    [TestCase("")]
    public void Is_not_read_where_the_shape_is_another(string text)
    {
        Assert.That(PhoneNumber.TryRead(text, out int length, out string found), Is.False);
        Assert.That((length, found), Is.EqualTo((0, "")));
    }

    [Test]
    public void Ends_before_the_next_number()
    {
        Assert.That(PhoneNumber.TryRead("87011234567 87017654321", out int length, out string found), Is.True);
        Assert.That((length, found), Is.EqualTo((11, "+77011234567")));
    }

    [Test]
    public void Costs_no_memory_where_there_is_none()
    {
        PhoneNumber.TryRead("8 500 000 теңге", out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            PhoneNumber.TryRead("8 500 000 теңге", out _, out _);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}

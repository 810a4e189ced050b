namespace KazNlp.Tests;

public class EntityWindowTests
{
    [Test]
    public void Sounds_of_hesitation_are_no_pieces()
    {
        EntityWindow window = Complete("( іі ) он бір мың ( ыы ) теңге ( м )");

        Assert.That(Words(window), Is.EqualTo(new[] { "он", "бір", "мың", "теңге" }));
        Assert.That(window.Pieces.ToArray().Select(piece => piece.Token), Is.EqualTo(new[] { 3, 4, 5, 9 }));
    }

    [Test]
    public void Words_in_brackets_stay() => Assert.That(Words(Complete("БҰҰ ( ұйым ) және ( ыіы )")), Has.Length.EqualTo(8));

    [Test]
    public void Sentence_of_hesitation_alone_keeps_a_piece() => Assert.That(Complete("( іі ) ( ыы )").Count, Is.EqualTo(3));

    [Test]
    public void Long_windows_keep_their_pieces()
    {
        EntityWindow window = Complete(string.Join(' ', Enumerable.Repeat("( іі ) сөз", EntityWindow.Capacity / 4)));

        Assert.That(window.Count, Is.EqualTo(EntityWindow.Capacity));
    }

    [TestCase("екі де сексен сегіз процент", NumeralWords.DecimalParticle)]
    [TestCase("нөл де бестен асты", NumeralWords.DecimalParticle)]
    [TestCase("екі де бала келді", NumeralWords.None)]
    [TestCase("бала да екі келді", NumeralWords.None)]
    public void Particle_between_two_numerals_makes_a_decimal(string text, byte kind) => Assert.That(Complete(text).Pieces[1].Number, Is.EqualTo(kind));

    private static EntityWindow Complete(string text)
    {
        var window = new EntityWindow();
        int token = 0;
        foreach (string word in text.Split(' '))
        {
            Assert.That(window.TryAdd(word, token++));
        }

        window.Complete(WordClusters.Empty, Gazetteer.Default);
        return window;
    }

    private static string[] Words(EntityWindow window) => [.. Enumerable.Range(0, window.Count).Select(i => window.Folded(i).ToString())];
}

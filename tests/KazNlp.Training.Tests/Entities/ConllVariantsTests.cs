namespace KazNlp.Tests;

public class ConllVariantsTests
{
    private static readonly ConllSentence[] Sentences =
    [
        new() { Tokens = ["Қасым-Жомарт", "Тоқаев", "Астанаға", "оралды", "."], Tags = ["B-PERSON", "I-PERSON", "B-GPE", "O", "O"] },
        new() { Tokens = ["Ол", "сәрсенбі", "күні", "сөйледі", "."], Tags = ["O", "B-DATE", "I-DATE", "O", "O"] },
    ];

    [Test]
    public void Sentences_keep_their_length_and_tags([Values] ConllVariant variant)
    {
        ConllSentence[] rewritten = [.. ConllVariants.Rewrite(Sentences, variant)];

        Assert.That(rewritten.Select(sentence => sentence.Tags), Is.EqualTo(Sentences.Select(sentence => sentence.Tags)));
        Assert.That(rewritten.Select(sentence => sentence.Tokens.Select(token => token.Length)), Is.EqualTo(Sentences.Select(sentence => sentence.Tokens.Select(token => token.Length))));
    }

    [Test]
    public void Kazakh_letters_have_both_cases() => Assert.Multiple(() =>
    {
        Assert.That(Rewrite(ConllVariant.Capitals)[1], Is.EqualTo(new[] { "ОЛ", "СӘРСЕНБІ", "КҮНІ", "СӨЙЛЕДІ", "." }));
        Assert.That(Rewrite(ConllVariant.LowerCase)[0], Is.EqualTo(new[] { "қасым-жомарт", "тоқаев", "астанаға", "оралды", "." }));
    });

    [Test]
    public void Look_alikes_are_the_same_for_the_same_seed_and_stand_for_themselves()
    {
        string[][] rewritten = Rewrite(ConllVariant.LookAlikes);

        Assert.Multiple(() =>
        {
            Assert.That(rewritten, Is.EqualTo(Rewrite(ConllVariant.LookAlikes)));
            Assert.That(string.Concat(rewritten.SelectMany(tokens => tokens)).Any(char.IsAsciiLetter), Is.True);
            Assert.That(GazetteerFolding.Fold(string.Join(' ', rewritten[0])), Is.EqualTo(GazetteerFolding.Fold(string.Join(' ', Sentences[0].Tokens))));
        });
    }

    private static string[][] Rewrite(ConllVariant variant) => [.. ConllVariants.Rewrite(Sentences, variant).Select(sentence => sentence.Tokens.ToArray())];
}

using CsCheck;

namespace KazNlp.Tests;

public class EntityModelTests
{
    private static readonly EntityModel Model = EntityModel.Default;

    [Test]
    public void Persons_places_and_dates_are_found() => Assert.Multiple(() =>
    {
        Assert.That(
            Model.Tag("Қасым-Жомарт Тоқаев Тәжікстанмен келіссөз жүргізді .".Split(' ')),
            Is.EqualTo(new[] { "B-PERSON", "I-PERSON", "B-GPE", "O", "O", "O" }));
        Assert.That(
            Model.Tag("Жиналыс 22 тамызда Астанада өтті .".Split(' ')),
            Is.EqualTo(new[] { "O", "B-DATE", "I-DATE", "B-GPE", "O", "O" }));
    });

    [Test]
    public void Name_in_a_case_ends_before_the_next_capital() => Assert.Multiple(() =>
    {
        Assert.That(
            Model.Tag("Біріккен Ұлттар Ұйымына Жапаровпен бірге барды .".Split(' '))[..4],
            Is.EqualTo(new[] { "B-ORGANISATION", "I-ORGANISATION", "I-ORGANISATION", "B-PERSON" }));
        Assert.That(
            Model.Tag("Ол Қазақстан Республикасының Үкіметі туралы айтты .".Split(' '))[1..4],
            Does.Not.Contain("O"), "a genitive goes on");
    });

    [Test]
    public void Tokens_may_be_whole_or_in_the_pieces_of_annotated_text()
    {
        string[] whole = Model.Tag("Кездесу 16:51 -де басталып , бағасы 3,5 миллион теңге болды .".Split(' '));
        string[] pieces = Model.Tag("Кездесу 16 : 51 -де басталып , бағасы 3 , 5 миллион теңге болды .".Split(' '));

        Assert.Multiple(() =>
        {
            Assert.That(whole[6..9], Is.EqualTo(new[] { "B-MONEY", "I-MONEY", "I-MONEY" }));
            Assert.That(pieces[8..13], Is.EqualTo(new[] { "B-MONEY", "I-MONEY", "I-MONEY", "I-MONEY", "I-MONEY" }));
        });
    }

    [Test]
    public void Classes_are_those_of_KazNERD() =>
        Assert.That(Model.Classes, Is.EquivalentTo(EntityType.All));

    [Test]
    public void No_tokens_have_no_tags() => Assert.That(Model.Tag([]), Is.Empty);

    [Test]
    public void Odd_tokens_get_tags() =>
        Assert.That(Model.Tag(["", "\0", "\uD800", "\uDC00\uD800", " ", new string('а', 100_000), new string('.', 1000)]), Has.Length.EqualTo(7));

    [Test]
    public void Tags_of_any_tokens_are_well_formed() => Gen.String[0, 12].Array[0, 30].Sample(tokens =>
    {
        string[] tags = Model.Tag(tokens);
        string previous = "O";
        foreach (string tag in tags)
        {
            if (tag[0] == 'I' && (previous == "O" || previous[2..] != tag[2..]))
            {
                return false;
            }

            previous = tag;
        }

        return tags.Length == tokens.Length;
    });

    [Test]
    public void Very_long_sentence_has_the_entities_of_its_parts()
    {
        string[] part = "Бүгін Асқар Мамин Астанада журналистермен кездесті деп хабарлады тілші ,".Split(' ');
        string[] tags = Model.Tag([.. Enumerable.Repeat(part, 2000).SelectMany(tokens => tokens)]);

        Assert.Multiple(() =>
        {
            Assert.That(tags.Count(tag => tag == "B-PERSON"), Is.EqualTo(2000));
            Assert.That(tags.Count(tag => tag == "I-PERSON"), Is.EqualTo(2000));
            Assert.That(tags.Count(tag => tag == "B-GPE"), Is.EqualTo(2000));
        });
    }

    [Test]
    public void Entities_of_a_text_have_spans_canonical_names_countries_and_scores()
    {
        const string Text = "Қасым-Жомарт Тоқаевтың Тәжікстанмен келіссөзі Лондонда өтті.";
        List<Entity> entities = Recognize(Text);

        Assert.Multiple(() =>
        {
            Assert.That(
                entities.Select(e => (e.Type.Name, e.Text, e.Canonical, e.CountryCode)),
                Is.EqualTo(new[]
                {
                    ("PERSON", "Қасым-Жомарт Тоқаевтың", "Қасым-Жомарт Тоқаев", null),
                    ("GPE", "Тәжікстанмен", "Тәжікстан", "TJ"),
                    ("GPE", "Лондонда", "Лондон", "GB"),
                }));
            Assert.That(entities, Has.All.Matches<Entity>(e => Text.Substring(e.Start, e.Length) == e.Text && e.Score is > 0.5 and <= 1));
        });
    }

    [Test]
    public void Order_of_sentences_makes_no_difference_to_their_tags()
    {
        string[][] sentences = [.. RepositoryFiles.Articles.SelectMany(file => File.ReadLines(file)).Where(line => line.Length > 0).Select(line => line.Split(' '))];
        EntityModel fresh = EntityModel.FromPack(EmbeddedPacks.Load(EntityModel.PackKind));

        string[][] backwards = [.. sentences.Reverse().Select(sentence => fresh.Tag(sentence)).Reverse()];

        Assert.That(sentences.Select(sentence => Model.Tag(sentence)), Is.EqualTo(backwards));
    }

    [Test]
    public void Threads_share_a_model()
    {
        string[] tokens = "Бүгін Асқар Мамин Астанада журналистермен кездесті .".Split(' ');
        string[] expected = Model.Tag(tokens);
        string[][] results = [.. Enumerable.Range(0, 200).AsParallel().Select(_ => Model.Tag(tokens))];

        Assert.That(results, Is.All.EqualTo(expected));
    }

    [Test]
    public void Pack_of_another_kind_is_refused()
    {
        byte[] other = new ModelPackBuilder("topics").ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(() => EntityModel.Load(new MemoryStream(other), "t.kazpack"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("t.kazpack"));
            Assert.That(() => EntityModel.Load(new MemoryStream("текст"u8.ToArray()), "t.txt"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("t.txt"));
        });
    }

    private static List<Entity> Recognize(string text)
    {
        Token[] tokens = [.. KazakhTokenizer.Default.Tokenize(text)];
        List<Entity> entities = [];
        Model.Recognize(text, tokens, [new Sentence(0, text.Length, 0, tokens.Length)], entities);
        return entities;
    }
}

using System.Text.RegularExpressions;

namespace KazNlp.Tests.Entities;

[TestFixture]
public sealed partial class EntityRuleTests
{
    private static readonly EntityType Contract = new("CONTRACT");

    [Test]
    public void Match_grows_to_its_tokens_and_names_itself()
    {
        Document doc = With(new EntityRule(new Regex(@"KZ-\d+", RegexOptions.NonBacktracking), Contract) { Id = "c" }).Analyze("Кеше KZ-77-нің мерзімі бітті.");
        Entity entity = doc.Entities.Single(entity => entity.Type == Contract);
        Assert.That((entity.Text, entity.Canonical, entity.Id, entity.Score), Is.EqualTo(("KZ-77-нің", "KZ-77", "c", 1.0)));
    }

    [Test]
    public void Canonical_name_may_be_made_of_groups()
    {
        Document doc = With(new EntityRule(new Regex(@"шарт\s+№\s?(?<n>\d+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase), Contract) { Canonical = "№${n}" }).Analyze("Шарт № 15 бойынша");
        Assert.That(doc.Entities.Single().Canonical, Is.EqualTo("№15"));
    }

    [Test]
    public void Generated_pattern_with_a_timeout_is_a_rule() =>
        Assert.That(With(new EntityRule(Flight(), Contract)).Analyze("Ол KC851 рейсімен ұшты.").Entities.Single(entity => entity.Type == Contract).Text, Is.EqualTo("KC851"));

    [Test]
    public void Rule_takes_the_place_of_what_the_model_finds() =>
        Assert.That(With(new EntityRule(new Regex("Астана", RegexOptions.NonBacktracking), Contract)).Analyze("Ол Астанада тұрады.").Entities.Single().Type, Is.EqualTo(Contract));

    [Test]
    public void Longer_match_of_rule_or_gazetteer_counts_and_of_equal_ones_the_gazetteer()
    {
        EntityGazetteer names = EntityGazetteer.Create([new("Зерде", EntityType.Organisation), new("Ұлар Холдинг", EntityType.Organisation)]);
        KazakhPipeline nlp = KazakhPipeline.Create(o => o with
        {
            Gazetteers = [names],
            Rules = [new(new Regex("Зерде", RegexOptions.NonBacktracking), Contract), new(new Regex("Ұлар", RegexOptions.NonBacktracking), Contract), new(new Regex(@"Зерде \d+", RegexOptions.NonBacktracking), Contract)],
        });
        Assert.That(nlp.Analyze("Зерде, Ұлар Холдинг, Зерде 15").Entities.Select(entity => (entity.Text, entity.Type)), Is.EqualTo(new[]
        {
            ("Зерде", EntityType.Organisation), ("Ұлар Холдинг", EntityType.Organisation), ("Зерде 15", Contract),
        }));
    }

    [TestCase(@"\s+")]
    [TestCase("")]
    [TestCase(@"келді\.\s+Ол")]
    public void Match_without_a_token_or_over_sentences_is_left_out(string pattern) =>
        Assert.That(With(new EntityRule(new Regex(pattern, RegexOptions.NonBacktracking), Contract)).Analyze("Ол келді. Ол кетті.").Entities, Is.Empty);

    [Test]
    public void Pattern_that_could_hang_is_refused() =>
        Assert.That(() => new EntityRule(new Regex("(а+)+б"), Contract), Throws.ArgumentException.With.Message.Contains("NonBacktracking or a match timeout"));

    [Test]
    public void Pattern_out_of_time_says_so() =>
        Assert.That(
            () => With(new EntityRule(new Regex("^(а+)+б$", RegexOptions.None, TimeSpan.FromMilliseconds(1)), Contract)).Analyze(new string('а', 60)),
            Throws.InstanceOf<RegexMatchTimeoutException>());

    [GeneratedRegex(@"\b[A-Z]{2}\d{3,4}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Flight();

    private static KazakhPipeline With(EntityRule rule) => KazakhPipeline.Create(o => o with { Rules = [rule], Topics = false, Morphology = false });
}

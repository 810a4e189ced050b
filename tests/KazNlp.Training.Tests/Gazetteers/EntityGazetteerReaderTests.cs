using System.Text;

namespace KazNlp.Training.Tests.Gazetteers;

[TestFixture]
public sealed class EntityGazetteerReaderTests
{
    private const string Header = "name,type,id,aliases\n";

    [Test]
    public void Row_is_a_name_with_its_class_identifier_and_aliases()
    {
        Entity[] found = Find("# our clients\n" + Header + "\"Көкжиек, Ltd\",organisation,c-1,КЖ|Kokzhiek; Горизонт;\nЗерде,DRUG,,\n", "Ол КЖ-ға, Kokzhiek пен Горизонтқа, кейін Көкжиек, Ltd және Зердеге барды.");
        Assert.That(found.Select(entity => (entity.Text, entity.Canonical, entity.Type.Name, entity.Id)), Is.EqualTo(new (string, string, string, string?)[]
        {
            ("КЖ-ға", "Көкжиек, Ltd", "ORGANISATION", "c-1"), ("Kokzhiek", "Көкжиек, Ltd", "ORGANISATION", "c-1"), ("Горизонтқа", "Көкжиек, Ltd", "ORGANISATION", "c-1"),
            ("Көкжиек, Ltd", "Көкжиек, Ltd", "ORGANISATION", "c-1"), ("Зердеге", "Зерде", "DRUG", null),
        }));
    }

    [Test]
    public void Columns_come_in_any_order_and_others_are_ignored() =>
        Assert.That(Find("\uFEFFnote,Type,Name\nжоқ,PRODUCT,Зерде\n", "Ол Зердені алды.").Single().Type, Is.EqualTo(EntityType.Product));

    [TestCase("", "names.csv, line 1: the header has no column 'name'; begin the file with 'name,type,id,aliases'.")]
    [TestCase("name,id\nЗерде,1\n", "names.csv, line 1: the header has no column 'type'; begin the file with 'name,type,id,aliases'.")]
    [TestCase("name;type\nЗерде;PERSON\n", "names.csv, line 1: the header has no column 'name'; separate the columns with commas, not semicolons.")]
    [TestCase(Header, "names.csv, line 2: the file holds no names; write one a row under the header.")]
    [TestCase(Header + "Зерде,PERSON,,\n,PERSON,,\n", "names.csv, line 3, column 1: the name is empty; fill it in or take the row out.")]
    [TestCase(Header + "«»,PERSON,,\n", "names.csv, line 2, column 1: the name '«»' has no letter or digit, so it cannot be found in text; take the row out.")]
    [TestCase(Header + "Зерде,PERSON,,«»\n", "names.csv, line 2, column 4: the name '«»' has no letter or digit, so it cannot be found in text; take the row out.")]
    [TestCase(Header + "Зерде,ORG,,\n", "names.csv, line 2, column 2: the type 'ORG' is not known; write ORGANISATION.")]
    [TestCase(Header + "Зерде,COMPANY,,\n", "names.csv, line 2, column 2: the type 'COMPANY' is not known; the types are ADAGE, ")]
    [TestCase(Header + "Зерде,,,\n", "names.csv, line 2, column 2: the type is empty; the types are ADAGE, ")]
    [TestCase(Header + "Зерде,PERSON\n", "names.csv, line 2: the row has 2 fields where the header has 4; quote fields that hold commas, part aliases with |.")]
    [TestCase(Header + "Зер\"де,PERSON,,\n", "names.csv, line 2: a quotation mark is out of place; quote the whole field and write the mark twice inside it.")]
    public void Fault_is_reported_with_file_line_column_and_what_to_do(string csv, string message)
    {
        DataFormatException? fault = Assert.Throws<DataFormatException>(() => Find(csv, "Зерде"));
        Assert.That(fault!.Message, Does.StartWith(message));
    }

    [Test]
    public void File_in_another_encoding_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes(Header), 0xC0, 0xE1, 0xE2, (byte)',', (byte)'\n']);
            Assert.That(() => EntityGazetteerReader.Load(path), Throws.TypeOf<DataFormatException>().With.Message.Contains("no UTF-8; save the file as UTF-8"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Entity[] Find(string csv, string text)
    {
        EntityGazetteer gazetteer = EntityGazetteerReader.Read(new StringReader(csv), "names.csv", [new EntityType("DRUG")]);
        return [.. KazakhPipeline.Create(o => o with { Gazetteers = [gazetteer], Topics = false, Morphology = false }).Analyze(text).Entities.Where(entity => entity.Score == 1)];
    }
}

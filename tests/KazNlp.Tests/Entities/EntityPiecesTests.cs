using CsCheck;

namespace KazNlp.Tests;

public class EntityPiecesTests
{
    [TestCase("16:51", "16 : 51")]
    [TestCase("3,5", "3 , 5")]
    [TestCase("Tengrinews.kz", "Tengrinews . kz")]
    [TestCase("М.", "М .")]
    [TestCase("39-да", "39-да")]
    [TestCase("Қасым-Жомарт", "Қасым-Жомарт")]
    [TestCase("Кортина-д’Ампеццо", "Кортина-д’Ампеццо")]
    [TestCase("%-ке", "% -ке")]
    [TestCase("25°C", "25 ° C")]
    [TestCase("...", ". . .")]
    [TestCase("😀", "😀")]
    [TestCase("-", "-")]
    public void Token_comes_in_the_pieces_that_annotated_text_has(string token, string pieces) =>
        Assert.That(string.Join(' ', Split(token)), Is.EqualTo(pieces));

    [Test]
    public void Pieces_of_any_token_are_the_token() =>
        Gen.String[1, 40].Sample(token => string.Concat(Split(token)) == token);

    private static List<string> Split(string token)
    {
        List<string> pieces = [];
        for (int start = 0; start < token.Length;)
        {
            int length = EntityPieces.NextLength(token, start);
            pieces.Add(token.Substring(start, length));
            start += length;
        }

        return pieces;
    }
}

namespace KazNlp.Cli.Tests;

public class NormalizeTests
{
    [Test]
    public void Letters_are_put_right_and_the_rest_stays() =>
        Assert.That(
            CommandRunner.RunOn("Aстана\r\nмемлекеттiк\u00AD iPhone’ды\t №5\n\nи\u0306", "normalize").Succeeded().Output,
            Is.EqualTo("Астана\r\nмемлекеттік iPhone’ды\t №5\n\nй"));

    [Test]
    public void Missing_file_is_named() => CommandRunner.Run("normalize", "no-such.txt").Failed("no-such.txt");
}

using System.CommandLine;

namespace KazNlp.Cli.Tests;

public class UsageTests
{
    private static IEnumerable<string[]> Commands => CommandsBelow(KazNlpCommandLine.CreateRoot(StandardStreams.OfProcess()), []);

    [TestCase("")]
    [TestCase("unknown")]
    [TestCase("evaluate")]
    [TestCase("train")]
    [TestCase("analyze --format xml")]
    [TestCase("analyze --input csv")]
    [TestCase("analyze --unknown")]
    [TestCase("analyze - -")]
    [TestCase("tokenize a.txt b.txt")]
    [TestCase("tokenize --format conll")]
    [TestCase("sentences --format json")]
    [TestCase("tag a.conll b.conll")]
    [TestCase("classify --format conll")]
    [TestCase("analyze --only entities")]
    [TestCase("analyze --format json --only entities,names")]
    [TestCase("evaluate ner --format text")]
    [TestCase("evaluate ner --raw --against a.conll")]
    [TestCase("evaluate ner --predictions a.conll --model m")]
    [TestCase("train ner --train a.conll --dev b.conll")]
    [TestCase("train ner --dev b.conll --output m")]
    [TestCase("train ner --train a.conll --dev b.conll --output m --epochs 0")]
    [TestCase("train ner --train a.conll --dev b.conll --output m --seeds 0")]
    [TestCase("train ner --train a.conll --weight 1 --weight 2 --dev b.conll --output m")]
    [TestCase("train topics --output m")]
    public void Wrong_usage_returns_2_and_explains_on_standard_error(string line)
    {
        CommandResult result = CommandRunner.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.OutputBytes, Is.Empty);
            Assert.That(result.Error, Does.StartWith("kaznlp: error: ").And.EndsWith("--help'.\n"));
        });
    }

    [TestCase("analyze --format pdf a.txt", "kaznlp analyze --help")]
    [TestCase("train subword a.txt", "kaznlp train subword --help")]
    [TestCase("evaluate ner --format text a.conll", "kaznlp evaluate ner --help")]
    public void Advice_names_the_whole_command(string line, string advice) =>
        Assert.That(CommandRunner.Run(line.Split(' ')).Error, Does.EndWith($"\nTry '{advice}'.\n"));

    [TestCaseSource(nameof(Commands))]
    public void Help_of_each_command_goes_to_standard_output_and_shows_examples(params string[] command)
    {
        CommandResult result = CommandRunner.Run([.. command, "--help"]).Succeeded();
        Assert.That(result.Output, Does.Contain($"kaznlp {string.Join(' ', command)}").And.Contain("Examples:"));
    }

    [TestCaseSource(nameof(Commands))]
    public void Each_command_stands_in_the_README(params string[] command)
    {
        string readme = File.ReadAllText(RepositoryFiles.Path("README.md"));
        Assert.That(readme, Does.Contain($"`{string.Join(' ', ["kaznlp", .. command])}").Or.Contain($"`{string.Join(' ', command)}"));
    }

    [Test]
    public void Help_of_the_whole_lists_the_commands() =>
        Assert.That(CommandRunner.Run("--help").Succeeded().Output, Does.Contain("analyze").And.Contain("classify").And.Contain("tokenize").And.Contain("train").And.Contain("Exit code"));

    [Test]
    public void Version_is_that_of_the_assembly() =>
        Assert.That(CommandRunner.Run("--version").Succeeded().Output, Does.StartWith(typeof(KazNlpCommandLine).Assembly.GetName().Version!.ToString(3)));

    [Test]
    public void Argument_with_an_at_sign_is_a_file_name() => CommandRunner.Run("tokenize", "@missing.txt").Failed("@missing.txt: no such file");

    private static IEnumerable<string[]> CommandsBelow(Command command, string[] path) => command.Subcommands.Count == 0
        ? [path]
        : command.Subcommands.SelectMany(sub => CommandsBelow(sub, [.. path, sub.Name]));
}

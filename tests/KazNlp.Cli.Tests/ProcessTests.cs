using System.Diagnostics;
using System.Text;

namespace KazNlp.Cli.Tests;

/// <summary>What only a process of its own shows: its exit code, its encodings, its pipes.</summary>
public class ProcessTests
{
    [Test]
    public void Text_goes_through_a_process_in_utf_8_without_a_byte_order_mark()
    {
        using Process process = Start("tokenize");
        process.StandardInput.BaseStream.Write("\uFEFFӘлем, сәлем! 🇰🇿"u8);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Multiple(() =>
        {
            Assert.That(process.ExitCode, Is.Zero, process.StandardError.ReadToEnd());
            Assert.That(Encoding.UTF8.GetString(output.ToArray()), Is.EqualTo("Әлем , сәлем !\n🇰🇿\n").Or.EqualTo("Әлем , сәлем ! 🇰🇿\n"));
        });
    }

    [TestCase(1, "tokenize", "no such file.txt")]
    [TestCase(2, "tokenize", "--unknown")]
    public void Process_returns_the_exit_code_and_speaks_on_standard_error(int exitCode, params string[] args)
    {
        using Process process = Start(args);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Multiple(() =>
        {
            Assert.That(process.ExitCode, Is.EqualTo(exitCode));
            Assert.That(output, Is.Empty);
            Assert.That(error, Does.StartWith("kaznlp: error: ").And.Not.Contain("\u001B"));
        });
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Reader_that_goes_away_ends_the_run_quietly()
    {
        using Process process = Start("tokenize", "--format", "tokens");
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("сөз ", 500_000))));
        process.StandardOutput.Close();
        process.StandardInput.Close();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Multiple(() =>
        {
            Assert.That(error, Is.Empty);
            Assert.That(process.ExitCode, Is.Zero);
        });
    }

    private static Process Start(params string[] args) => DotnetProcess.Start(typeof(KazNlpCommandLine).Assembly.Location, args);
}

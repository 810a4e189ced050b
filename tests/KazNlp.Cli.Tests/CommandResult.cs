using System.Text;
using System.Text.Json;

namespace KazNlp.Cli.Tests;

/// <summary>What a run of the command left behind.</summary>
internal sealed record CommandResult(int ExitCode, byte[] OutputBytes, string Error)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Standard output, which must be UTF-8.</summary>
    public string Output => Strict.GetString(OutputBytes);

    /// <summary>The lines of standard output; the last one must be ended.</summary>
    public string[] Lines
    {
        get
        {
            if (Output.Length == 0)
            {
                return [];
            }

            Assert.That(Output, Does.EndWith("\n"));
            return Output[..^1].Split('\n');
        }
    }

    /// <summary>Standard output as one JSON value.</summary>
    public JsonElement Json => JsonElement.Parse(OutputBytes);

    /// <summary>Each line of standard output as a JSON value.</summary>
    public JsonElement[] JsonLines => [.. Lines.Select(line => JsonElement.Parse(line))];

    /// <summary>Fails unless the run went well and said nothing.</summary>
    public CommandResult Succeeded()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Error, Is.Empty);
            Assert.That(ExitCode, Is.Zero);
        });
        return this;
    }

    /// <summary>Fails unless the run returned 1 and said all of this.</summary>
    public CommandResult Failed(params string[] messages)
    {
        Assert.Multiple(() =>
        {
            Assert.That(ExitCode, Is.EqualTo(1), Error);
            foreach (string message in messages)
            {
                Assert.That(Error, Does.Contain(message));
            }
        });
        return this;
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace KazNlp.Cli.Tests;

public class OrderedLinesTests
{
    [Test]
    public void Results_keep_the_order_of_the_lines_when_later_ones_are_done_first()
    {
        string[] lines = [.. Enumerable.Range(0, 3000).Select(i => $"line {i}")];
        string output = Run(string.Join('\n', lines), (line, number, result) =>
        {
            Thread.SpinWait((number % 7) * 2000);
            result.Write(line.Span);
            result.Write("\n"u8);
        });
        Assert.That(output, Is.EqualTo(string.Join('\n', lines) + "\n"));
    }

    [Test]
    public void Lines_are_numbered_as_an_editor_numbers_them()
    {
        string output = Run("\uFEFFa\r\n\n  \nb\nc", (line, number, result) => result.Write(Encoding.UTF8.GetBytes($"{number}={Encoding.UTF8.GetString(line.Span).TrimEnd()};")));
        Assert.That(output, Is.EqualTo("1=a;4=b;5=c;"));
    }

    [Test]
    public void Bad_lines_are_reported_in_order_and_the_others_are_done()
    {
        List<string> errors = [];
        string output = Run(string.Join('\n', Enumerable.Range(1, 500)), (line, number, result) =>
        {
            if (number % 100 == 0)
            {
                throw new DataFormatException("d", number, "bad");
            }

            result.Write("."u8);
        }, errors.Add);
        Assert.Multiple(() =>
        {
            Assert.That(output, Has.Length.EqualTo(495));
            Assert.That(errors, Is.EqualTo(Enumerable.Range(1, 5).Select(i => $"d, line {i * 100}: bad.")));
        });
    }

    [Test]
    public void Line_longer_than_every_buffer_is_one_line()
    {
        string output = Run(new string('ә', 1_000_000) + "\nb", (line, _, result) => result.Write(Encoding.UTF8.GetBytes($"{line.Length};")));
        Assert.That(output, Is.EqualTo("2000000;1;"));
    }

    [Test]
    public void Endless_line_is_refused_before_memory_ends()
    {
        var lines = new OrderedLines((_, _, _) => { }, Stream.Null, _ => { }, _ => { }) { MaxLineBytes = 1_000_000 };
        using var input = new MemoryStream([.. "a\n"u8, .. new byte[2_000_000]]);
        Assert.That(() => lines.RunAsync(input, CancellationToken.None), Throws.InstanceOf<IOException>().With.Message.Contains("line 2 has more than 1,000,000 bytes"));
    }

    [Test]
    public void All_input_bytes_are_reported_at_the_end()
    {
        long bytes = 0;
        Run("ab\nc\n", (_, _, _) => { }, reportBytes: done => bytes = done);
        Assert.That(bytes, Is.EqualTo(5));
    }

    [Test]
    public async Task Answer_comes_before_the_next_question_is_asked()
    {
        var questions = new Pipe();
        var answers = new Pipe();
        Task<bool> running = new OrderedLines((line, _, result) => result.Write(line.Span), answers.Writer.AsStream(), _ => { }, _ => { })
            .RunAsync(questions.Reader.AsStream(), CancellationToken.None);
        foreach (string question in new[] { "a", "b" })
        {
            await questions.Writer.WriteAsync(Encoding.UTF8.GetBytes(question + "\n"));
            ReadResult answer = await answers.Reader.ReadAsync();
            Assert.That(Encoding.UTF8.GetString(answer.Buffer.ToArray()), Is.EqualTo(question));
            answers.Reader.AdvanceTo(answer.Buffer.End);
        }

        await questions.Writer.CompleteAsync();
        Assert.That(await running, Is.True);
    }

    [Test]
    public void Fault_of_the_process_ends_the_run() =>
        Assert.That(() => Run("a\nb", (_, _, _) => throw new InvalidOperationException("broken")), Throws.InvalidOperationException);

    [Test]
    public void Reading_waits_while_the_output_takes_nothing()
    {
        int processed = 0;
        using var blocked = new BlockedStream();
        using var stop = new CancellationTokenSource();
        byte[] input = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("line\n", 100_000)));
        Task<bool> running = new OrderedLines(
            (line, _, result) =>
            {
                Interlocked.Increment(ref processed);
                result.Write(line.Span);
            },
            blocked,
            _ => { },
            _ => { }).RunAsync(new MemoryStream(input), stop.Token);
        blocked.Entered.Wait();
        SpinWait.SpinUntil(() => false, 200);
        Assert.That(processed, Is.LessThan(10_000));
        stop.Cancel();
        blocked.Release.Set();
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    private static string Run(string input, OrderedLines.LineProcessor process, Action<string>? reportError = null, Action<long>? reportBytes = null)
    {
        using var output = new MemoryStream();
        new OrderedLines(process, output, reportError ?? (_ => { }), reportBytes ?? (_ => { }))
            .RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), CancellationToken.None).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>A pipe whose reader does not read.</summary>
    private sealed class BlockedStream : MemoryStream
    {
        public ManualResetEventSlim Entered { get; } = new();

        public ManualResetEventSlim Release { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Entered.Set();
            await Task.Run(Release.Wait, CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

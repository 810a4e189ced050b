using System.CommandLine;
using BenchmarkDotNet.Running;
using KazNlp.Benchmarks;
using KazNlp.Benchmarks.Quick;

// Before anything else of this program is compiled.
if (args is [Startup.ProbeArgument, ..])
{
    return Startup.Probe(args);
}

return Run(args);

static int Run(string[] args)
{
    var corpus = new Option<string?>("--corpus") { Description = "A UTF-8 text file, or a folder of *.txt files; by default the articles in data/articles.", HelpName = "PATH" };
    var corpusName = new Option<string?>("--corpus-name") { Description = "What the tables call the corpus; by default its file name.", HelpName = "TEXT" };
    var quick = new Option<bool>("--quick") { Description = "Time all contenders in turns and print tables, in under three minutes; without it BenchmarkDotNet runs." };
    var only = new Option<string?>("--only") { Description = "With --quick: only contenders whose group or name contains this, and their references.", HelpName = "TEXT" };
    var startup = new Option<int?>("--startup") { Description = "Start this many processes for each of two texts and print what the first text of a process costs.", HelpName = "PROCESSES" };
    var output = new Option<string?>("--output") { Description = "With --quick: also write the tables, as Markdown and CSV, into a folder per processor below this one.", HelpName = "FOLDER" };
    var command = new RootCommand("Benchmarks of KazNlp. Arguments that are not listed here go to BenchmarkDotNet: --filter, --list, --job …")
    {
        corpus, corpusName, quick, only, output, startup,
    };
    command.TreatUnmatchedTokensAsErrors = false;
    command.SetAction(parsed =>
    {
        Corpus.Choose(parsed.GetValue(corpus), parsed.GetValue(corpusName));
        if (parsed.GetValue(startup) is { } processes)
        {
            Console.WriteLine(Startup.Measure(Math.Max(1, processes)));
            return 0;
        }

        if (!parsed.GetValue(quick))
        {
            BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run([.. parsed.UnmatchedTokens]);
            return 0;
        }
        Corpus text = Corpus.Load();
        IReadOnlyList<Contender> all = Contenders.For(text);
        IReadOnlyList<Contender> chosen = parsed.GetValue(only) is not { } part ? all : [.. Matching(all, part)];
        IReadOnlyList<QuickResult> results = QuickHarness.Default.Run(chosen, text.Utf8.Length, Console.Error.WriteLine);
        const string CommandText = "dotnet run -c Release --project benchmarks/KazNlp.Benchmarks -- --quick";
        Console.WriteLine(ResultTable.ToMarkdown(results, text, CommandText));
        if (parsed.GetValue(output) is { } folder) Console.Error.WriteLine(ResultTable.Write(folder, results, text, CommandText));
        return 0;
    });
    return command.Parse(args).Invoke();
}

static IEnumerable<Contender> Matching(IReadOnlyList<Contender> all, string part)
{
    bool Matches(Contender c) => c.Name.Contains(part, StringComparison.OrdinalIgnoreCase) || c.Group.Contains(part, StringComparison.OrdinalIgnoreCase);
    return all.Where(c => Matches(c) || (c.IsReference && all.Any(o => o.Group == c.Group && Matches(o))));
}

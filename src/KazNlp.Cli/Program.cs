using KazNlp.Cli;

using StandardStreams streams = StandardStreams.OfProcess();
return await KazNlpCommandLine.RunAsync(args, streams);

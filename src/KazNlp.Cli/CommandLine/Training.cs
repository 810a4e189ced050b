using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;

namespace KazNlp.Cli;

/// <summary>What all trainings share: where the model goes, progress, what the model says of itself.</summary>
internal static class Training
{
    /// <summary>The option that names the model.</summary>
    public static Option<string> Output() => new("--output", "-o")
    {
        Description = "The model file to write. It is written when the training is done, so that there is never half a model.",
        HelpName = "MODEL",
        Required = true,
    };

    /// <summary>Fails before a long training when the model could not be written after it.</summary>
    /// <param name="path">The model file, or another file to write.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="InputException">Its folder does not exist, or it is a folder itself.</exception>
    public static void CheckOutput(string path, string option = "--output")
    {
        if (Directory.Exists(path))
        {
            throw new InputException(path, $"a folder; give {option} a file name");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new InputException(path, $"the folder {folder} does not exist; create it first");
        }
    }

    /// <summary>Fails before a long training when a file of raw text cannot be opened.</summary>
    /// <param name="streams">Where standard input would come from.</param>
    /// <param name="paths">The files.</param>
    /// <exception cref="InputException">A file cannot be opened.</exception>
    public static void CheckInput(StandardStreams streams, IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            new InputFile(streams, path).Open().Dispose();
        }
    }

    /// <summary>Trains under a progress bar.</summary>
    /// <param name="streams">Where the bar is drawn.</param>
    /// <param name="paths">The training data, as the user named it.</param>
    /// <param name="train">The training; it reports its progress to the display.</param>
    /// <exception cref="InputException">Nothing can be learned from the data.</exception>
    public static Task<T> RunAsync<T>(StandardStreams streams, IReadOnlyList<string> paths, Func<ProgressDisplay, T> train) =>
        ProgressDisplay.RunAsync(streams, "Training", total: 1, progress => Task.Run(() =>
        {
            try
            {
                return train(progress);
            }
            catch (ArgumentException fault)
            {
                string reason = fault.ParamName is null ? fault.Message : fault.Message.Replace($" (Parameter '{fault.ParamName}')", string.Empty, StringComparison.Ordinal);
                throw new InputException(string.Join(", ", paths), reason.TrimEnd('.'));
            }
        }));

    /// <summary>Writes the model and says so.</summary>
    /// <param name="streams">Where messages go.</param>
    /// <param name="pack">The model.</param>
    /// <param name="path">The model file.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(StandardStreams streams, ModelPackBuilder pack, string path)
    {
        Save(streams, pack.Save, path);
        foreach ((string key, string value) in ModelPack.Load(path, pack.Kind).Metadata)
        {
            streams.MessageWriter($"kaznlp:   {key}: {value}");
        }
    }

    /// <summary>Writes a file of another format and says so.</summary>
    /// <param name="streams">Where messages go.</param>
    /// <param name="save">Writes the file, given its path.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(StandardStreams streams, Action<string> save, string path)
    {
        try
        {
            save(path);
        }
        catch (Exception fault) when (InputException.IsFileFault(fault))
        {
            throw new InputException(path, fault);
        }

        streams.MessageWriter(string.Create(CultureInfo.InvariantCulture, $"kaznlp: wrote {path}, {new FileInfo(path).Length:N0} bytes."));
    }

    /// <summary>
    /// The command line for the model's metadata. Paths are cut to file names and the output has no name, so that the same data gives the same
    /// file wherever it lies and is written.
    /// </summary>
    public static string Describe(ParseResult parsed)
    {
        var command = new StringBuilder("kaznlp");
        bool isOutput = false;
        foreach (var token in parsed.Tokens)
        {
            string word = token.Type != TokenType.Argument ? token.Value : isOutput ? "MODEL" : Path.GetFileName(token.Value);
            command.Append(' ').Append(word);
            isOutput = token.Value is "--output" or "-o";
        }

        return command.ToString();
    }
}

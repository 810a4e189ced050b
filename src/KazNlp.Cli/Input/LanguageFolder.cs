namespace KazNlp.Cli;

/// <summary>Reads folders in which each file is named by its language.</summary>
internal static class LanguageFolder
{
    /// <summary>Reads a folder.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is named by no language, or has no text.</exception>
    /// <exception cref="DataFormatException">A line is not UTF-8.</exception>
    public static IReadOnlyList<LanguageText> Read(string folder)
    {
        try
        {
            return LanguageTextReader.Read(folder);
        }
        catch (Exception fault) when (InputException.IsFileFault(fault))
        {
            throw new InputException(folder, fault);
        }
    }
}

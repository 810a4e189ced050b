namespace KazNlp;

/// <summary>Writes files that are seen whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes to a temporary file beside <paramref name="path"/>, which then takes its place.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string temporary = path + ".tmp";
        try
        {
            using (FileStream stream = File.Create(temporary))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}

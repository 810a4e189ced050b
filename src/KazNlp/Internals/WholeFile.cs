using System.Text;

namespace KazNlp;

/// <summary>Writes files that are seen whole or not at all.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes to a temporary file beside <paramref name="path"/>, which then takes its place.</summary>
    /// <param name="path">The file; one that is there already is replaced.</param>
    /// <param name="write">Writes the bytes.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        // A name of its own: a file of the user's may be called so, and another process may be writing beside this one.
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
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

    /// <summary>Writes text in UTF-8 without a BOM, as <see cref="Write"/> does.</summary>
    /// <param name="path">The file; one that is there already is replaced.</param>
    /// <param name="text">The text.</param>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(WithoutMark.GetBytes(text)));
}

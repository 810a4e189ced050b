namespace KazNlp;

/// <summary>A line of a file, for errors.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1; 0 where only the file is known.</param>
internal readonly record struct FilePlace(string Path, int Line = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? Path : $"{Path}, line {Line}";
}

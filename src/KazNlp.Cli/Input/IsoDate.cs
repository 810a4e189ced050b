using System.Globalization;

namespace KazNlp.Cli;

/// <summary>Days as ISO 8601 writes them.</summary>
internal static class IsoDate
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Reads <c>2025-08-22</c>, alone or with a time behind <c>T</c> or a space.</summary>
    public static bool TryParse(string text, out DateOnly day)
    {
        ReadOnlySpan<char> date = text.Length > Format.Length && text[Format.Length] is 'T' or ' ' ? text.AsSpan(0, Format.Length) : text;
        return DateOnly.TryParseExact(date, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}

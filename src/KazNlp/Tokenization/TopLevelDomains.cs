using System.Collections.Frozen;

namespace KazNlp;

/// <summary>Top-level domains of the addresses that Kazakh texts name (IANA root zone); any other counts only in small Latin letters behind a Latin name.</summary>
internal static class TopLevelDomains
{
    /// <summary>The greatest length of a listed domain.</summary>
    public const int MaxLength = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "kz", "ru", "su", "uz", "kg", "tj", "tm", "az", "am", "ge", "ua", "by", "md", "lt", "lv", "ee", "tr", "cn", "mn", "jp", "kr", "in", "ir", "pk", "af",
        "us", "uk", "eu", "de", "fr", "it", "es", "pl", "cz", "ch", "at", "nl", "be", "se", "no", "fi", "dk", "ca", "au", "br", "il", "ae", "sa",
        "com", "org", "net", "edu", "gov", "int", "mil", "info", "biz", "name", "pro", "mobi", "asia", "travel", "museum",
        "tv", "me", "io", "co", "cc", "ai", "ly", "gl", "fm", "online", "site", "shop", "store", "club", "live", "news", "media", "blog", "app", "dev", "tech", "xyz", "top", "link")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a label, in small letters, is listed.</summary>
    public static bool Contains(ReadOnlySpan<char> label) => Names.Contains(label);
}

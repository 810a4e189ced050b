namespace KazNlp;

/// <summary>Puts the features of a word's parts together in UD notation.</summary>
internal static class FeatureSet
{
    /// <summary>The union of feature strings, sorted as UD wants (by name, without regard to case); a later value of the same name replaces an earlier one.</summary>
    public static string Join(IEnumerable<string> parts)
    {
        var features = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string part in parts)
        {
            foreach (string pair in part.Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                int equals = pair.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0)
                {
                    features[pair[..equals]] = pair[(equals + 1)..];
                }
            }
        }

        return string.Join('|', features.Select(f => $"{f.Key}={f.Value}"));
    }

    /// <summary>The same features in UD's order.</summary>
    public static string Normalise(string features) => Join([features]);
}

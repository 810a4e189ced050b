namespace KazNlp;

/// <summary>Puts the features of a word's parts together in UD notation.</summary>
internal static class FeatureSet
{
    /// <summary>The union of feature strings, sorted as UD wants (by name, without regard to case); a later value of the same name replaces an earlier one.</summary>
    public static string Join(IEnumerable<string> parts)
    {
        // Few: an insertion into sorted lists.
        List<string> names = [];
        List<string> features = [];
        foreach (string part in parts)
        {
            foreach (string pair in part.Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                int equals = pair.IndexOf('=', StringComparison.Ordinal);
                if (equals <= 0)
                {
                    continue;
                }

                string name = pair[..equals];
                int at = names.BinarySearch(name, StringComparer.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    features[at] = names[at] + pair[equals..];
                }
                else
                {
                    names.Insert(~at, name);
                    features.Insert(~at, pair);
                }
            }
        }

        return string.Join('|', features);
    }

    /// <summary>The same features in UD's order.</summary>
    public static string Normalise(string features) => Join([features]);
}

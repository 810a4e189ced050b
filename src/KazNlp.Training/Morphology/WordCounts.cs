namespace KazNlp;

/// <summary>Counts of the words of raw text: how often a word stands there, and how often with a capital where no sentence begins.</summary>
internal sealed class WordCounts
{
    private readonly Dictionary<string, Counts> _words = [];

    /// <summary>The counts by lower-case word.</summary>
    public IReadOnlyDictionary<string, Counts> Words => _words;

    /// <summary>Counts a file, a paragraph a line.</summary>
    public void Add(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            AddLine(line);
        }
    }

    /// <summary>Counts one paragraph.</summary>
    public void AddLine(ReadOnlySpan<char> line)
    {
        bool sentenceStart = true;
        int i = 0;
        while (i < line.Length)
        {
            if (!IsLetter(line[i]))
            {
                sentenceStart |= line[i] is '.' or '!' or '?' or ':' or '«' or '"' or '“' or '–' or '—' or '…' or '*';
                i++;
                continue;
            }

            int start = i;
            while (i < line.Length && (IsLetter(line[i]) || (line[i] == '-' && i + 1 < line.Length && IsLetter(line[i + 1]))))
            {
                i++;
            }

            Count(line[start..i], sentenceStart);
            sentenceStart = false;
        }
    }

    private void Count(ReadOnlySpan<char> word, bool sentenceStart)
    {
        if (word.Length > 40)
        {
            return;
        }

        Span<char> buffer = stackalloc char[word.Length];
        string lower = CaseFolding.ToLower(word, buffer).ToString();
        if (!_words.TryGetValue(lower, out Counts? counts))
        {
            _words[lower] = counts = new Counts();
        }

        counts.Total++;
        if (!sentenceStart)
        {
            counts.Inside++;
            bool upper = CaseFolding.IsUpper(word[0]);
            counts.Capital += upper ? 1 : 0;
            if (upper && counts.Written is null)
            {
                counts.Written = word.ToString();
            }
        }
    }

    private static bool IsLetter(char c) => c is >= '\u0400' and < '\u0530' && char.IsLetter(c);

    /// <summary>What is known of one word.</summary>
    internal sealed class Counts
    {
        /// <summary>All occurrences.</summary>
        public int Total { get; set; }

        /// <summary>Occurrences that do not begin a sentence.</summary>
        public int Inside { get; set; }

        /// <summary>Of those, the ones with a capital.</summary>
        public int Capital { get; set; }

        /// <summary>The first spelling with a capital.</summary>
        public string? Written { get; set; }
    }
}

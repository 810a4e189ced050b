using System.Runtime.InteropServices;
using System.Text;

namespace KazNlp;

/// <summary>Lays out the stems, their shapes and the hash table over the shapes, as <see cref="StemLexicon"/> reads them.</summary>
internal sealed class LexiconBuilder(List<string> states)
{
    private readonly List<string> _features = [""];
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _textOffsets = [];
    private readonly List<StemLexicon.Stem> _stems = [];
    private readonly HashSet<(string Lemma, string Surface, PartOfSpeech PartOfSpeech, string Root, string Features)> _known = [];
    private readonly SortedDictionary<string, List<(int Stem, StemForms Forms)>> _shapes = new(StringComparer.Ordinal);

    public int Count => _stems.Count;

    /// <summary>Adds a stem; one that is there already (same lemma, part of speech and features) is left as it is.</summary>
    /// <param name="row">Where it stands, for messages.</param>
    /// <param name="lemma">The dictionary form.</param>
    /// <param name="surface">The stem as written in words.</param>
    /// <param name="partOfSpeech">The part of speech.</param>
    /// <param name="root">The state in which it stands.</param>
    /// <param name="features">Features of a whole word.</param>
    /// <param name="options">Space-separated: <c>front</c>, <c>back</c>, <c>keep</c>, <c>drop=орн</c>, <c>root=State</c>, <c>lemma=…</c>, <c>class=…</c>.</param>
    /// <param name="count">How often it was counted in text.</param>
    public void Add(MorphologyTable.Row row, string lemma, string surface, PartOfSpeech partOfSpeech, string root, string features, string options, int count)
    {
        string lower = Lower(surface);
        StemShape shape = partOfSpeech == PartOfSpeech.Verb ? StemShape.OfVerb(lower) : StemShape.Of(lower);
        if (surface.Length is >= 2 and <= 6 && surface.All(CaseFolding.IsUpper))
        {
            shape = SpokenShape.OfAbbreviation(surface);
        }

        bool keeps = false;
        string? dropped = null;
        foreach (string option in options.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = option.Split('=', 2);
            switch (pair[0])
            {
                case "front":
                    shape = shape with { Harmony = Harmony.Front };
                    break;
                case "back":
                    shape = shape with { Harmony = Harmony.Back };
                    break;
                case "either":
                    shape = shape with { Harmony = Harmony.Any };
                    break;
                case "keep":
                    keeps = true;
                    break;
                case "drop":
                    dropped = pair[1];
                    break;
                case "root":
                    root = pair[1];
                    break;
                case "lemma":
                    lemma = pair[1];
                    break;
                case "class":
                    shape = shape with { Class = AllomorphExpander.ParseClasses(row, pair[1]) };
                    break;
                default:
                    throw row.Error($"unknown option '{option}'.");
            }
        }

        int state = states.IndexOf(root);
        if (state < 0)
        {
            throw row.Error($"graph.tsv and finals.tsv have no state '{root}'.");
        }

        features = FeatureSet.Normalise(features);
        if (!_known.Add((lemma, surface, partOfSpeech, root, features)))
        {
            return;
        }

        int featureNumber = _features.IndexOf(features);
        if (featureNumber < 0)
        {
            featureNumber = _features.Count;
            _features.Add(features);
        }

        int stem = _stems.Count;
        if (lemma.Length > byte.MaxValue || lower.Length > byte.MaxValue)
        {
            throw row.Error("a stem is longer than 255 letters.");
        }

        short score = (short)Math.Round((100 * Math.Log(count + 0.5)) - 1500);
        _stems.Add(new StemLexicon.Stem(TextOffset(lemma), (byte)lemma.Length, partOfSpeech, (byte)state, shape.Harmony, shape.Class, score, checked((ushort)featureNumber)));
        bool verb = partOfSpeech is PartOfSpeech.Verb || root is "Verb" or "Copula";
        foreach (StemForms form in new[] { StemForms.Plain, StemForms.BeforeVowel, StemForms.Converb, StemForms.WithoutYod, StemForms.WithoutHigh, StemForms.WithoutStop })
        {
            if (root == "Whole" && form != StemForms.Plain)
            {
                continue;
            }

            string? text = dropped is not null && form is StemForms.BeforeVowel or StemForms.Converb ? dropped ?? lower : StemVariants.Of(lower, verb, keeps, form);
            if (text is null)
            {
                continue;
            }

            AddShape(text, stem, form);
            if (form == StemForms.WithoutStop)
            {
                AddShape(lower, stem, form); // журналисттер is written too
            }
        }
    }

    private void AddShape(string text, int stem, StemForms form)
    {
        List<(int Stem, StemForms Forms)> entries = _shapes.TryGetValue(text, out var list) ? list : _shapes[text] = [];
        int same = entries.FindIndex(e => e.Stem == stem);
        if (same >= 0)
        {
            entries[same] = (stem, entries[same].Forms | form);
        }
        else
        {
            entries.Add((stem, form));
        }
    }

    /// <summary>Adds the sections to a pack.</summary>
    public void WriteTo(ModelPackBuilder builder)
    {
        var variants = new List<StemLexicon.Variant>();
        int size = 1;
        while (size < _shapes.Count * 2)
        {
            size *= 2;
        }

        int[] slots = new int[size];
        foreach ((string text, List<(int Stem, StemForms Forms)> entries) in _shapes)
        {
            ulong hash = StemLexicon.HashStart;
            foreach (char c in text)
            {
                hash = StemLexicon.HashStep(hash, c);
            }

            uint slot = StemLexicon.SlotOf(hash, (uint)size - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & ((uint)size - 1);
            }

            slots[slot] = variants.Count + 1;
            for (int i = 0; i < entries.Count; i++)
            {
                variants.Add(new StemLexicon.Variant(TextOffset(text), (byte)text.Length, entries[i].Forms, i == entries.Count - 1, entries[i].Stem));
            }
        }

        builder
            .AddSection("features", Encoding.UTF8.GetBytes(string.Join('\n', _features)))
            .AddSection("text", MemoryMarshal.AsBytes(_text.ToString().AsSpan()).ToArray())
            .AddSection("stems", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_stems)).ToArray())
            .AddSection("variants", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(variants)).ToArray())
            .AddSection("slots", MemoryMarshal.AsBytes(slots.AsSpan()).ToArray());
    }

    private static string Lower(string word) => string.Create(word.Length, word, static (span, source) => CaseFolding.ToLower(source, span));

    private int TextOffset(string text)
    {
        if (!_textOffsets.TryGetValue(text, out int offset))
        {
            offset = _text.Length;
            _text.Append(text);
            _textOffsets[text] = offset;
        }

        return offset;
    }
}

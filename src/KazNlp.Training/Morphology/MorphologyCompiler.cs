using System.Text;
using static KazNlp.MorphologyRules;

namespace KazNlp;

/// <summary>Builds the <c>morphology</c> pack from the readable tables of <c>data/morphology</c>. The same tables give the same bytes.</summary>
public static class MorphologyCompiler
{
    private static readonly Dictionary<PartOfSpeech, string> DefaultRoots = new()
    {
        [PartOfSpeech.Noun] = "Noun",
        [PartOfSpeech.ProperNoun] = "Noun",
        [PartOfSpeech.Adjective] = "Adjective",
        [PartOfSpeech.Numeral] = "Number",
        [PartOfSpeech.Verb] = "Verb",
        [PartOfSpeech.Pronoun] = "Substantive",
    };

    /// <summary>Compiles the tables of a folder.</summary>
    /// <param name="folder">The folder with the tables.</param>
    /// <param name="tagger">The section <c>tagger</c>: the weights that choose in context; empty for a pack that does not look at context.</param>
    /// <returns>The pack, ready to be saved.</returns>
    /// <exception cref="InvalidDataException">A table is wrong; the message names file and line.</exception>
    /// <exception cref="IOException">A table is missing.</exception>
    public static ModelPackBuilder Compile(string folder, ReadOnlyMemory<byte> tagger = default)
    {
        var states = new List<string>();
        byte[] rules = CompileRules(folder, states);
        var lexicon = new LexiconBuilder(states);
        foreach (MorphologyTable.Row row in MorphologyTable.Read(Path.Combine(folder, "closed.tsv"), 6))
        {
            lexicon.Add(row, row[1].Length == 0 ? row[0] : row[1], row[0], ParsePartOfSpeech(row, row[2]), "Whole", row[3], "", Count(row[4]));
        }

        var irregular = new StringBuilder();
        foreach (MorphologyTable.Row row in MorphologyTable.Read(Path.Combine(folder, "pronouns.tsv"), 7))
        {
            lexicon.Add(row, row[1], row[0], ParsePartOfSpeech(row, row[2]), "Whole", row[3], "", Count(row[5]));
            if (row[4].Length > 0)
            {
                irregular.Append(row[1]).Append('\t').Append(row[4]).Append('\t').Append(row[0]).Append('\n');
            }
        }

        foreach (MorphologyTable.Row row in MorphologyTable.Read(Path.Combine(folder, "voices.tsv"), 4))
        {
            irregular.Append(row[0]).Append('\t').Append(row[1]).Append('\t').Append(row[2]).Append('\n');
        }

        foreach (string file in Directory.GetFiles(folder, "lexicon-*.tsv").Order(StringComparer.Ordinal))
        {
            foreach (MorphologyTable.Row row in MorphologyTable.Read(file, 5))
            {
                PartOfSpeech partOfSpeech = ParsePartOfSpeech(row, row[1]);
                lexicon.Add(row, row[0], row[0], partOfSpeech, DefaultRoots.GetValueOrDefault(partOfSpeech, "Whole"), "", row[2], Count(row[3]));
            }
        }

        ModelPackBuilder builder = new ModelPackBuilder("morphology")
            .AddMetadata("tables", "data/morphology")
            .AddMetadata("stems", lexicon.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .AddSection("rules", rules)
            .AddSection("irregular", Encoding.UTF8.GetBytes(irregular.ToString()));
        lexicon.WriteTo(builder);
        if (!tagger.IsEmpty)
        {
            builder.AddSection("tagger", tagger);
        }

        return builder;
    }

    private static byte[] CompileRules(string folder, List<string> states)
    {
        var expander = new AllomorphExpander(folder);
        var morphemes = new List<MorphemeRule>();
        foreach (MorphologyTable.Row row in MorphologyTable.Read(Path.Combine(folder, "morphemes.tsv"), 6))
        {
            bool derivation = row[2] switch
            {
                "inflection" => false,
                "derivation" => true,
                _ => throw row.Error($"'{row[2]}' is neither inflection nor derivation."),
            };
            morphemes.Add(new MorphemeRule(row[0], row[3], FeatureSet.Normalise(row[4]), derivation, expander.Expand(row, row[1])));
        }

        Dictionary<string, int> costs = ReadCosts(folder);
        var arcs = new List<Arc>();
        IReadOnlyList<MorphologyTable.Row> graph = MorphologyTable.Read(Path.Combine(folder, "graph.tsv"), 5);
        foreach (MorphologyTable.Row row in graph)
        {
            if (row[1] == "=")
            {
                continue;
            }

            SoundClass after = AllomorphExpander.ParseClasses(row, row[3]);
            foreach (string from in row[0].Split(' '))
            {
                foreach (string sharing in graph.Where(r => r[1] == "=" && r[2] == from).Select(r => r[0]).Prepend(from))
                {
                    foreach (string id in row[1].Split(' '))
                    {
                        int morpheme = morphemes.FindIndex(m => m.Id == id);
                        if (morpheme < 0)
                        {
                            throw row.Error($"morphemes.tsv has no '{id}'.");
                        }

                        int cost = costs.TryGetValue($"{sharing} {id}", out int known) ? known : DefaultCost(morphemes[morpheme]);
                        arcs.Add(new Arc(StateOf(states, sharing), StateOf(states, row[2]), (ushort)morpheme, after, (short)cost));
                    }
                }
            }
        }

        var finals = new List<Final>();
        foreach (MorphologyTable.Row row in MorphologyTable.Read(Path.Combine(folder, "finals.tsv"), 4))
        {
            uint partsOfSpeech = row[1] == "*" ? uint.MaxValue : row[1].Split(' ').Aggregate(0u, (set, tag) => set | (1u << (int)ParsePartOfSpeech(row, tag)));
            string features = FeatureSet.Normalise(row[2]);
            int cost = costs.TryGetValue($"{row[0]} . {features}", out int known) ? known : 50;
            finals.Add(new Final(StateOf(states, row[0]), partsOfSpeech, features, (short)cost));
        }

        return Write(states, morphemes, arcs, finals);
    }

    private static int Count(string field) => int.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out int count) ? count : 0;

    private static int DefaultCost(MorphemeRule morpheme) => morpheme.IsDerivation ? 600 : 200;

    /// <summary>Costs of arcs and finals as counted on raw text (<c>costs.tsv</c>); the others have default costs.</summary>
    private static Dictionary<string, int> ReadCosts(string folder)
    {
        string path = Path.Combine(folder, "costs.tsv");
        return File.Exists(path)
            ? MorphologyTable.Read(path, 3).ToDictionary(row => row[0], row => Math.Min(short.MaxValue, int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)))
            : [];
    }

    private static byte StateOf(List<string> states, string name)
    {
        int index = states.IndexOf(name);
        if (index < 0)
        {
            index = states.Count;
            states.Add(name);
        }

        return checked((byte)index);
    }

    private static PartOfSpeech ParsePartOfSpeech(MorphologyTable.Row row, string tag) =>
        PartOfSpeechTags.TryParse(tag, out PartOfSpeech partOfSpeech) ? partOfSpeech : throw row.Error($"'{tag}' is no UD part of speech.");
}

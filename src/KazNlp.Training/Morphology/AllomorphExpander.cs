using static KazNlp.MorphologyRules;

namespace KazNlp;

/// <summary>Turns the abstract form of a suffix (лAр, (I)м, GA) into its surfaces, each with what it asks of the stem.</summary>
internal sealed class AllomorphExpander
{
    private static readonly SoundClass[] Classes = [.. Enum.GetValues<SoundClass>().Where(c => c is not SoundClass.None and not SoundClass.Any)];

    private readonly List<(string Symbol, SoundClass After, string Back, string Front)> _symbols = [];
    private readonly List<(SoundClass Class, string Begins, StemForms Form, string Becomes)> _junctions = [];

    public AllomorphExpander(string folder)
    {
        foreach (MorphologyTable.Row row in MorphologyTable.Read(Path.Combine(folder, "sounds.tsv"), 3))
        {
            SoundClass soundClass = ParseClasses(row, row[0]) & ~SoundClass.Stop;
            foreach (string letter in row[1].Split(' '))
            {
                if (StemShape.ClassOf(letter[0]) != soundClass)
                {
                    throw row.Error($"the library has '{letter}' in class {StemShape.ClassOf(letter[0])}.");
                }
            }
        }

        foreach (MorphologyTable.Row row in MorphologyTable.Read(Path.Combine(folder, "archiphonemes.tsv"), 5))
        {
            _symbols.Add((row[0], ParseClasses(row, row[1]), Letters(row[2]), Letters(row[3])));
        }

        foreach (MorphologyTable.Row row in MorphologyTable.Read(Path.Combine(folder, "junctions.tsv"), 5))
        {
            StemForms form = row[2] switch
            {
                "plain" => StemForms.Plain,
                "before-vowel" => StemForms.BeforeVowel,
                "without-yod" => StemForms.WithoutYod,
                "without-high" => StemForms.WithoutHigh,
                "converb" => StemForms.Converb,
                "without-stop" => StemForms.WithoutStop,
                _ => throw row.Error($"unknown stem form '{row[2]}'."),
            };
            _junctions.Add((ParseClasses(row, row[0]), row[1], form, row[3]));
        }

        static string Letters(string field) => field == "0" ? "" : field;
    }

    public static SoundClass ParseClasses(MorphologyTable.Row row, string names)
    {
        var classes = SoundClass.None;
        foreach (string name in names.Split(' '))
        {
            if (name == "*")
            {
                return SoundClass.Any;
            }

            classes |= Enum.TryParse(name, ignoreCase: true, out SoundClass soundClass) ? soundClass : throw row.Error($"unknown class of sounds '{name}'.");
            if (soundClass == SoundClass.Voiceless)
            {
                classes |= SoundClass.Stop; // in everything else, ст is voiceless
            }
        }

        return classes;
    }

    /// <summary>The surfaces of a form, merged where they differ only in what they follow.</summary>
    public Allomorph[] Expand(MorphologyTable.Row row, string form)
    {
        var byShape = new Dictionary<(string Surface, StemForms Form, Harmony Harmony), SoundClass>();
        foreach (SoundClass after in Classes)
        {
            foreach (Harmony harmony in new[] { Harmony.Back, Harmony.Front })
            {
                string surface = Spell(row, form, after, harmony);
                (surface, StemForms stemForm) = Join(surface, after);
                (string, StemForms, Harmony) key = (surface, stemForm, harmony);
                byShape[key] = byShape.GetValueOrDefault(key) | after;
            }
        }

        return
        [
            .. byShape
                .GroupBy(p => (p.Key.Surface, p.Key.Form, After: p.Value))
                .Select(g => Make(g.Key.Surface, g.Key.Form, g.Key.After, g.Aggregate(Harmony.None, (h, p) => h | p.Key.Harmony)))
        ];
    }

    private static Allomorph Make(string surface, StemForms form, SoundClass after, Harmony harmony)
    {
        StemShape own = StemShape.Of(surface);
        bool hasVowel = surface.Any(c => KazakhVowels.Of(c) != Harmony.None);
        string beforeVowel = StemVariants.Of(surface, isVerb: false, keepsLast: false, StemForms.BeforeVowel)!;
        return new Allomorph(surface, beforeVowel, form, after, harmony, own.Class, hasVowel ? own.Harmony : Harmony.None);
    }

    private string Spell(MorphologyTable.Row row, string form, SoundClass after, Harmony harmony)
    {
        string surface = "";
        int i = 0;
        while (i < form.Length)
        {
            int length = form[i] == '(' ? form.IndexOf(')', i) - i + 1 : 1;
            string symbol = form.Substring(i, length);
            i += length;
            SoundClass before = surface.Length == 0 ? after : StemShape.ClassOf(surface[^1]);
            int match = _symbols.FindIndex(s => s.Symbol == symbol && (s.After & before) != 0);
            if (match >= 0)
            {
                surface += harmony == Harmony.Back ? _symbols[match].Back : _symbols[match].Front;
            }
            else if (symbol.Length == 1 && char.IsLower(symbol[0]))
            {
                surface += symbol;
            }
            else
            {
                throw row.Error($"'{symbol}' is no archiphoneme of archiphonemes.tsv.");
            }
        }

        return surface;
    }

    private (string Surface, StemForms Form) Join(string surface, SoundClass after)
    {
        foreach ((SoundClass soundClass, string begins, StemForms form, string becomes) in _junctions)
        {
            if ((soundClass & after) != 0 && surface.StartsWith(begins, StringComparison.Ordinal))
            {
                return (becomes + surface[begins.Length..], form);
            }
        }

        return (surface, StemForms.Plain);
    }
}

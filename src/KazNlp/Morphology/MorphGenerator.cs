using System.Text;
using static KazNlp.MorphologyRules;

namespace KazNlp;

/// <summary>Joins suffixes to a stem along the morphotactic graph: the analyser's tables, read from the left. Immutable and thread-safe.</summary>
internal sealed class MorphGenerator(MorphologyModel model)
{
    private readonly MorphologyModel _model = model;
    private readonly Lazy<ILookup<int, int>> _variantsOfStem = new(() =>
        Enumerable.Range(0, model.Lexicon.Variants.Length).ToLookup(i => model.Lexicon.Variants[i].Stem));

    /// <summary>A stem to be inflected: its shapes before each kind of suffix, and what suffixes hear of it.</summary>
    internal sealed record Source(Func<StemForms, string?> FormOf, StemShape Shape, int State);

    /// <summary>A stem of the lexicon.</summary>
    public Source FromLexicon(int stemIndex)
    {
        StemLexicon.Stem stem = _model.Lexicon.Stems[stemIndex];
        Dictionary<StemForms, string> forms = [];
        foreach (int index in _variantsOfStem.Value[stemIndex])
        {
            StemLexicon.Variant variant = _model.Lexicon.Variants[index];
            foreach (StemForms form in Enum.GetValues<StemForms>())
            {
                if (form != StemForms.None && variant.Forms.HasFlag(form))
                {
                    forms.TryAdd(form, _model.Lexicon.TextOf(variant).ToString());
                }
            }
        }

        return new Source(form => forms.GetValueOrDefault(form), new StemShape(stem.Class, stem.Harmony), stem.Root);
    }

    /// <summary>A stem that follows the rules.</summary>
    public static Source FromSpelling(string lower, bool isVerb, int state) =>
        new(form => StemVariants.Of(lower, isVerb, keepsLast: false, form), isVerb ? StemShape.OfVerb(lower) : StemShape.Of(lower), state);

    /// <summary>A stem whose suffixes stand behind a hyphen and never change it.</summary>
    public static Source FromSpoken(StemShape shape, int state) =>
        new(form => form is StemForms.Plain or StemForms.BeforeVowel or StemForms.Converb ? "" : null, shape, state);

    /// <summary>The stem with the suffixes, in lower case, or null where the graph does not lead.</summary>
    /// <param name="source">The stem.</param>
    /// <param name="suffixes">The names of the suffixes in order, each with its alternatives.</param>
    public string? Join(Source source, IReadOnlyList<string[]> suffixes)
    {
        if (suffixes.Count == 0)
        {
            return _model.Rules.FinalsOf[source.State].Length > 0 ? source.FormOf(StemForms.Plain) : null;
        }

        return Join(new StringBuilder(), source.FormOf, source.Shape, source.State, suffixes, 0);
    }

    private string? Join(StringBuilder before, Func<StemForms, string?> formOf, StemShape shape, int state, IReadOnlyList<string[]> suffixes, int index)
    {
        if (index == suffixes.Count)
        {
            return _model.Rules.FinalsOf[state].Length > 0 ? before.ToString() + formOf(StemForms.Plain) : null;
        }

        foreach (string name in suffixes[index])
        {
            foreach (int arcIndex in _model.Rules.ArcsFrom[state])
            {
                Arc arc = _model.Rules.Arcs[arcIndex];
                MorphemeRule morpheme = _model.Rules.Morphemes[arc.Morpheme];
                if (morpheme.Id != name || (arc.After & shape.Class) == 0)
                {
                    continue;
                }

                foreach (Allomorph allomorph in morpheme.Allomorphs)
                {
                    if ((allomorph.After & shape.Class) == 0 || (allomorph.Harmony & shape.Harmony) == 0 || formOf(allomorph.StemForm) is not { } stem)
                    {
                        continue;
                    }

                    int length = before.Length;
                    before.Append(stem);
                    var next = new StemShape(allomorph.LastClass, allomorph.OwnHarmony == Harmony.None ? shape.Harmony : allomorph.OwnHarmony);
                    string? joined = Join(before, form => SurfaceOf(allomorph, form), next, arc.To, suffixes, index + 1);
                    if (joined is not null)
                    {
                        return joined;
                    }

                    before.Length = length;
                }
            }
        }

        return null;
    }

    private static string? SurfaceOf(Allomorph allomorph, StemForms form) => form switch
    {
        StemForms.Plain => allomorph.Surface,
        StemForms.BeforeVowel or StemForms.Converb => allomorph.BeforeVowel,
        _ => null,
    };
}

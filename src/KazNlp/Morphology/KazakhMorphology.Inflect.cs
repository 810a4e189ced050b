using System.Diagnostics.CodeAnalysis;

namespace KazNlp;

public sealed partial class KazakhMorphology
{
    private readonly MorphGenerator _generator;

    /// <summary>Puts a noun, name, adjective, pronoun or numeral into a case.</summary>
    /// <param name="word">
    /// The dictionary form; or digits (<c>2024</c> → <c>2024-ке</c>), a Roman numeral (<c>XXI-ге</c>), an abbreviation in capitals
    /// (<c>БҰҰ-ға</c>), a Latin word (<c>Boeing-ке</c>). Of several words the last is inflected; a last word that already has the possessive
    /// of a compound name keeps it: <c>Қазақстан Республикасы</c> → <c>Қазақстан Республикасына</c>.
    /// </param>
    /// <param name="case">The case.</param>
    /// <param name="number">Singular or plural.</param>
    /// <param name="possessor">Whose it is.</param>
    /// <returns>The form, with the capitals of <paramref name="word"/>.</returns>
    /// <exception cref="ArgumentException">The word is empty or cannot be inflected (punctuation, a conjunction).</exception>
    /// <example><c>Inflect("Әуезов", Case.Dative)</c> is <c>Әуезовке</c>.</example>
    public string Inflect(string word, Case @case, GrammaticalNumber number = GrammaticalNumber.Singular, Possessor possessor = Possessor.None) =>
        Inflect(word, new NounInflection { Case = @case, Number = number, Possessor = possessor });

    /// <summary>Makes a form of a noun, name, adjective, pronoun or numeral.</summary>
    /// <inheritdoc cref="Inflect(string, Case, GrammaticalNumber, Possessor)"/>
    public string Inflect(string word, NounInflection form) =>
        TryInflect(word, form, out string? inflected) ? inflected : throw new ArgumentException($"'{word}' has no such form.", nameof(word));

    /// <summary>Makes a form of a verb.</summary>
    /// <param name="stem">The bare stem: <c>бар</c>, <c>айт</c>, <c>оқы</c>.</param>
    /// <param name="form">The form.</param>
    /// <exception cref="ArgumentException">The stem is empty or no word, or the verb has no such form (a passive of a passive).</exception>
    /// <example><c>Inflect("оқы", new VerbInflection { Form = VerbForm.Present, Person = Person.FirstSingular })</c> is <c>оқимын</c>.</example>
    public string Inflect(string stem, VerbInflection form) =>
        TryInflect(stem, form, out string? inflected) ? inflected : throw new ArgumentException($"'{stem}' has no such form.", nameof(stem));

    /// <inheritdoc cref="Inflect(string, NounInflection)"/>
    /// <returns>Whether there is such a form.</returns>
    public bool TryInflect(string word, NounInflection form, [NotNullWhen(true)] out string? inflected)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(form);
        inflected = null;
        int lastWord = word.LastIndexOf(' ') + 1;
        ReadOnlySpan<char> last = word.AsSpan(lastWord);
        if (last.IsEmpty)
        {
            return false;
        }

        string[][] suffixes = [.. form.Suffixes()];
        if (suffixes.Length == 0)
        {
            inflected = word;
            return true;
        }

        WordShape shape = WordShape.Of(last);
        if (shape.Form is WordForm.Punctuation or WordForm.Symbol || shape.SuffixStart < last.Length)
        {
            return false;
        }

        if (TrySpoken(last, shape, out StemShape spoken))
        {
            bool number = shape.Form is WordForm.Digits or WordForm.Roman;
            string? ending = _generator.Join(MorphGenerator.FromSpoken(spoken, number ? _model.DigitsState : _model.NounState), suffixes);
            inflected = ending is null ? null : $"{word}-{ending}";
            return ending is not null;
        }

        string lower = LowerCase(last);
        if (lastWord == 0 && TryIrregular(lower, suffixes, out inflected))
        {
            inflected = WithCaseOf(inflected, last);
            return true;
        }

        foreach (MorphGenerator.Source source in NominalSources(lower, compound: lastWord > 0))
        {
            if (_generator.Join(source, suffixes) is { } joined)
            {
                inflected = string.Concat(word.AsSpan(0, lastWord), WithCaseOf(joined, last));
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="Inflect(string, VerbInflection)"/>
    /// <returns>Whether there is such a form.</returns>
    public bool TryInflect(string stem, VerbInflection form, [NotNullWhen(true)] out string? inflected)
    {
        ArgumentNullException.ThrowIfNull(stem);
        ArgumentNullException.ThrowIfNull(form);
        inflected = null;
        if (stem.Length == 0 || WordShape.Of(stem).Form != WordForm.Letters)
        {
            return false;
        }

        string lower = LowerCase(stem);
        if (form.Voice != VerbVoice.Active && _model.IrregularForms.TryGetValue($"{lower}\t{(form.Voice == VerbVoice.Passive ? "PASS" : "CAUS")}", out string? voiced) && form.Voice != VerbVoice.Reciprocal)
        {
            return TryInflect(WithCaseOf(voiced, stem), form with { Voice = VerbVoice.Active }, out inflected);
        }

        string[][] suffixes = [.. form.Suffixes(IsClosedSyllable(lower))];
        foreach (MorphGenerator.Source source in Sources(lower, root => root == _model.VerbState, MorphGenerator.FromSpelling(lower, isVerb: true, _model.VerbState)))
        {
            if (_generator.Join(source, suffixes) is { } joined)
            {
                inflected = WithCaseOf(joined, stem);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a stem is one syllable that ends in a consonant: its causative is -дыр even after р and л (қал → қалдыр, but қысқар → қысқарт).</summary>
    private static bool IsClosedSyllable(string stem) =>
        !KazakhVowels.IsVowel(stem[^1]) && stem[^1] is not ('и' or 'у' or 'ю') && stem.Count(c => KazakhVowels.IsVowel(c) || c is 'и' or 'у' or 'ю') == 1;

    private static string LowerCase(ReadOnlySpan<char> word)
    {
        char[] lower = new char[word.Length];
        CaseFolding.ToLower(word, lower);
        return new string(lower);
    }

    /// <summary>Whether the word is written in another way than it is spoken, and how it is spoken.</summary>
    private bool TrySpoken(ReadOnlySpan<char> word, WordShape shape, out StemShape spoken)
    {
        spoken = default;
        switch (shape.Form)
        {
            case WordForm.Digits:
                spoken = SpokenShape.OfDigits(word);
                return true;
            case WordForm.Roman when word.Length > 1 || word[0] is 'I' or 'V' or 'X':
                spoken = SpokenShape.OfRoman(word);
                return true;
            case WordForm.Roman or WordForm.Latin:
                spoken = SpokenShape.OfLatin(word);
                return true;
            default:
                if (word.Length is < 2 or > 6 || !IsAllCapitals(word))
                {
                    return false;
                }

                int known = _model.Lexicon.Find(LowerCase(word));
                spoken = known >= 0 ? ShapeOf(known) : SpokenShape.OfAbbreviation(word);
                return true;
        }
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!CaseFolding.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The stems that a nominal can be, most likely first: those of the lexicon by frequency, else what the spelling says.</summary>
    private IEnumerable<MorphGenerator.Source> NominalSources(string lower, bool compound)
    {
        if (compound && PossessedHead(lower) is { } possessed)
        {
            return [possessed];
        }

        IEnumerable<MorphGenerator.Source> sources = Sources(lower, root => root != _model.VerbState && root != _model.WholeState, MorphGenerator.FromSpelling(lower, isVerb: false, _model.NounState));
        return IsPatronymic(lower) || IsPossessedLemma(lower) ? sources.Prepend(PossessedSource(lower)) : sources;
    }

    /// <summary>Whether a name ends in "son of" or "daughter of", whose possessive its cases keep: Байтұрсынұлы → Байтұрсынұлына.</summary>
    internal static bool IsPatronymic(ReadOnlySpan<char> lower) => lower.Length > 6 && (lower.EndsWith("ұлы") || lower.EndsWith("қызы"));

    /// <summary>Whether the lexicon has the word as the lemma of a stem without its last letter: отбасы of отбас-, whose possessive all cases keep.</summary>
    private bool IsPossessedLemma(string lower)
    {
        int index = lower.Length > 3 && lower[^1] is 'ы' or 'і' ? _model.Lexicon.Find(lower.AsSpan(0, lower.Length - 1)) : -1;
        while (index >= 0)
        {
            StemLexicon.Variant variant = _model.Lexicon.Variants[index];
            if (_model.Lexicon.LemmaOf(_model.Lexicon.Stems[variant.Stem]).SequenceEqual(lower) && _model.Lexicon.Stems[variant.Stem].Root == _model.NounState)
            {
                return true;
            }

            index = variant.IsLast ? -1 : index + 1;
        }

        return false;
    }

    private IEnumerable<MorphGenerator.Source> Sources(string lower, Func<byte, bool> isRoot, MorphGenerator.Source regular)
    {
        int index = _model.Lexicon.Find(lower);
        var stems = new List<(int Stem, short Score)>();
        while (index >= 0)
        {
            StemLexicon.Variant variant = _model.Lexicon.Variants[index];
            StemLexicon.Stem stem = _model.Lexicon.Stems[variant.Stem];
            if (isRoot(stem.Root) && variant.Forms.HasFlag(StemForms.Plain))
            {
                stems.Add((variant.Stem, stem.Score));
            }

            index = variant.IsLast ? -1 : index + 1;
        }

        return stems.Count == 0 ? [regular] : stems.OrderByDescending(s => s.Score).Select(s => _generator.FromLexicon(s.Stem)).Append(regular);
    }

    /// <summary>The last word of a compound name with its possessive, when it has one: министрлігі.</summary>
    private MorphGenerator.Source? PossessedHead(string lower)
    {
        MorphAnalysis best = Analyze(lower)[0];
        return best.Morphemes[^1].Id == "P3" || IsPatronymic(lower) ? PossessedSource(lower) : null;
    }

    /// <summary>A word that has the possessive of the third person already.</summary>
    private MorphGenerator.Source PossessedSource(string lower) =>
        new(form => form is StemForms.Plain or StemForms.BeforeVowel ? lower : null, StemShape.Of(lower) with { Class = SoundClass.High }, _model.Rules.State("PossessedThird"));

    /// <summary>Forms of pronouns that the suffixes alone do not give: мен → маған.</summary>
    private bool TryIrregular(string lower, string[][] suffixes, [NotNullWhen(true)] out string? inflected)
    {
        string name = string.Join('+', suffixes.Select(alternatives => alternatives[0]));
        return _model.IrregularForms.TryGetValue($"{lower}\t{name}", out inflected);
    }

    /// <summary>The form with the capitals of the word it was made from.</summary>
    private static string WithCaseOf(string lower, ReadOnlySpan<char> original)
    {
        char[] form = lower.ToCharArray();
        for (int i = 0; i < form.Length && i < original.Length; i++)
        {
            if (CaseFolding.IsUpper(original[i]))
            {
                form[i] = char.ToUpperInvariant(form[i]);
            }
        }

        return new string(form);
    }
}

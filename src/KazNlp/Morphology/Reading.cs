using System.Collections.Immutable;
using System.Runtime.InteropServices;
using static KazNlp.MorphologyRules;

namespace KazNlp;

/// <summary>A word between search and result: turns the numbers of a candidate into lemma, features and segments. Lives on the stack.</summary>
internal readonly ref struct Reading(MorphologyModel model, ReadOnlySpan<char> word, ReadOnlySpan<char> lower, WordShape shape, int offset, bool isGuess)
{
    private readonly MorphologyModel _model = model;
    private readonly ReadOnlySpan<char> _word = word;
    private readonly ReadOnlySpan<char> _lower = lower;
    private readonly int _offset = offset;

    public WordShape Shape { get; } = shape;

    public bool IsGuess { get; } = isGuess;

    /// <summary>Where the searched part of the word starts.</summary>
    public int Offset => _offset;

    /// <summary>Part of speech and features of a word that was not searched or in which nothing was found.</summary>
    public (PartOfSpeech PartOfSpeech, string Features) Unsearched() => Shape.Form switch
    {
        WordForm.Punctuation => (PartOfSpeech.Punctuation, ""),
        WordForm.Symbol => (PartOfSpeech.Symbol, ""),
        WordForm.Address => (_word[0] == '@' ? PartOfSpeech.ProperNoun : PartOfSpeech.Other, ""),
        WordForm.Digits => (PartOfSpeech.Numeral, "NumType=Card"),
        WordForm.Roman when Shape.StemEnd > 1 || _word[0] is 'I' or 'V' or 'X' => (PartOfSpeech.Numeral, "NumType=Ord"),
        WordForm.Abbreviation or WordForm.Latin or WordForm.Roman => (PartOfSpeech.ProperNoun, "Case=Nom"),
        _ => (CaseFolding.IsUpper(_word[0]) ? PartOfSpeech.ProperNoun : PartOfSpeech.Noun, "Case=Nom"),
    };

    /// <summary>Writes the lemma of such a word: the stem before the hyphen, or all of it.</summary>
    public bool TryWriteUnsegmented(Span<char> destination, out int written)
    {
        ReadOnlySpan<char> lemma = Shape.Form == WordForm.Letters && !_lower.IsEmpty && !CaseFolding.IsUpper(_word[0]) ? _lower
            : Shape.Form == WordForm.Digits && Shape.SuffixStart == Shape.StemEnd ? _word // 5G, 25к: what is glued to the digits belongs to them
            : _word[..Shape.StemEnd];
        written = lemma.TryCopyTo(destination) ? lemma.Length : 0;
        return written == lemma.Length;
    }

    /// <summary>The lemma of such a word as a string.</summary>
    public string Unsegmented()
    {
        if (_word.Length == 1 && Shape.Form is WordForm.Punctuation or WordForm.Symbol)
        {
            return Marks.Of(_word[0]);
        }

        char[]? rented = _word.Length > MorphSearch.MaxWord ? new char[_word.Length] : null;
        Span<char> buffer = rented ?? stackalloc char[MorphSearch.MaxWord];
        TryWriteUnsegmented(buffer, out int written);
        return new string(buffer[..written]);
    }

    /// <summary>The lemma of a candidate as a string; that of a listed stem is made once for all.</summary>
    public string LemmaOf(in MorphSearch.Candidate candidate)
    {
        if (candidate.Stem >= 0 && _offset == 0 && Shape.Form == WordForm.Letters && LastDerivation(candidate) < 0)
        {
            return _model.Lexicon.LemmaStringOf(candidate.Stem);
        }

        Span<char> buffer = stackalloc char[(2 * MorphSearch.MaxWord) + 64];
        int length = WriteLemma(candidate, buffer);
        return buffer[..length].ToString();
    }

    /// <summary>Writes the lemma of a candidate.</summary>
    /// <returns>Its length, or -1 when the room is too small.</returns>
    public int WriteLemma(in MorphSearch.Candidate candidate, Span<char> destination)
    {
        int length = 0;
        if (Shape.Form != WordForm.Letters)
        {
            ReadOnlySpan<char> stem = _word[..Shape.StemEnd];
            return Append(Shape.Form == WordForm.Digits ? stem.TrimEnd("%‰°") : stem, destination, ref length) ? length : -1;
        }

        bool ok = Append(_word[.._offset], destination, ref length);
        int derivation = LastDerivation(candidate);
        ReadOnlySpan<char> lower = _lower[_offset..];
        int lemmaStart = length;
        if (derivation >= 0)
        {
            int end = candidate.StemEnd;
            for (int i = candidate.Depth - 1; i > derivation; i--)
            {
                end += _model.Suffixes.Entries[candidate.Path[i]].Surface.Length;
            }

            ok = ok && Append(lower[..end], destination, ref length);
            ok = ok && Append(_model.Suffixes.Entries[candidate.Path[derivation]].Allomorph.Surface, destination, ref length);
        }
        else if (candidate.Stem >= 0)
        {
            ok = ok && Append(_model.Lexicon.LemmaOf(_model.Lexicon.Stems[candidate.Stem]), destination, ref length);
            return ok ? length : -1;
        }
        else
        {
            ok = ok && Append(lower[..candidate.StemEnd], destination, ref length);
            ok = ok && Restore(candidate, destination, ref length);
            if (ok && candidate.Depth > 0 && KazakhMorphology.IsPatronymic(lower[..(candidate.StemEnd + 1)]))
            {
                ok = Append(lower.Slice(candidate.StemEnd, 1), destination, ref length); // the possessive belongs to the name: Байтұрсынұлы
            }
        }

        if (!ok)
        {
            return -1;
        }

        RestoreCase(candidate, destination[lemmaStart..length]);
        return length;
    }

    public MorphAnalysis Build(string form, in MorphSearch.Candidate candidate, double confidence, bool isGuess)
    {
        PartOfSpeech partOfSpeech = PartOfSpeechOf(candidate);
        return new MorphAnalysis(form, LemmaOf(candidate), partOfSpeech, FeaturesOf(candidate), MorphemesOf(candidate, partOfSpeech), candidate.Score, confidence, isGuess);
    }

    /// <summary>A guessed noun with a capital is taken for a name.</summary>
    public PartOfSpeech PartOfSpeechOf(in MorphSearch.Candidate candidate) =>
        candidate.Stem < 0 && candidate.PartOfSpeech == PartOfSpeech.Noun && LastDerivation(candidate) < 0 && CaseFolding.IsUpper(_word[_offset < _word.Length ? _offset : 0])
            ? PartOfSpeech.ProperNoun
            : candidate.PartOfSpeech;

    public string FeaturesOf(in MorphSearch.Candidate candidate) =>
        _model.Features.Of(this, candidate, candidate.Stem >= 0 ? _model.Lexicon.Stems[candidate.Stem].Features : 0);

    /// <summary>The same without a look into the cache.</summary>
    public string MakeFeatures(in MorphSearch.Candidate candidate)
    {
        var parts = new List<string>(candidate.Depth + 2);
        if (candidate.Stem >= 0)
        {
            parts.Add(_model.WholeFeatures[_model.Lexicon.Stems[candidate.Stem].Features]);
        }

        Final final = _model.Rules.Finals[candidate.Final];
        for (int i = candidate.Depth - 1; i >= 0; i--)
        {
            MorphemeRule morpheme = MorphemeAt(candidate, i);
            if (morpheme.IsDerivation)
            {
                parts.Clear(); // a new word has none of the features of the word it is made from
            }

            parts.Add(morpheme.Features);
        }

        parts.Add(final.Features);
        return FeatureSet.Join(parts);
    }

    private ImmutableArray<Morpheme> MorphemesOf(in MorphSearch.Candidate candidate, PartOfSpeech partOfSpeech)
    {
        var morphemes = new Morpheme[candidate.Depth + 1];
        int end = Shape.Form == WordForm.Letters ? _offset + candidate.StemEnd : Shape.StemEnd;
        morphemes[0] = new Morpheme(0, end, "STEM", (candidate.Depth == 0 ? partOfSpeech : candidate.StemPartOfSpeech).ToUd());
        for (int i = candidate.Depth - 1; i >= 0; i--)
        {
            int start = end;
            int letters = _model.Suffixes.Entries[candidate.Path[i]].Surface.Length;
            end = (i == candidate.Depth - 1 && Shape.Form != WordForm.Letters ? Shape.SuffixStart : start) + letters;
            MorphemeRule morpheme = MorphemeAt(candidate, i);
            morphemes[candidate.Depth - i] = new Morpheme(start, end - start, morpheme.Id, morpheme.Gloss);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(morphemes);
    }

    public bool HasDerivation(in MorphSearch.Candidate candidate) => LastDerivation(candidate) >= 0;

    private MorphemeRule MorphemeAt(in MorphSearch.Candidate candidate, int i) =>
        _model.Rules.Morphemes[_model.Rules.Arcs[_model.Suffixes.Entries[candidate.Path[i]].Arc].Morpheme];

    private int LastDerivation(in MorphSearch.Candidate candidate)
    {
        for (int i = 0; i < candidate.Depth; i++)
        {
            if (_model.Suffixes.Entries[candidate.Path[i]].IsDerivation)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Gives a guessed stem its dictionary ending back: кітаб- → кітап, қо- → қой, оқ- → оқы.</summary>
    private static bool Restore(in MorphSearch.Candidate candidate, Span<char> destination, ref int length)
    {
        ref char last = ref destination[length - 1];
        switch (candidate.StemForm)
        {
            case StemForms.WithoutYod:
                return Append("й", destination, ref length);
            case StemForms.WithoutStop:
                return Append("т", destination, ref length);
            case StemForms.WithoutHigh:
                return Append(StemShape.Of(destination[..length]).Harmony == Harmony.Front ? "і" : "ы", destination, ref length);
            case StemForms.BeforeVowel or StemForms.Converb when length > 1 && KazakhVowels.IsVowel(destination[length - 2]):
                last = last switch
                {
                    'б' => 'п',
                    'ғ' => 'қ',
                    'г' when KazakhVowels.Of(destination[length - 2]) != Harmony.Back => 'к',
                    _ => last,
                };
                return true;
            default:
                return true;
        }
    }

    /// <summary>The lemma of a word that is not in the lexicon keeps the word's capitals, where they fall on the same letters.</summary>
    private void RestoreCase(in MorphSearch.Candidate candidate, Span<char> lemma)
    {
        if (!CaseFolding.IsUpper(_word[_offset]) || PartOfSpeechOf(candidate) != PartOfSpeech.ProperNoun)
        {
            return;
        }

        bool allCapitals = _word.Length > 1 + _offset && CaseFolding.IsUpper(_word[_offset + 1]) && CaseFolding.IsUpper(_word[^1]) && candidate.Depth > 0;
        for (int i = 0; i < lemma.Length && _offset + i < _word.Length; i++)
        {
            if (CaseFolding.IsUpper(_word[_offset + i]) && (i == 0 || !allCapitals))
            {
                lemma[i] = char.ToUpperInvariant(lemma[i]);
            }
        }
    }

    private static bool Append(ReadOnlySpan<char> text, Span<char> destination, ref int length)
    {
        if (!text.TryCopyTo(destination[length..]))
        {
            return false;
        }

        length += text.Length;
        return true;
    }

    /// <summary>Single marks as strings: most of the lemmas that are no words.</summary>
    private static class Marks
    {
        private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

        public static string Of(char mark) => mark switch
        {
            < (char)128 => Ascii[mark],
            '–' => "–",
            '—' => "—",
            '«' => "«",
            '»' => "»",
            '“' => "“",
            '”' => "”",
            '…' => "…",
            _ => mark.ToString(),
        };
    }
}

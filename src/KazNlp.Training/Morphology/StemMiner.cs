namespace KazNlp;

/// <summary>
/// Proposes stems for the lexicon from the counts of raw text: a stem is attested when words that the lexicon does not explain are explained by it,
/// alone and with several different endings that its harmony and last sound allow.
/// </summary>
internal sealed class StemMiner(KazakhMorphology morphology)
{
    private const int MinEndings = 3;
    private const int MinBareName = 4;
    private const int MinDerived = 1;
    private const double MostlyBare = 0.3;
    private const int RoomForGuesses = 400;

    private readonly MorphologyModel _model = morphology.Model;
    private readonly Dictionary<(string Stem, bool Verb), Evidence> _evidence = [];

    /// <summary>The stems that the counts propose, most frequent first.</summary>
    public IReadOnlyList<Proposal> Propose(WordCounts counts, int minCount)
    {
        var words = counts.Words.Where(w => w.Key.Length is >= 2 and <= 40 && !w.Key.Contains('-') && IsKazakh(w.Key) && !IsExplained(w.Key))
            .Select(w => (Word: w.Key, Counts: w.Value)).ToArray();
        var readings = new List<(int Word, List<(Evidence Evidence, string Ending, Harmony Harmony)> Stems)>(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            readings.Add((i, Readings(words[i].Word, words[i].Counts)));
        }

        // Each word goes to the stem that explains the most words; then the stems are weighed again.
        for (int round = 0; round < 4; round++)
        {
            foreach (Evidence evidence in _evidence.Values)
            {
                evidence.BeginRound();
            }

            foreach ((int word, List<(Evidence Evidence, string Ending, Harmony Harmony)> stems) in readings)
            {
                if (stems.Count == 0)
                {
                    continue;
                }

                (Evidence Evidence, string Ending, Harmony Harmony) best = stems.MaxBy(s => (s.Evidence.Strength, s.Evidence.Stem.Length));
                best.Evidence.Take(words[word].Word, best.Ending, best.Harmony, words[word].Counts);
            }
        }

        return
        [
            .. Derived(counts),
            .. _evidence.Values
                .Where(e => e.IsAttested(minCount) && !IsMadeByRule(e) && (e.IsVerb || !IsFragment(e.Stem)))
                .OrderByDescending(e => e.Tokens).ThenBy(e => e.Stem, StringComparer.Ordinal)
                .Select(e => e.ToProposal(counts))
        ];
    }

    private static bool IsKazakh(string word)
    {
        foreach (char c in word)
        {
            if (StemShape.ClassOf(c) == SoundClass.None && c is not ('ь' or 'ъ'))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsExplained(string word)
    {
        foreach (MorphAnalysis analysis in morphology.Analyze(word))
        {
            if (!analysis.IsGuess && !analysis.Morphemes.Any(m => _model.Rules.Morphemes.Any(r => r.Id == m.Id && r.IsDerivation)))
            {
                return true;
            }
        }

        return false;
    }

    private List<(Evidence Evidence, string Ending, Harmony Harmony)> Readings(string word, WordCounts.Counts counts)
    {
        Span<MorphSearch.Candidate> candidates = new MorphSearch.Candidate[RoomForGuesses];
        var search = new MorphSearch(_model, word, candidates, stackalloc ulong[MorphSearch.MaxWord + 1], stackalloc int[MorphSearch.MaxWord + 1], guess: true) { AnyHarmony = true };
        search.Run();
        var stems = new List<(Evidence, string, Harmony)>();
        foreach (ref readonly MorphSearch.Candidate candidate in candidates[..search.Count])
        {
            if (candidate.Stem >= 0 || candidate.StemEnd < 2)
            {
                continue;
            }

            string ending = "";
            bool derived = false;
            Harmony harmony = Harmony.Any;
            for (int i = candidate.Depth - 1; i >= 0; i--)
            {
                SuffixIndex.Entry entry = _model.Suffixes.Entries[candidate.Path[i]];
                MorphologyRules.MorphemeRule morpheme = _model.Rules.Morphemes[_model.Rules.Arcs[entry.Arc].Morpheme];
                derived |= morpheme.IsDerivation || morpheme.Id is "PASS" or "PASS.L" or "RCP" or "PR1SG" or "PR2SG" or "PR2POL" or "PR1PL" or "EQU" or "PRS1SG.S" or "DES";
                ending += "+" + morpheme.Id;
                if (harmony == Harmony.Any && entry.Allomorph.Harmony != Harmony.Any)
                {
                    harmony = entry.Allomorph.Harmony;
                }
            }

            if (derived)
            {
                continue;
            }

            bool verb = candidate.StemPartOfSpeech == PartOfSpeech.Verb;
            foreach (string stem in Restore(word[..candidate.StemEnd], candidate.StemForm, verb))
            {
                if (!_evidence.TryGetValue((stem, verb), out Evidence? evidence))
                {
                    _evidence[(stem, verb)] = evidence = new Evidence(stem, verb);
                }

                evidence.Offer(ending, counts.Total);
                stems.Add((evidence, ending, harmony));
            }
        }

        return stems;
    }

    /// <summary>Frequent words that are derived from known stems by rule: as entries of their own they are found at once and weighed by frequency.</summary>
    private IEnumerable<Proposal> Derived(WordCounts counts)
    {
        foreach ((string word, WordCounts.Counts count) in counts.Words.Where(w => w.Value.Total >= MinDerived).OrderByDescending(w => w.Value.Total).ThenBy(w => w.Key, StringComparer.Ordinal))
        {
            if (count.Capital * 2 > count.Inside || word.Length < 5)
            {
                continue;
            }

            MorphAnalysis[] readings = [.. morphology.Analyze(word).Where(a => !a.IsGuess)];
            MorphAnalysis? derived = readings.FirstOrDefault(a => a.Morphemes.Length == 2 && a.Lemma == word && (a.Morphemes[1].Id.StartsWith("N.", StringComparison.Ordinal) || a.Morphemes[1].Id == "V.USHY"));
            if (derived is not null && !readings.Any(a => a.Morphemes.All(m => m.Id != "PTP.POT" && !m.Id.StartsWith("N.", StringComparison.Ordinal) && !m.Id.StartsWith("V.", StringComparison.Ordinal))))
            {
                PartOfSpeech partOfSpeech = derived.PartOfSpeech;
                if (partOfSpeech != PartOfSpeech.Verb)
                {
                    if (derived.Morphemes[1].Id == "N.LYK")
                    {
                        partOfSpeech = InflectedShare(word, count.Total, counts) < MostlyBare ? PartOfSpeech.Adjective : PartOfSpeech.Noun;
                    }

                    yield return new Proposal(word, partOfSpeech, "-", count.Total, derived.Segmentation);
                }
            }
        }
    }

    /// <summary>How much of a word in -лық is inflected: мемлекеттік hardly ever is, being an adjective; жауапкершілік often.</summary>
    private static double InflectedShare(string word, int bare, WordCounts counts)
    {
        string[] endings = word[^1] == 'қ'
            ? ["қты", "қтың", "қта", "қтан", "қпен", "қтар", "қтары", "қтарды", "ғы", "ғын", "ғына", "ғының", "ғында", "ғынан", "ғымен", "ғыңыз", "ғымыз"]
            : ["кті", "ктің", "кте", "ктен", "кпен", "ктер", "ктері", "ктерді", "гі", "гін", "гіне", "гінің", "гінде", "гінен", "гімен", "гіңіз", "гіміз"];
        int inflected = endings.Sum(e => counts.Words.TryGetValue(word[..^1] + e, out WordCounts.Counts? c) ? c.Total : 0);
        return (double)inflected / (inflected + bare);
    }

    /// <summary>A stem that is the beginning of a known word's form is none: республикас-ы.</summary>
    private bool IsFragment(string stem)
    {
        string[] completions = ["ы", "і", "ын", "ін", "ың", "ің", "а", "е"];
        return completions.Any(c => IsExplained(stem + c)) && !KazakhVowels.IsVowel(stem[^1]);
    }

    private static IEnumerable<string> Restore(string shape, StemForms form, bool verb)
    {
        switch (form)
        {
            case StemForms.WithoutYod:
                return [shape + "й"];
            case StemForms.WithoutStop:
                return [shape + "т"];
            case StemForms.WithoutHigh:
                return [shape + (StemShape.Of(shape).Harmony == Harmony.Front ? "і" : "ы")];
            case StemForms.Converb when verb && shape[^1] == 'у':
                return [shape, shape[..^1] + "п"];
            case StemForms.BeforeVowel or StemForms.Converb when shape.Length > 1 && KazakhVowels.IsVowel(shape[^2]):
                return shape[^1] switch
                {
                    'б' => [shape[..^1] + "п"],
                    'г' => [shape[..^1] + "к", shape],
                    'ғ' => [shape[..^1] + "қ"],
                    _ => [shape],
                };
            default:
                return [shape];
        }
    }

    /// <summary>A passive of a listed verb needs no entry.</summary>
    private bool IsMadeByRule(Evidence evidence)
    {
        if (!evidence.IsVerb)
        {
            return false;
        }

        foreach (MorphAnalysis analysis in morphology.Analyze(evidence.Stem))
        {
            if (!analysis.IsGuess && analysis.Morphemes.Any(m => m.Id is "PASS" or "PASS.L"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A proposed stem.</summary>
    internal sealed record Proposal(string Stem, PartOfSpeech PartOfSpeech, string Options, int Count, string Example);

    /// <summary>What speaks for a stem.</summary>
    private sealed class Evidence(string stem, bool verb)
    {
        private readonly Dictionary<string, int> _endings = [];
        private Dictionary<string, int> _taken = [];
        private int _front;
        private int _back;
        private int _capital;
        private int _inside;
        private string? _example;
        private int _exampleCount;

        public string Stem { get; } = stem;

        public bool IsVerb { get; } = verb;

        public double Strength { get; private set; }

        public int Tokens => _taken.Values.Sum();

        public void Offer(string ending, int count)
        {
            _endings[ending] = _endings.GetValueOrDefault(ending) + count;
            Strength = Weight(_endings);
        }

        public void BeginRound()
        {
            if (_taken.Count > 0)
            {
                Strength = Weight(_taken);
            }
            else if (_front + _back + _inside > 0)
            {
                Strength = 0;
            }

            _taken = [];
            _front = _back = _capital = _inside = _exampleCount = 0;
            _example = null;
        }

        public void Take(string word, string ending, Harmony harmony, WordCounts.Counts counts)
        {
            if (ending.Length > 0 && counts.Total > _exampleCount)
            {
                (_example, _exampleCount) = (word, counts.Total);
            }

            _taken[ending] = _taken.GetValueOrDefault(ending) + counts.Total;
            _front += harmony == Harmony.Front ? counts.Total : 0;
            _back += harmony == Harmony.Back ? counts.Total : 0;
            _capital += counts.Capital;
            _inside += counts.Inside;
        }

        public bool IsAttested(int minCount)
        {
            if (IsSurname && _taken.ContainsKey("") && _capital == _inside && _capital >= 1)
            {
                return true;
            }

            if (Tokens < minCount || Stem.Length < 3 || !HasVowel(Stem))
            {
                return false;
            }

            if (IsVerb)
            {
                string[] firm = ["+PAST", "+PTP.PAST", "+CONV", "+PRS+PRS3", "+GER", "+PTP.IMPF", "+COND", "+GER+P3", "+NEG+PAST", "+PAST+S1SG"];
                return Stem.Length > 3 && _taken.Count >= MinEndings && firm.Count(_taken.ContainsKey) >= 2;
            }

            if (RareEndings.Any(e => Stem.EndsWith(e, StringComparison.Ordinal)))
            {
                return false;
            }

            bool bare = _taken.ContainsKey("");
            bool name = IsName;
            return bare && (_taken.Count >= MinEndings || (_taken.Count >= 2 && Stem.Length > 3) || (name && Stem.Length > 3 && _taken[""] >= (_capital == _inside ? 2 : MinBareName)));
        }

        private static bool HasVowel(string text) => text.Any(KazakhVowels.IsVowel);

        /// <summary>Ends of inflected words that the lexicon may not explain yet, and of hardly any stem.</summary>
        private static readonly string[] RareEndings = ["йт", "ңіз", "ңыз", "лар", "лер", "дар", "дер", "тар", "тер", "ұғын", "нып", "ніп", "лып", "ліп", "сып", "сіп", "ясы", "асы", "нған", "нген"];

        private bool IsName => !IsVerb && _inside > 0 && _capital >= 0.8 * _inside && (_capital >= 2 || IsSurname);

        /// <summary>Whether it is shaped like a surname or patronymic as Kazakhs and Russians bear them.</summary>
        private bool IsSurname
        {
            get
            {
                string[] endings = ["ов", "ев", "ова", "ева", "ин", "ина", "ұлы", "қызы", "ович", "евич", "овна", "евна", "ский", "ская", "енко"];
                return !IsVerb && Stem.Length > 5 && endings.Any(e => Stem.EndsWith(e, StringComparison.Ordinal));
            }
        }

        public Proposal ToProposal(WordCounts counts)
        {
            StemShape shape = StemShape.Of(Stem);
            int against = shape.Harmony == Harmony.Back ? _front : _back;
            int with = shape.Harmony == Harmony.Back ? _back : _front;
            string options = against > with && against >= 2 ? (shape.Harmony == Harmony.Back ? "front" : "back") : against >= 3 && against * 4 > with ? "either" : "-";
            int bare = _taken.GetValueOrDefault("");
            PartOfSpeech partOfSpeech = IsVerb ? PartOfSpeech.Verb : IsName ? PartOfSpeech.ProperNoun : IsAdjective(bare) ? PartOfSpeech.Adjective : PartOfSpeech.Noun;
            string written = partOfSpeech == PartOfSpeech.ProperNoun ? Written(counts) : Stem;
            return new Proposal(written, partOfSpeech, options, Tokens, _example ?? Stem);
        }

        private string Written(WordCounts counts)
        {
            string? written = counts.Words.TryGetValue(Stem, out WordCounts.Counts? own) ? own.Written : null;
            bool capitals = written is { Length: > 1 } && written.Skip(1).All(CaseFolding.IsUpper) && written.Length <= 5;
            return capitals ? written! : char.ToUpperInvariant(Stem[0]) + Stem[1..];
        }

        private bool IsAdjective(int bare)
        {
            double bareShare = (double)bare / Math.Max(1, Tokens);
            string[] endings = ["лық", "лік", "дық", "дік", "тық", "тік"];
            if (endings.Any(e => Stem.EndsWith(e, StringComparison.Ordinal)))
            {
                return bareShare > 0.7;
            }

            string[] adjectival = ["лы", "лі", "ды", "ді", "ты", "ті", "сыз", "сіз", "ғы", "гі", "қы", "кі", "шыл", "шіл", "ғыш", "гіш", "қыш", "кіш"];
            return (adjectival.Any(e => Stem.EndsWith(e, StringComparison.Ordinal)) && bareShare > 0.45) || (bareShare > 0.93 && bare > 30);
        }

        private static double Weight(Dictionary<string, int> endings) =>
            endings.Count + (endings.ContainsKey("") ? 2 : 0) + (0.3 * Math.Log(1 + endings.Values.Sum()));
    }
}

using System.Runtime.CompilerServices;

namespace KazNlp;

public sealed partial class KazakhMorphology
{
    private readonly WordCache<(string Lemma, PartOfSpeech PartOfSpeech)> _lemmas = new(bits: 15);

    /// <summary>The lemma of the best reading of a word, without looking at its context.</summary>
    /// <param name="word">A word as a tokenizer gives it; an empty word has an empty lemma.</param>
    /// <returns>The lemma. Frequent words come from a bounded cache and cost no allocation.</returns>
    /// <example><c>Lemmatize("балаларымыздың")</c> is <c>бала</c>.</example>
    public string Lemmatize(ReadOnlySpan<char> word) => Look(word).Lemma;

    /// <inheritdoc cref="Lemmatize(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="word"/> is null.</exception>
    public string Lemmatize(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Lemmatize(word.AsSpan());
    }

    /// <summary>Writes the lemma of the best reading of a word, without cache and without allocation.</summary>
    /// <param name="word">The word.</param>
    /// <param name="destination">Room for the lemma; the word's length plus sixteen code units are always enough.</param>
    /// <param name="written">The number of code units written.</param>
    /// <returns>Whether the room was enough.</returns>
    public bool TryLemmatize(ReadOnlySpan<char> word, Span<char> destination, out int written) => TryLemmatize(word, destination, out written, out _);

    /// <summary>The same with the part of speech.</summary>
    [SkipLocalsInit]
    internal bool TryLemmatize(ReadOnlySpan<char> word, Span<char> destination, out int written, out PartOfSpeech partOfSpeech)
    {
        written = 0;
        partOfSpeech = PartOfSpeech.Other;
        if (word.IsEmpty)
        {
            return true;
        }

        Span<MorphSearch.Candidate> candidates = stackalloc MorphSearch.Candidate[MorphSearch.MaxCandidates];
        Reading reading = Read(word, candidates, out Span<MorphSearch.Candidate> found, stackalloc char[MorphSearch.MaxWord]);
        if (found.IsEmpty)
        {
            (partOfSpeech, _) = reading.Unsearched();
            return reading.TryWriteUnsegmented(destination, out written);
        }

        int best = 0;
        for (int i = 1; i < found.Length; i++)
        {
            best = found[i].Score > found[best].Score ? i : best;
        }

        partOfSpeech = reading.PartOfSpeechOf(found[best]);
        written = reading.WriteLemma(found[best], destination);
        if (written >= 0)
        {
            return true;
        }

        written = 0;
        return false;
    }

    /// <summary>Lemma and part of speech of the best reading, from the cache when it is there.</summary>
    internal (string Lemma, PartOfSpeech PartOfSpeech) Look(ReadOnlySpan<char> word)
    {
        uint slot = _lemmas.SlotOf(word);
        if (_lemmas.Find(word, slot) is { } known)
        {
            return known.Value;
        }

        char[]? rented = word.Length > 128 ? new char[word.Length + 16] : null;
        Span<char> buffer = rented ?? stackalloc char[(2 * MorphSearch.MaxWord) + 64];
        TryLemmatize(word, buffer, out int written, out PartOfSpeech partOfSpeech);
        string form = word.ToString();
        (string, PartOfSpeech) value = (buffer[..written].SequenceEqual(word) ? form : buffer[..written].ToString(), partOfSpeech);
        _lemmas.Set(new WordCache<(string, PartOfSpeech)>.Entry(form, value), slot);
        return value;
    }
}

using System.Collections.Frozen;

namespace KazNlp;

/// <summary>
/// Finds the sentences of a text that are surely not Kazakh, and leaves out what the model sees there without a capital: it knows names by
/// Kazakh words and endings around them, and in another language these mean nothing. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The evidence is the share of a sentence's small-letter words that raw Kazakh text knows (those with a word cluster), drawn to the share of the whole text the more the shorter the
/// sentence. Mean shares: Kazakh 0.97, reviews typed without Kazakh letters 0.80; Russian 0.44 (before its prepositions and conjunctions are taken as foreign), Kyrgyz 0.41, other
/// languages less. So 0.0 % of KazNERD's development sentences are foreign, each a text by itself, 97 % of the Russian ones and 77 % of the Kyrgyz ones.
/// </remarks>
internal sealed class ForeignSentences(WordClusters clusters, Gazetteer gazetteer)
{
    /// <summary>A sentence with less than this share of known words is foreign.</summary>
    public const double LeastShare = 0.55;

    // The whole text counts as much as this many words of the sentence.
    private const int WordsOfText = 4;

    // Before its first word is read, a text is as Kazakh as one with this many known words.
    private const int WordsBefore = 3;

    // Such words make up a quarter of a Slavic text, and much of what else raw Kazakh text quotes of Russian is known to it.
    private const int FunctionWordWeight = 3;

    // Prepositions, conjunctions, pronouns of Slavic languages that are no words of Kazakh (as не, он, да, су, я are).
    private static readonly FrozenSet<string> SlavicFunctionWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "в", "во", "и", "на", "что", "с", "со", "как", "по", "из", "за", "от", "для", "но", "или", "это", "к", "до", "при", "бы", "был", "была", "было", "были", "его", "её", "их", "она", "они", "мы", "вы",
        "то", "чтобы", "если", "уже", "только", "также", "который", "которые", "і", "й", "що", "з", "із", "як", "від", "про", "але", "або", "це", "він", "вона", "вони", "є", "ў", "што", "гэта", "які",
        "се", "са", "ще", "ја", "је", "кон", "дека", "који", "које", "која");

    // Digits and units say what they are in every language.
    private static readonly EntityType[] Values =
    [
        EntityType.Cardinal, EntityType.Contact, EntityType.Date, EntityType.Money, EntityType.Ordinal, EntityType.Percentage, EntityType.Quantity, EntityType.Time,
    ];

    /// <summary>Leaves out the entities of foreign sentences that have no capitals and are not known as names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="entities">The model's entities, in order.</param>
    public void Prune(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, List<Entity> entities)
    {
        if (entities.Count == 0)
        {
            return;
        }

        var bySentence = new (int Known, int Words)[sentences.Length];
        int known = 0;
        int words = 0;
        for (int i = 0; i < sentences.Length; i++)
        {
            bySentence[i] = Count(text, tokens.Slice(sentences[i].FirstToken, sentences[i].TokenCount));
            known += bySentence[i].Known;
            words += bySentence[i].Words;
        }

        double ofText = (double)(known + WordsBefore) / (words + WordsBefore);
        int sentence = 0;
        int kept = 0;
        for (int i = 0; i < entities.Count; i++)
        {
            Entity entity = entities[i];
            while (sentences[sentence].End < entity.End)
            {
                sentence++;
            }

            double share = (bySentence[sentence].Known + (WordsOfText * ofText)) / (bySentence[sentence].Words + WordsOfText);
            if (share >= LeastShare || Values.Contains(entity.Type) || IsName(entity, opensSentence: entity.Start == tokens[sentences[sentence].FirstToken].Start))
            {
                entities[kept++] = entity;
            }
        }

        entities.RemoveRange(kept, entities.Count - kept);
    }

    private (int Known, int Words) Count(string text, ReadOnlySpan<Token> tokens)
    {
        int known = 0;
        int words = 0;
        Span<char> buffer = stackalloc char[EntityWindow.MaxPieceLength];
        var functionWords = SlavicFunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Token token in tokens)
        {
            ReadOnlySpan<char> word = token.Of(text);
            if (token.Kind != TokenKind.Word || word.Length > buffer.Length || CaseFolding.IsUpper(word[0]))
            {
                continue;
            }

            Span<char> folded = buffer[..word.Length];
            for (int i = 0; i < word.Length; i++)
            {
                folded[i] = EntityFolding.Fold(word[i]);
            }

            if (functionWords.Contains(folded))
            {
                words += FunctionWordWeight;
            }
            else if (word.Length > 1)
            {
                words++;
                known += clusters.Find(EntityPiece.HashOf(folded), folded) == WordClusters.None ? 0 : 1;
            }
        }

        return (known, words);
    }

    // Every word has its capital, and not only because a sentence begins with it.
    private bool IsName(Entity entity, bool opensSentence)
    {
        int words = 0;
        bool inWord = false;
        foreach (char c in entity.Text)
        {
            bool isLetter = char.IsLetterOrDigit(c);
            if (isLetter && !inWord)
            {
                words++;
                if (char.IsLetter(c) && !CaseFolding.IsUpper(c))
                {
                    return false;
                }
            }

            inWord = isLetter || (inWord && (EntityPieces.IsApostrophe(c) || EntityPieces.IsHyphen(c)));
        }

        return words > 1 || !opensSentence || gazetteer.TryFind(entity.Canonical, out _);
    }
}

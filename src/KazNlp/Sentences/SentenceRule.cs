namespace KazNlp;

/// <summary>
/// The named rules of <see cref="KazakhSentenceSplitter"/>: each says why a sentence ends at a place that looks like an end, or why it goes on.
/// In the examples <c>|</c> marks an end.
/// </summary>
public enum SentenceRule
{
    /// <summary>Goes on: nothing there asks for an end. Only line breaks and unusual spaces are looked at without a stop.</summary>
    NoStop,

    /// <summary>Goes on: a comma, a colon, a semicolon or a closing mark follows the stop: <c>т.б., сондай-ақ</c>.</summary>
    MarkFollows,

    /// <summary>Goes on: the stop belongs to an abbreviation that needs what follows: <c>проф. Әуезов</c>, <c>1995 ж. Алматыда</c>.</summary>
    Abbreviation,

    /// <summary>Goes on: an initial before a name: <c>А. Құнанбайұлы</c>.</summary>
    Initial,

    /// <summary>Goes on: a number that opens a list item: <c>2. Қаржыландыру көзі</c>.</summary>
    ListNumber,

    /// <summary>Goes on: the parts of a date, of a numbering or of an imprint: <c>04. 11. 2020 күні</c>, <c>Таңдамалы. – Алматы: Жазушы, 1970</c>.</summary>
    NumberParts,

    /// <summary>Goes on: the narrator's words after a dash: <c>…барды. – деді ол</c>, <c>Қайда?! – деп сұрады</c>.</summary>
    NarratorDash,

    /// <summary>Goes on: a small letter follows: <c>«Кел!» деді</c>, <c>иә… солай</c>.</summary>
    SmallLetter,

    /// <summary>Goes on: a mark without words before it, such as the left-out part of a quotation: <c>(...) сіз дұрыс айтасыз</c>.</summary>
    LeadingMark,

    /// <summary>Goes on: a stop inside a name in quotes: <c>«Еңбек. Адам. Құрмет» фестивалі</c>.</summary>
    QuotedTitle,

    /// <summary>Goes on: a symbol follows that starts no sentence.</summary>
    SymbolFollows,

    /// <summary>Goes on: the line was full and the text runs on in the next.</summary>
    WrappedLine,

    /// <summary>Ends: a stop, and after it a capital letter, a number or an opening quote.</summary>
    Stop,

    /// <summary>Ends: an abbreviation, and after it a word that opens sentences: <c>…2011 ж. | Бұл жылы</c>, <c>және т.б. | Қазақстанда</c>.</summary>
    AbbreviationAtEnd,

    /// <summary>Ends: a new speaker after a dash: <c>…қарайды. | – Біздің үкімет</c>.</summary>
    DialogueDash,

    /// <summary>Ends: the space after the stop is missing: <c>…жағдайы.|XVIII ғасырдың</c>.</summary>
    MissingSpace,

    /// <summary>
    /// Ends: a small letter follows, but the word before the stop is a predicate or surely not cut short, or the writer uses no capitals:
    /// <c>Ол келді. | содан кейін кетті.</c>, <c>Бағам – 524 теңге. | қазір өсті.</c>
    /// </summary>
    SmallLetterStart,

    /// <summary>Ends: an emoji takes the place of the stop: <c>Керемет 😍 | Рахмет</c>.</summary>
    EmojiEnd,

    /// <summary>Ends: an empty line follows.</summary>
    BlankLine,

    /// <summary>Ends: a line that was ended on purpose: a heading, an item of a list, a paragraph.</summary>
    LineEnd,

    /// <summary>Ends: the text ends.</summary>
    EndOfText,
}

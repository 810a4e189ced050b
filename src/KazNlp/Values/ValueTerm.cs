namespace KazNlp;

/// <summary>A word, number or mark of a phrase that holds a value.</summary>
/// <param name="Word">What it does; <see cref="ValueWord.Numeral"/> for digits too.</param>
/// <param name="Argument">The number, or the word's argument.</param>
/// <param name="Text">The word in lower case with its endings; digits with their separators.</param>
/// <param name="Endings">The endings of a known word, or those behind digits.</param>
/// <param name="Shape">Whether it is written in letters, digits or Roman numerals.</param>
internal readonly record struct ValueTerm(ValueWord Word, decimal Argument, string Text, string Endings, ValueTermShape Shape)
{
    /// <summary>Whether the term is this mark.</summary>
    public bool IsMark(char mark) => Word == ValueWord.Mark && Text[0] == mark;

    /// <summary>Whether the term is this unit of time.</summary>
    public bool IsUnit(TimeUnit unit) => Word == ValueWord.Unit && (int)Argument == (int)unit;

    /// <summary>Whether it is a number that tells a place in an order: <c>бесінші</c>, <c>5-ші</c>, <c>90-</c> before <c>жылдары</c>, <c>XXI</c>.</summary>
    public bool IsOrdinal => Word is ValueWord.Numeral or ValueWord.Scale && (Shape is ValueTermShape.Roman or ValueTermShape.JoinedDigits || ValueEndings.AreOrdinal(Endings));
}

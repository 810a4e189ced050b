using System.Globalization;

namespace KazNlp;

/// <summary>Takes a phrase apart into the terms that its value is made of. Not thread-safe: one for each phrase.</summary>
internal ref struct ValueTerms
{
    private const int MaxLength = 200;
    private const int MaxTerms = 40;
    private const string Hyphens = "-‐‑";
    private const string Dashes = "–—−";
    private const string Spaces = " \u00A0\u2007\u2009\u202F";
    private const string Quotes = "«»\"“”„"; // «20» қазан
    private const string RomanDigits = "IVXLCDM";

    private readonly ReadOnlySpan<char> _phrase;
    private readonly List<ValueTerm> _terms;
    private int _position;

    private ValueTerms(ReadOnlySpan<char> phrase, List<ValueTerm> terms)
    {
        _phrase = phrase;
        _terms = terms;
    }

    /// <summary>The terms of a phrase; empty when it is longer than any date or amount.</summary>
    public static List<ValueTerm> Read(ReadOnlySpan<char> phrase)
    {
        List<ValueTerm> terms = [];
        if (phrase.Length > MaxLength)
        {
            return terms;
        }

        var reader = new ValueTerms(phrase, terms);
        while (reader._position < phrase.Length && terms.Count <= MaxTerms)
        {
            reader.ReadTerm();
        }

        if (terms.Count > MaxTerms)
        {
            terms.Clear();
        }

        return terms;
    }

    private readonly ReadOnlySpan<char> Rest => _phrase[_position..];

    private void ReadTerm()
    {
        char c = _phrase[_position];
        if (Rest.StartsWith("...", StringComparison.Ordinal) || c == '…')
        {
            _position += c == '…' ? 1 : 3;
            Add(ValueWord.Dash, 0, "-");
        }
        else if (char.IsWhiteSpace(c) || c is '.' or '+' or '\u00AD' || Quotes.Contains(c, StringComparison.Ordinal))
        {
            _position++;
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadDigits();
        }
        else if (BeforeChristLength(Rest) is > 0 and int length)
        {
            _position += length;
            Add(ValueWord.BeforeChrist, 0, "б.з.б");
        }
        else if (IsLetter(c) || IsDegree(c))
        {
            ReadWord();
        }
        else if (c is '%' or '‰')
        {
            _position++;
            string endings = ReadEndings();
            _terms.Add(new ValueTerm(ValueWord.Percent, c == '%' ? 1 : 0.1m, c.ToString(), endings, ValueTermShape.Letters));
        }
        else if (Hyphens.Contains(c, StringComparison.Ordinal) || Dashes.Contains(c, StringComparison.Ordinal))
        {
            _position++;
            bool isMinus = _position < _phrase.Length && char.IsAsciiDigit(_phrase[_position]) && (_terms.Count == 0 || _terms[^1].Word is ValueWord.Qualifier or ValueWord.With or ValueWord.Dash);
            Add(isMinus ? ValueWord.Minus : ValueWord.Dash, 0, "-");
        }
        else
        {
            _position++;
            Add(ValueWord.Mark, 0, c.ToString());
        }
    }

    private void ReadWord()
    {
        int start = _position++;
        while (_position < _phrase.Length && (IsLetter(_phrase[_position]) || IsExponent(_phrase[_position])))
        {
            _position++;
        }

        ReadOnlySpan<char> written = _phrase[start.._position];
        string word = Fold(written);
        int roman = ReadRoman(written);
        if (roman > 0)
        {
            string romanEndings = ReadEndings();
            _terms.Add(new ValueTerm(ValueWord.Numeral, roman, written.ToString(), romanEndings, ValueTermShape.Roman));
            _position += romanEndings.Length == 0 && IsHyphenBeforeSmallLetter() ? 1 : 0;
            return;
        }

        if (ValueLexicon.TryFind(word, out ValueWord kind, out decimal argument, out ReadOnlySpan<char> endings))
        {
            string more = ReadEndings();
            bool vague = kind is ValueWord.Numeral or ValueWord.Scale && IsVague(endings);
            _terms.Add(new ValueTerm(vague ? ValueWord.Vague : kind, argument, word, endings.ToString() + more, ValueTermShape.Letters));
            return;
        }

        _terms.Add(new ValueTerm(ValueWord.None, 0, word, ReadEndings(), ValueTermShape.Letters));
    }

    private void ReadDigits()
    {
        int start = _position;
        ReadOnlySpan<char> rest = Rest;
        int length = IsoDateLength(rest);
        bool separated = length > 0;
        if (!separated)
        {
            length = NumberLength(rest, out separated);
        }

        _position += length;
        string text = WithoutSpaces(_phrase.Slice(start, length));
        decimal value = 0;
        if (!separated && !TryParse(text, out value))
        {
            Add(ValueWord.Mark, 0, text);
            return;
        }

        ValueTermShape shape = separated ? ValueTermShape.Separated : ValueTermShape.Digits;
        string endings = ReadEndings();
        if (endings.Length == 0 && _position + 1 < _phrase.Length && Hyphens.Contains(_phrase[_position], StringComparison.Ordinal) && IsLetter(_phrase[_position + 1]))
        {
            // 90-жылдары, 5-наурыз, 15-орын: the hyphen stands for an ordinal's ending.
            _position++;
            shape = separated ? shape : ValueTermShape.JoinedDigits;
        }

        _terms.Add(new ValueTerm(ValueWord.Numeral, value, text, endings, shape));
    }

    /// <summary>Reads endings behind a number, a sign or a foreign word: <c>-ға</c>, <c>-інші</c>, or letters right behind digits.</summary>
    private string ReadEndings()
    {
        int start = _position;
        if (start < _phrase.Length && (Hyphens.Contains(_phrase[start], StringComparison.Ordinal) || _phrase[start] is '\'' or '’'))
        {
            start++;
        }

        int end = start;
        while (end < _phrase.Length && IsLetter(_phrase[end]))
        {
            end++;
        }

        if (end == start)
        {
            return string.Empty;
        }

        // Right behind digits a word may stand without its space, 500мың; a single letter is a unit.
        string word = Fold(_phrase[start..end]);
        bool glued = start == _position;
        bool known = ValueLexicon.TryFind(word, out ValueWord kind, out _, out ReadOnlySpan<char> endings) && endings.IsEmpty && kind != ValueWord.Filler;
        if (known || (glued && word.Length < 2) || !ValueEndings.AreEndings(word) || CaseFolding.IsUpper(_phrase[start]))
        {
            return string.Empty;
        }

        _position = end;
        return word;
    }

    // ХХ-ғасыр
    private readonly bool IsHyphenBeforeSmallLetter() =>
        _position + 1 < _phrase.Length && Hyphens.Contains(_phrase[_position], StringComparison.Ordinal) && IsLetter(_phrase[_position + 1]) && !CaseFolding.IsUpper(_phrase[_position + 1]);

    private readonly void Add(ValueWord word, decimal argument, string text) => _terms.Add(new ValueTerm(word, argument, text, string.Empty, ValueTermShape.Letters));

    // 2024-08-22
    private static int IsoDateLength(ReadOnlySpan<char> rest)
    {
        const string Shape = "0000-00-00";
        if (rest.Length < Shape.Length || (rest.Length > Shape.Length && char.IsAsciiDigit(rest[Shape.Length])))
        {
            return 0;
        }

        for (int i = 0; i < Shape.Length; i++)
        {
            if (Shape[i] == '0' ? !char.IsAsciiDigit(rest[i]) : !Hyphens.Contains(rest[i], StringComparison.Ordinal))
            {
                return 0;
            }
        }

        return Shape.Length;
    }

    private static int NumberLength(ReadOnlySpan<char> rest, out bool separated)
    {
        int end = CountDigits(rest);
        int points = 0;
        int commas = 0;
        int colons = 0;
        bool thousands = true;
        bool grouped = end <= 3;
        while (end + 1 < rest.Length)
        {
            int digits = CountDigits(rest[(end + 1)..]);
            char c = rest[end];
            if (digits == 0)
            {
                break;
            }

            if (c is '.' or ',' or ':')
            {
                points += c == '.' ? 1 : 0;
                commas += c == ',' ? 1 : 0;
                colons += c == ':' ? 1 : 0;
                thousands &= digits == 3;
                grouped = false;
            }
            else if (grouped && digits == 3 && (Spaces.Contains(c, StringComparison.Ordinal) || c is '\'' or '’'))
            {
                // 1 200 000
            }
            else
            {
                break;
            }

            end += 1 + digits;
        }

        separated = colons > 0 || ((points > 1 || commas > 1) && !thousands && (points == 0 || commas == 0));
        return end;
    }

    private static bool TryParse(string text, out decimal value)
    {
        int point = text.LastIndexOf('.');
        int comma = text.LastIndexOf(',');
        string plain = text;
        if (point >= 0 && comma >= 0)
        {
            char thousands = point < comma ? '.' : ',';
            plain = text.Replace(thousands.ToString(), string.Empty, StringComparison.Ordinal);
        }
        else if (text.IndexOf('.', StringComparison.Ordinal) != point || text.IndexOf(',', StringComparison.Ordinal) != comma)
        {
            plain = text.Replace(".", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal);
        }

        return decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        int count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }

    private static string WithoutSpaces(ReadOnlySpan<char> number)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        int length = 0;
        foreach (char c in number)
        {
            if (char.IsAsciiDigit(c) || c is '.' or ',' or ':' || Hyphens.Contains(c, StringComparison.Ordinal))
            {
                buffer[length++] = c;
            }
        }

        return new string(buffer[..length]);
    }

    // Writers type Roman numerals with the Cyrillic letters that look like them.
    private static int ReadRoman(ReadOnlySpan<char> word)
    {
        const int LongestCentury = 6;
        if (word.Length > LongestCentury)
        {
            return 0;
        }

        Span<char> roman = stackalloc char[LongestCentury];
        for (int i = 0; i < word.Length; i++)
        {
            roman[i] = word[i] switch
            {
                'І' => 'I',
                'Х' => 'X',
                'С' => 'C',
                'М' => 'M',
                'У' or 'Ү' or 'Y' => 'V',
                char c when RomanDigits.Contains(c, StringComparison.Ordinal) => c,
                _ => '\0',
            };
            if (roman[i] == '\0')
            {
                return 0;
            }
        }

        roman = roman[..word.Length];
        bool small = !roman.ContainsAnyExcept("IVX");
        return small ? RomanNumerals.ToInt32(roman) : 0;
    }

    // жүздеген, мыңдаған
    private static bool IsVague(ReadOnlySpan<char> endings) =>
        endings.EndsWith("даған", StringComparison.Ordinal) || endings.EndsWith("деген", StringComparison.Ordinal)
        || endings.EndsWith("таған", StringComparison.Ordinal) || endings.EndsWith("теген", StringComparison.Ordinal);

    // б.з.б., б. з. д.
    private static int BeforeChristLength(ReadOnlySpan<char> rest)
    {
        int at = 0;
        foreach (string letters in (ReadOnlySpan<string>)["бБ", "зЗғҒ", "бБдД"])
        {
            if (at >= rest.Length || !letters.Contains(rest[at], StringComparison.Ordinal) || (at == 0 && (rest.Length < 2 || rest[1] != '.')))
            {
                return 0;
            }

            at++;
            while (at < rest.Length && rest[at] is '.' or ' ')
            {
                at++;
            }
        }

        return at;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) && !IsDegree(c);

    private static bool IsDegree(char c) => c is '°' or '℃' or 'º' or '˚';

    private static bool IsExponent(char c) => c is '²' or '³' or '2' or '3';

    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        if (IsDegree(word[0]))
        {
            // The letter of a scale is the same in both scripts.
            return word[0] == '℃' ? "°c" : word.Length == 1 ? "°" : string.Concat("°", word[1] is 'С' or 'с' or 'C' or 'c' ? "c" : word[1..].ToString().ToLowerInvariant());
        }

        bool hasCyrillic = word.ContainsAnyInRange('\u0400', '\u052F');
        return new string(hasCyrillic ? LookAlikes.ToLowerCyrillic(word, buffer, WordForm.Letters) : CaseFolding.ToLower(word, buffer));
    }
}

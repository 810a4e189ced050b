namespace KazNlp;

/// <summary>
/// The number that words and digits say one after the other: <c>екі мың жиырма төрт</c>, <c>бір жарым миллион</c>, <c>15 мың 300</c>, <c>екі бүтін оннан үш</c>.
/// </summary>
internal struct NumberPhrase
{
    private decimal _total;
    private decimal _group;
    private decimal _lastScale;
    private decimal _lastInGroup;
    private decimal _denominator;
    private decimal _numerator;
    private bool _isFraction;

    /// <summary>Whether a word was taken.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The scale that the last word multiplied by (100 and up), or one.</summary>
    public decimal Multiplier { get; private set; }

    /// <summary>An empty phrase.</summary>
    public static NumberPhrase Start() => new() { _lastScale = decimal.MaxValue, _lastInGroup = decimal.MaxValue, IsEmpty = true, Multiplier = 1 };

    /// <summary>The number so far.</summary>
    public readonly decimal Value => _total + Group;

    private readonly decimal Group => _denominator > 0 ? _group + (_numerator / _denominator) : _group;

    /// <summary>Takes <c>бүтін</c>, behind which a fraction comes: a denominator in the ablative, then how many of it.</summary>
    public bool TryAddWhole()
    {
        if (IsEmpty || _isFraction || Multiplier >= 1000)
        {
            return false;
        }

        _isFraction = true;
        return true;
    }

    /// <summary>Takes the next word.</summary>
    /// <param name="part">Its number.</param>
    /// <param name="isScale">Whether it multiplies what stands before it: <c>мың</c> and up as words.</param>
    /// <returns>Whether numbers are said so; otherwise nothing changes.</returns>
    public bool TryAdd(decimal part, bool isScale)
    {
        NumberPhrase before = this;
        bool taken;
        try
        {
            taken = _isFraction && !(isScale && _numerator > 0) ? TryAddToFraction(part) : isScale ? TryAddScale(part) : TryAddToGroup(part);
            _ = Value;
        }
        catch (OverflowException)
        {
            taken = false;
        }

        if (!taken)
        {
            this = before;
        }

        IsEmpty &= !taken;
        return taken;
    }

    private bool TryAddToFraction(decimal part)
    {
        if (_denominator == 0)
        {
            _denominator = part;
            return part is 10 or 100 or 1000 or 10000;
        }

        if (part <= 0 || part >= _denominator || (_numerator > 0 && (part >= 10 || _numerator < 10)))
        {
            return false;
        }

        _numerator += part;
        return true;
    }

    private bool TryAddScale(decimal part)
    {
        if (part >= _lastScale || (Group == 0 && !IsEmpty && _lastInGroup != decimal.MaxValue))
        {
            return false;
        }

        _total += (Group == 0 ? 1 : Group) * part;
        _group = 0;
        _numerator = 0;
        _denominator = 0;
        _isFraction = false;
        _lastScale = part;
        _lastInGroup = decimal.MaxValue;
        Multiplier = part;
        return true;
    }

    private bool TryAddToGroup(decimal part)
    {
        if (part == 100)
        {
            if (_lastInGroup <= 100 && _group is < 1 or >= 10)
            {
                return false;
            }

            _group = _group == 0 ? 100 : _group * 100;
            Multiplier = 100;
        }
        else
        {
            if (part >= _lastInGroup || part >= _lastScale || (part is >= 1 and < 10 && _lastInGroup < 10) || (part >= 10 && _lastInGroup < 100))
            {
                return false;
            }

            _group += part;
            Multiplier = 1;
        }

        _lastInGroup = part;
        return true;
    }
}

namespace KazNlp;

/// <summary>The person of a verb or a predicate.</summary>
public enum Person : byte
{
    /// <summary>Ол, олар: барды. Kazakh does not tell one from many here.</summary>
    Third,

    /// <summary>Мен: бардым.</summary>
    FirstSingular,

    /// <summary>Сен: бардың.</summary>
    SecondSingular,

    /// <summary>Сіз: бардыңыз.</summary>
    SecondPolite,

    /// <summary>Біз: бардық.</summary>
    FirstPlural,

    /// <summary>Сендер: бардыңдар.</summary>
    SecondPlural,

    /// <summary>Сіздер: бардыңыздар.</summary>
    SecondPluralPolite,
}

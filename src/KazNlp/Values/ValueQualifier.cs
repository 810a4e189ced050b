namespace KazNlp;

/// <summary>How the number that is written relates to the one that is meant.</summary>
public enum ValueQualifier
{
    /// <summary>The number itself.</summary>
    Exact = 0,

    /// <summary>About it: <c>шамамен</c>, <c>жуық</c>, <c>шақты</c>, <c>-дай</c>.</summary>
    About = 1,

    /// <summary>More than it: <c>астам</c>, <c>аса</c>, <c>артық</c>, <c>көп</c>.</summary>
    MoreThan = 2,

    /// <summary>Less than it: <c>кем</c>, <c>аз</c>, <c>төмен</c>.</summary>
    LessThan = 3,

    /// <summary>It or more: <c>кемінде</c>, <c>кем емес</c>, <c>бастап</c>.</summary>
    AtLeast = 4,

    /// <summary>It or less: <c>дейін</c>, <c>артық емес</c>, <c>аспайтын</c>.</summary>
    AtMost = 5,
}

namespace KazNlp;

/// <summary>What a name of a gazetteer names, finer than its <see cref="EntityType"/>.</summary>
/// <remarks>The numbers are part of the formats of gazetteers and of the models that learn from them: a new kind takes the next free number, below 64.</remarks>
internal enum GazetteerKind : byte
{
    Other = 0,

    Country = 1,
    Region = 2,
    District = 3,
    City = 4,
    Village = 5,

    Continent = 6,
    Area = 7,
    Sea = 8,
    River = 9,
    Lake = 10,
    Mountain = 11,
    Island = 12,
    Desert = 13,
    Strait = 14,
    CelestialBody = 15,

    MaleName = 16,
    FemaleName = 17,
    Surname = 18,
    Person = 19,

    Government = 20,
    Ministry = 21,
    Agency = 22,
    Court = 23,
    Party = 24,
    Company = 25,
    Bank = 26,
    Education = 27,
    SportsClub = 28,
    Media = 29,
    International = 30,
    Organisation = 31,

    Award = 32,
    Programme = 33,
    Law = 34,
    Holiday = 35,
    Championship = 36,
    Event = 37,

    Airport = 38,
    Stadium = 39,
    Theatre = 40,
    Museum = 41,
    Street = 42,
    Building = 43,

    Vehicle = 44,
    Software = 45,
    Weapon = 46,
    Product = 47,

    Disease = 48,
    Language = 49,
    Nationality = 50,
    Demonym = 51,
    Religion = 52,
    Tribe = 53,
    Position = 54,

    Currency = 55,
    Unit = 56,
    Month = 57,
    Weekday = 58,

    ArtWork = 59,
    NonHuman = 60,
}

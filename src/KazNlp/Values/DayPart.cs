namespace KazNlp;

/// <summary>A part of the day, which tells what hour of twelve is meant.</summary>
internal enum DayPart
{
    Night,
    Morning,
    Day,
    Noon,
    Evening,
}

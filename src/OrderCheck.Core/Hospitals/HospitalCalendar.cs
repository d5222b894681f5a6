namespace OrderCheck.Core.Hospitals;

/// <summary>Days and clock times as the hospital's wall shows them.</summary>
public static class HospitalCalendar
{
    public static DateTimeOffset Local(this TimeZoneInfo zone, DateTimeOffset at) => SteadyZone.Of(zone).Local(at);

    public static DateOnly Day(this TimeZoneInfo zone, DateTimeOffset at) => DateOnly.FromDateTime(zone.Local(at).DateTime);

    /// <summary>The day as a number: the difference of two is the midnights between them.</summary>
    public static int DayNumber(this TimeZoneInfo zone, DateTimeOffset at) => zone.Day(at).DayNumber;

    /// <summary>The moment at which the wall shows that day and time; a time that summer time skips is an hour later.</summary>
    public static DateTimeOffset At(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        if (zone.IsInvalidTime(wall))
            wall = wall.AddHours(1);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall));
    }

    /// <summary>The Monday that the ISO week of the day begins with, as a day number.</summary>
    public static int Monday(int dayNumber) =>
        dayNumber - ((int)DateOnly.FromDayNumber(dayNumber).DayOfWeek + 6) % 7;
}

namespace OrderCheck.Core.Checks;

/// <summary>
/// Completed years, months and days by the calendar. Who is born on 29 February completes a year on 1 March where there is
/// no 29th.
/// </summary>
internal static class Age
{
    public static int Years(DateOnly birth, DateOnly day) =>
        day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);

    public static int Months(DateOnly birth, DateOnly day) =>
        (day.Year - birth.Year) * 12 + day.Month - birth.Month - (day.Day < birth.Day ? 1 : 0);

    public static int Days(DateOnly birth, DateOnly day) => day.DayNumber - birth.DayNumber;
}

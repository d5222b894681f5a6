namespace OrderCheck.Core.Tests.Checks;

/// <summary>The calendar of the case histories: day 1, the admission's, is Monday 2 March 2026 in Shanghai.</summary>
internal static class When
{
    public static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static DateTimeOffset Day(int day, int hour = 10, int minute = 0) =>
        new DateTimeOffset(2026, 3, 1, hour, minute, 0, Shanghai).AddDays(day);

    public static DateOnly Date(int day) => new DateOnly(2026, 3, 1).AddDays(day);
}

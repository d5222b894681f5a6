using CsCheck;
using OrderCheck.Core.Hospitals;
using Xunit;

namespace OrderCheck.Core.Tests.Hospitals;

public sealed class HospitalCalendarTests
{
    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Asia/Urumqi")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/New_York")]
    [InlineData("Etc/UTC")]
    public void Every_time_is_shown_as_the_zone_shows_it(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);

        Gen.Long[DateTimeOffset.MinValue.AddDays(3).Ticks, DateTimeOffset.MaxValue.Ticks].Sample(ticks => Same(zone, ticks));
        // The years in which hospitals bill, and those in which their patients were born.
        Gen.Long[Ticks(1900), Ticks(2100)].Sample(ticks => Same(zone, ticks));
    }

    [Fact]
    public void Summer_time_of_1986_to_1991_is_on_the_wall_of_Chinese_hospitals()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        Assert.Equal(TimeSpan.FromHours(9), zone.Local(At(1988, 7)).Offset);
        Assert.Equal(TimeSpan.FromHours(8), zone.Local(At(1992, 7)).Offset);
        Assert.Equal(TimeSpan.FromHours(8), zone.Local(At(2026, 7)).Offset);

        static DateTimeOffset At(int year, int month) => new(year, month, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private static long Ticks(int year) => new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private static bool Same(TimeZoneInfo zone, long ticks)
    {
        var at = new DateTimeOffset(ticks, TimeSpan.Zero);
        return zone.Local(at).EqualsExact(TimeZoneInfo.ConvertTime(at, zone));
    }
}

using System.Globalization;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Which times are believed: what lies outside would be put where no window ever finds it.</summary>
internal readonly record struct Span(DateTimeOffset Earliest, DateTimeOffset Latest)
{
    /// <summary>Planned ends of orders lie ahead.</summary>
    private const int DaysAhead = 366;

    public static Span OfEvents(DateTimeOffset now) => new(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), now.AddDays(DaysAhead));

    public static Span OfBirths(DateTimeOffset now) => new(new DateTimeOffset(1880, 1, 1, 0, 0, 0, TimeSpan.Zero), now.AddDays(1));

    public bool Holds(DateTimeOffset time) => time >= Earliest && time <= Latest;

    public string Allowed(TimeZoneInfo zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{zone.Local(Earliest):yyyy-MM-dd}至{zone.Local(Latest):yyyy-MM-dd}之间的日期时间");
}

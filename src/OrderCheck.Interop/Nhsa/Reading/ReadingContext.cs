using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>What is the same for all of one body.</summary>
internal sealed class ReadingContext(BodyValues values, RegionProfile profile, TimeZoneInfo zone, DateTimeOffset now)
{
    public BodyValues Values { get; } = values;

    public RegionProfile Profile { get; } = profile;

    public ProfileFields Fields { get; } = ProfileFields.Of(profile);

    public TimeZoneInfo Zone { get; } = zone;

    public DateTimeOffset Now { get; } = now;

    public Span Events { get; } = Span.OfEvents(now);

    public Span Births { get; } = Span.OfBirths(now);
}

using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa;

/// <summary>Reads the bodies of NHSA's transactions. It never throws because of what a caller sent.</summary>
public static class NhsaReader
{
    /// <summary>A 3101 or 3102.</summary>
    /// <param name="charset">As the caller declared it; null where it declared none: UTF-8.</param>
    /// <param name="zone">The hospital's: times in bodies are its local time.</param>
    /// <param name="now">The time of the call.</param>
    public static NhsaReading<NhsaRequest> ReadAudit(ReadOnlyMemory<byte> body, string? charset, RegionProfile profile, TimeZoneInfo zone, DateTimeOffset now) =>
        throw new NotSupportedException();

    /// <inheritdoc cref="ReadAudit"/>
    /// <summary>A 3103.</summary>
    public static NhsaReading<NhsaFeedback> ReadFeedback(ReadOnlyMemory<byte> body, string? charset, RegionProfile profile, TimeZoneInfo zone, DateTimeOffset now) =>
        throw new NotSupportedException();
}

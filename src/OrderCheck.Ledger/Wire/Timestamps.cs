using Google.Protobuf.WellKnownTypes;

namespace OrderCheck.Ledger.Wire;

/// <summary>Times on the wire are UTC; below 100 ns they are cut off.</summary>
public static class Timestamps
{
    private const int NanosPerTick = 100;
    private static readonly long FirstSecond = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static Timestamp Write(DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    public static Timestamp? Write(DateTimeOffset? time) => time is { } known ? Timestamp.FromDateTimeOffset(known) : null;

    /// <summary>Writes into a message that may hold another time, or into a new one.</summary>
    public static Timestamp? Fill(Timestamp? message, DateTimeOffset? time)
    {
        if (time is not { } known)
            return null;
        message ??= new Timestamp();
        (message.Seconds, message.Nanos) = (known.ToUnixTimeSeconds(), (int)(known.UtcTicks % TimeSpan.TicksPerSecond) * NanosPerTick);
        return message;
    }

    /// <summary>False for seconds or nanoseconds that are no time.</summary>
    public static bool TryRead(Timestamp value, out DateTimeOffset time)
    {
        time = default;
        if (value.Seconds < FirstSecond || value.Seconds > LastSecond || value.Nanos is < 0 or > 999_999_999)
            return false;
        time = DateTimeOffset.FromUnixTimeSeconds(value.Seconds).AddTicks(value.Nanos / NanosPerTick);
        return true;
    }
}

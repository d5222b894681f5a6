namespace OrderCheck.Client.Wire;

internal static class Clock
{
    public static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider time) =>
#if NET
        new(limit, time);
#else
        time.CreateCancellationTokenSource(limit);
#endif
}

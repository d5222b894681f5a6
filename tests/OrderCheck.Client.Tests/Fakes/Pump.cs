using Microsoft.Extensions.Time.Testing;

namespace OrderCheck.Client.Tests.Fakes;

/// <summary>Lets a test's clock run until something is done, which may take the machine as long as it likes.</summary>
internal static class Pump
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<T> UntilDoneAsync<T>(Task<T> task, FakeTimeProvider time, TimeSpan step)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var patience = TimeProvider.System.GetTimestamp();
        while (!task.IsCompleted && TimeProvider.System.GetElapsedTime(patience) < Patience)
        {
            time.Advance(step);
            await timer.WaitForNextTickAsync();
        }
        return await task.WaitAsync(TimeSpan.FromSeconds(1));
    }
}

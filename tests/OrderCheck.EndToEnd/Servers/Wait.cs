namespace OrderCheck.EndToEnd.Servers;

/// <summary>Waits for something that another process does, by asking often; never longer than it says.</summary>
internal static class Wait
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <exception cref="TimeoutException">It did not happen; the message says what was waited for.</exception>
    public static async Task UntilAsync(Func<Task<bool>> happened, string what, TimeSpan limit, Func<string>? detail = null)
    {
        using var timer = new PeriodicTimer(Step);
        var deadline = TimeProvider.System.GetUtcNow() + limit;
        while (!await happened())
        {
            if (TimeProvider.System.GetUtcNow() > deadline)
                throw new TimeoutException($"Waited {limit.TotalSeconds} s in vain: {what}. {detail?.Invoke()}");
            await timer.WaitForNextTickAsync();
        }
    }
}

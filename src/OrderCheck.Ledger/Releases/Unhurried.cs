using OrderCheck.Ledger.Background;

namespace OrderCheck.Ledger.Releases;

/// <summary>
/// Long work that nobody at a screen waits for, such as making a release of a million rows: on a thread of its own that gives way to those that
/// answer, wherever they want its processor.
/// </summary>
public static class Unhurried
{
    /// <summary>About a fifteenth of what a thread of the usual niceness gets where both want one processor.</summary>
    private const int OfThis = 12;

    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(work, done)) { IsBackground = true, Name = "unhurried", Priority = ThreadPriority.BelowNormal };
        thread.Start();
        return done.Task;
    }

    private static void Run<T>(Func<T> work, TaskCompletionSource<T> done)
    {
        Niceness.GiveWay(OfThis);
        try
        {
            done.SetResult(work());
        }
        // Whatever it is, it is the caller's, who awaits the task.
        catch (Exception failure)
        {
            done.SetException(failure);
        }
    }
}

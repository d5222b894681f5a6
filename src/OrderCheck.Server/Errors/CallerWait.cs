namespace OrderCheck.Server.Errors;

/// <summary>
/// One direction of a stream: how long the server waits for its caller at a time. The stream as a whole may go on for as long
/// as its caller takes part in it.
/// </summary>
internal sealed class CallerWait(TimeSpan limit, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _end = new(Timeout.InfiniteTimeSpan, time);
    private volatile bool _ended;

    /// <summary>Ends what is waited for.</summary>
    public CancellationToken Token => _end.Token;

    /// <summary>Waits for what the caller has to do; it was begun with <see cref="Token"/>.</summary>
    /// <param name="cancellation">Ends the wait for another reason.</param>
    /// <exception cref="StreamIdleException">The caller did nothing within the limit.</exception>
    public async Task ForAsync(Task wait, CancellationToken cancellation)
    {
        await using var registration = cancellation.UnsafeRegister(static wait => ((CallerWait)wait!).End(), this);
        _end.CancelAfter(limit);
        try
        {
            await wait;
        }
        catch (Exception) when (_end.IsCancellationRequested && !_ended)
        {
            throw new StreamIdleException(limit);
        }
        finally
        {
            _end.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _end.Dispose();

    private void End()
    {
        _ended = true;
        _end.Cancel();
    }
}

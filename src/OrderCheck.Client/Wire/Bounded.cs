using Google.Protobuf;

namespace OrderCheck.Client.Wire;

/// <summary>Sends once, and is back in time with an answer or a failure, whatever the network does.</summary>
internal sealed class Bounded(IWire wire, TimeProvider time)
{
    /// <summary>
    /// The sending runs on the thread pool: on .NET Framework resolving a name and connecting to a proxy can hold the thread, and
    /// the caller's may be the one that paints the screen. When time is up the sending is told to end and no longer waited for.
    /// </summary>
    public async Task<Reply<TAnswer>> SendAsync<TRequest, TAnswer>(
        ApiMethod<TRequest, TAnswer> method, TRequest request, Seat seat, TimeSpan limit, CancellationToken cancellation = default)
        where TRequest : class, IMessage<TRequest>
        where TAnswer : class, IMessage<TAnswer>
    {
        if (limit <= TimeSpan.Zero)
            return Reply<TAnswer>.Failed(Failures.Deadline(limit));
        var sending = Task.Run(() => SendOnceAsync(method, request, seat, limit, cancellation), CancellationToken.None);
        try
        {
            return await sending.WaitAsync(limit, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return Reply<TAnswer>.Failed(Failures.Deadline(limit));
        }
    }

    private async Task<Reply<TAnswer>> SendOnceAsync<TRequest, TAnswer>(
        ApiMethod<TRequest, TAnswer> method, TRequest request, Seat seat, TimeSpan limit, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TAnswer : class, IMessage<TAnswer>
    {
        using var timeUp = Clock.CancelAfter(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellation);
        try
        {
            return await wire.SendAsync(method, request, seat, limit, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return Reply<TAnswer>.Failed(Failures.Deadline(limit));
        }
#pragma warning disable CA1031 // Whatever a network stack throws is a failure of the way to the service, and no reason to stop a doctor.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Reply<TAnswer>.Failed(Failures.Unavailable($"{error.GetType().Name}: {error.Message}"));
        }
    }
}

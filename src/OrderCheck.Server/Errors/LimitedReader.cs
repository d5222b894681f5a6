using Grpc.Core;

namespace OrderCheck.Server.Errors;

/// <summary>A stream's requests, each waited for no longer than the limit.</summary>
internal sealed class LimitedReader<T>(IAsyncStreamReader<T> inner, CallerWait wait) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        var next = inner.MoveNext(wait.Token);
        return next.IsCompletedSuccessfully ? next : LimitAsync(next, cancellationToken);
    }

    private async Task<bool> LimitAsync(Task<bool> next, CancellationToken cancellation)
    {
        await wait.ForAsync(next, cancellation);
        return await next;
    }
}

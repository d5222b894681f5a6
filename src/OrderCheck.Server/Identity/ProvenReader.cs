using Grpc.Core;

namespace OrderCheck.Server.Identity;

/// <summary>A stream's requests, before which it is asked again every ten seconds whether the caller's key still opens.</summary>
/// <param name="prove">Throws where it does not.</param>
internal sealed class ProvenReader<T>(IAsyncStreamReader<T> inner, Func<Task> prove, TimeProvider time) : IAsyncStreamReader<T>
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private long _proved = time.GetTimestamp();

    public T Current => inner.Current;

    public Task<bool> MoveNext(CancellationToken cancellationToken) =>
        time.GetElapsedTime(_proved) < Fresh ? inner.MoveNext(cancellationToken) : ProveAsync(cancellationToken);

    private async Task<bool> ProveAsync(CancellationToken cancellation)
    {
        await prove();
        _proved = time.GetTimestamp();
        return await inner.MoveNext(cancellation);
    }
}

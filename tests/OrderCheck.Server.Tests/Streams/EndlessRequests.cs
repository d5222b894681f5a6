using Grpc.Core;

namespace OrderCheck.Server.Tests.Streams;

/// <summary>A caller that has always sent the next request already.</summary>
internal sealed class EndlessRequests<T>(T request) : IAsyncStreamReader<T>
{
    public T Current => request;

    public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(true);
}

using System.Threading.Channels;
using Grpc.Core;
using Xunit;

namespace OrderCheck.Server.Tests.Streams;

/// <summary>The requests of a stream: what a test sends, when it sends it.</summary>
internal sealed class ScriptedRequests<T> : IAsyncStreamReader<T>
{
    private readonly Channel<T> _sent = Channel.CreateUnbounded<T>();

    public T Current { get; private set; } = default!;

    /// <summary>How many messages were asked for.</summary>
    public int Asked { get; private set; }

    public ScriptedRequests<T> Send(params IEnumerable<T> messages)
    {
        foreach (var message in messages)
            Assert.True(_sent.Writer.TryWrite(message));
        return this;
    }

    /// <param name="error">What reading fails with; null: the caller is done.</param>
    public ScriptedRequests<T> End(Exception? error = null)
    {
        Assert.True(_sent.Writer.TryComplete(error));
        return this;
    }

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        Asked++;
        if (!await _sent.Reader.WaitToReadAsync(cancellationToken))
            return false;
        Current = await _sent.Reader.ReadAsync(cancellationToken);
        return true;
    }
}

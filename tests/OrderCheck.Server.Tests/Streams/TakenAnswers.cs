using System.Threading.Channels;
using Grpc.Core;
using Xunit;

namespace OrderCheck.Server.Tests.Streams;

/// <summary>The answers of a stream, and whether its caller takes them.</summary>
internal sealed class TakenAnswers<T> : IServerStreamWriter<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<T> _written = Channel.CreateUnbounded<T>();
    private readonly TaskCompletionSource _never = new();

    public WriteOptions? WriteOptions { get; set; }

    /// <summary>Of each answer, whether it was to be sent at once.</summary>
    public List<bool> SentAtOnce { get; } = [];

    /// <summary>False: no write ever completes.</summary>
    public bool Takes { get; init; } = true;

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        SentAtOnce.Add(WriteOptions is null);
        Assert.True(_written.Writer.TryWrite(message));
        return Takes ? Task.CompletedTask : _never.Task.WaitAsync(cancellationToken);
    }

    public async Task<T> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _written.Reader.ReadAsync(limit.Token);
    }

    public int Waiting => _written.Reader.Count;
}

using Grpc.Core;

namespace OrderCheck.Server.Errors;

/// <summary>A stream's answers, each of which its caller must take within the limit.</summary>
internal sealed class LimitedWriter<T>(IServerStreamWriter<T> inner, CallerWait wait) : IServerStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => inner.WriteOptions;
        set => inner.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        var write = inner.WriteAsync(message, wait.Token);
        return write.IsCompletedSuccessfully ? write : wait.ForAsync(write, cancellationToken);
    }
}

using Grpc.Core;

namespace OrderCheck.Server.Errors;

/// <summary>A stream's requests. What fails between the caller and us while the next one is read, is told from a file that we fail to read.</summary>
internal sealed class CallerReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    /// <exception cref="CallerLeftException">The caller is gone.</exception>
    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        var next = inner.MoveNext(cancellationToken);
        return next.IsCompletedSuccessfully ? next : WaitAsync(next);
    }

    private static async Task<bool> WaitAsync(Task<bool> next)
    {
        try
        {
            return await next;
        }
        catch (Exception broken) when (CallerLeftException.IsBehind(broken))
        {
            throw new CallerLeftException(broken);
        }
    }
}

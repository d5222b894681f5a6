using System.Collections.Concurrent;
using Google.Protobuf;
using OrderCheck.Client.Wire;

namespace OrderCheck.Client.Tests.Fakes;

/// <summary>A way to the service on which each sending comes to what the test says; the last word holds for all that follow.</summary>
internal sealed class ScriptedWire : IWire
{
    private readonly ConcurrentQueue<Func<CancellationToken, Task<object>>> _script = new();
    private readonly ConcurrentQueue<(string Method, IMessage Message)> _sent = new();

    public IReadOnlyList<IMessage> Sent => [.. _sent.Select(sent => sent.Message)];

    public IReadOnlyList<string> Methods => [.. _sent.Select(sent => sent.Method)];

    public ScriptedWire Answers(IMessage answer) => Then(_ => Task.FromResult<object>(answer));

    public ScriptedWire Fails(FailureKind kind, string reason = "reason") =>
        Then(_ => Task.FromResult<object>(new CallFailure(kind, reason, "what went wrong")));

    /// <summary>Like a lost connection.</summary>
    public ScriptedWire Breaks() => Fails(FailureKind.Unavailable, ReasonCodes.Unavailable);

    public ScriptedWire Throws(Exception error) => Then(_ => Task.FromException<object>(error));

    /// <summary>As a name that is not resolved: nothing comes, and being told to stop changes nothing.</summary>
    public ScriptedWire Hangs() => Then(static _ => new TaskCompletionSource<object>().Task);

    public async Task<Reply<TAnswer>> SendAsync<TRequest, TAnswer>(
        ApiMethod<TRequest, TAnswer> method, TRequest request, Seat seat, TimeSpan limit, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TAnswer : class, IMessage<TAnswer>
    {
        _sent.Enqueue((method.Name, request));
        if (!_script.TryPeek(out var step))
            throw new InvalidOperationException("The test did not say what comes of it.");
        if (_script.Count > 1)
            _script.TryDequeue(out _);
        return await step(cancellation) switch
        {
            CallFailure failure => Reply<TAnswer>.Failed(failure),
            var answer => method.Read((TAnswer)answer),
        };
    }

    public void Dispose()
    {
    }

    private ScriptedWire Then(Func<CancellationToken, Task<object>> step)
    {
        _script.Enqueue(step);
        return this;
    }
}

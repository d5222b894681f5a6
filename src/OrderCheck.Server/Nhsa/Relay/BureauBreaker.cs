using Polly;
using Polly.CircuitBreaker;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>Leaves a bureau alone for a while after it kept failing, then lets one request through to see.</summary>
internal sealed class BureauBreaker
{
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    private const int LeastRequests = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly ResiliencePipeline<BureauReply> _pipeline;
    private volatile bool _open;

    public BureauBreaker(string hospital, TimeProvider time, ILogger logger) =>
        _pipeline = new ResiliencePipelineBuilder<BureauReply> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<BureauReply>
            {
                FailureRatio = 0.5,
                MinimumThroughput = LeastRequests,
                SamplingDuration = Window,
                BreakDuration = Break,
                ShouldHandle = static reply => new ValueTask<bool>(reply.Outcome.Result?.IsOfService == true),
                OnOpened = _ =>
                {
                    _open = true;
                    ServerLog.BureauLeftAlone(logger, hospital, Break.TotalSeconds);
                    return default;
                },
                OnClosed = _ =>
                {
                    _open = false;
                    ServerLog.BureauBack(logger, hospital);
                    return default;
                },
            })
            .Build();

    /// <summary>Requests are being answered without it, but for one now and then.</summary>
    public bool IsOpen => _open;

    public async Task<BureauReply> RunAsync(Func<Task<BureauReply>> call)
    {
        var context = ResilienceContextPool.Shared.Get();
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(static async (_, run) => Outcome.FromResult(await run()), context, call);
            return outcome.Result ?? BureauReply.Failed("circuit_open");
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}

using Microsoft.Extensions.Logging;
using OrderCheck.Client.Wire;
using OrderCheck.Protocol.V1;
using Polly;
using Polly.CircuitBreaker;

namespace OrderCheck.Client.Checks;

/// <summary>Answers at once for a while after the service kept failing, then lets one check through to see.</summary>
internal sealed class CheckBreaker
{
    private readonly ResiliencePipeline<Reply<CheckAnswer>> _pipeline;

    public CheckBreaker(BreakerSettings settings, TimeProvider time, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<Reply<CheckAnswer>> { TimeProvider = time };
        _pipeline = builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Reply<CheckAnswer>>
            {
                FailureRatio = (double)settings.FailureShare,
                MinimumThroughput = settings.LeastChecks,
                SamplingDuration = settings.Window,
                BreakDuration = settings.Break,
                // What is wrong with a request is no reason not to send the next one.
                ShouldHandle = static check => new ValueTask<bool>(check.Outcome.Result?.Failure?.IsOfService == true),
                OnOpened = _ =>
                {
                    ClientLog.CircuitOpened(logger, (decimal)settings.Break.TotalSeconds);
                    return default;
                },
                OnClosed = _ =>
                {
                    ClientLog.CircuitClosed(logger);
                    return default;
                },
            })
            .Build();
    }

    public async Task<Reply<CheckAnswer>> RunAsync(Func<Task<Reply<CheckAnswer>>> check)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false);
        try
        {
            var outcome = await _pipeline
                .ExecuteOutcomeAsync(static async (_, run) => Outcome.FromResult(await run().ConfigureAwait(false)), context, check)
                .ConfigureAwait(false);
            return outcome.Result ?? Reply<CheckAnswer>.Failed(Failures.CircuitOpen());
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}

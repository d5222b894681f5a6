using Google.Protobuf;
using Microsoft.Extensions.Logging;
using OrderCheck.Client.Wire;
using OrderCheck.Protocol.V1;
using Polly;
using Polly.Retry;

namespace OrderCheck.Client.Writes;

/// <summary>Sends a write until it is recorded, refused, or time is up: always with the same request id.</summary>
internal sealed class WriteCall
{
    private static readonly ResiliencePropertyKey<WriteAttempts> Attempts = new(nameof(WriteAttempts));

    private readonly Bounded _wire;
    private readonly OrderCheckClientOptions _options;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<Reply<WriteReceipt>> _pipeline;

    public WriteCall(Bounded wire, OrderCheckClientOptions options, ILogger logger)
    {
        (_wire, _options, _logger) = (wire, options, logger);
        var builder = new ResiliencePipelineBuilder<Reply<WriteReceipt>> { TimeProvider = options.TimeProvider };
        _pipeline = builder
            .AddRetry(new RetryStrategyOptions<Reply<WriteReceipt>>
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.WriteRetryDelay,
                MaxDelay = options.WriteLongestRetryDelay,
                ShouldHandle = static attempt => new ValueTask<bool>(attempt.Outcome.Result?.Failure?.IsOfService == true),
                OnRetry = SentAgain,
            })
            .Build();
    }

    /// <param name="request">With the request id that it is to be recorded under.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; the write may be recorded.</exception>
    public async Task<WriteResult> RunAsync<TRequest>(
        ApiMethod<TRequest, WriteReceipt> method, TRequest request, string requestId, Seat seat, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
    {
        cancellation.ThrowIfCancellationRequested();
        var attempts = new WriteAttempts(requestId);
        var started = _options.TimeProvider.GetTimestamp();
        var (deadline, attemptDeadline) = IsBatch(request) ? (_options.BatchDeadline, _options.BatchDeadline) : (_options.WriteDeadline, _options.WriteAttemptDeadline);
        using var timeUp = Clock.CancelAfter(deadline, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellation);
        var context = ResilienceContextPool.Shared.Get(method.Name, continueOnCapturedContext: false, either.Token);
        context.Properties.Set(Attempts, attempts);
        try
        {
            // Its outcome is in the attempts; when time is up in a pause between two, it has none.
            await _pipeline.ExecuteOutcomeAsync(
                async (_, _) => Outcome.FromResult(attempts.Add(await SendAsync().ConfigureAwait(false))),
                context,
                method).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        if (!attempts.IsRecorded)
            cancellation.ThrowIfCancellationRequested();
        var result = attempts.Conclude(deadline);
        Log(method.Name, result);
        return result;

        Task<Reply<WriteReceipt>> SendAsync()
        {
            var left = deadline - _options.TimeProvider.GetElapsedTime(started);
            return _wire.SendAsync(method, request, seat, left < attemptDeadline ? left : attemptDeadline, cancellation);
        }
    }

    private static bool IsBatch(IMessage request) =>
        request is PostChargesRequest { Charges.Count: > 0 } posting && posting.Charges.All(static charge => charge.Automatic);

    private ValueTask SentAgain(OnRetryArguments<Reply<WriteReceipt>> retry)
    {
        if (retry.Outcome.Result?.Failure is { } failure && retry.Context.Properties.TryGetValue(Attempts, out var attempts))
        {
            ClientLog.WriteSentAgain(
                _logger, retry.Context.OperationKey ?? "", attempts.RequestId, attempts.Count, failure.Kind, failure.Reason);
        }

        return default;
    }

    private void Log(string method, WriteResult result)
    {
        if (result.Failure is not { } failure)
            return;
        if (result.State == WriteState.Unknown)
            ClientLog.WriteUnknown(_logger, method, result.RequestId, result.Attempts, failure.Kind, failure.Reason);
        else
            ClientLog.RequestRefused(_logger, method, failure.Kind, failure.Reason, failure.FieldNames());
    }
}

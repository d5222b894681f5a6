using Microsoft.Extensions.Logging;
using OrderCheck.Client.Wire;
using OrderCheck.Client.Writes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Client.WarmUp;

/// <summary>
/// Opens the connection before the first doctor asks. It asks for a check that nobody made: any role may, it is answered from the
/// store like a real one, and it leaves no trace, which a check of invented orders would.
/// </summary>
internal sealed class WarmUpCall(Bounded wire, OrderCheckClientOptions options, ILogger logger)
{
    private const string NoSuchCheck = "unknown_check";

    public async Task<WarmUpResult> RunAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var started = options.TimeProvider.GetTimestamp();
        await Task.Run(RehearseMessages, cancellation).ConfigureAwait(false);
        var question = new GetCheckRequest { CheckId = RequestIds.New(options.TimeProvider) };
        var reply = await wire.SendAsync(ApiMethods.GetCheck, question, options.Seat, options.WarmUpDeadline, cancellation).ConfigureAwait(false);
        if (reply.Failure is not null)
            cancellation.ThrowIfCancellationRequested();
        var failure = reply.Failure is { Kind: FailureKind.NotFound, Reason: NoSuchCheck } ? null : reply.Failure;
        if (failure is not null)
            ClientLog.NotWarm(logger, failure.Kind, failure.Reason);
        return new WarmUpResult(failure, options.TimeProvider.GetElapsedTime(started));
    }

    /// <summary>Writing and reading a message the first time costs more than all that follows.</summary>
    private static void RehearseMessages()
    {
        var request = new CheckOrdersRequest
        {
            Encounter = new EncounterRef(),
            Orders = { new Order { Dose = new Amount(), Quantity = new Amount(), StartAt = new() } },
        };
        var answer = new CheckAnswer
        {
            StateReasons = { new StateReason() },
            Findings = { new Finding { Offender = new Party { At = new() }, Facts = { new ComparedFact() }, AllowedDecisions = { DecisionKind.Changed } } },
            Flags = { new Flag() },
            BudgetBefore = new BudgetProgress(),
            EvaluatedAt = new(),
        };
        ApiMethods.CheckOrders.Rehearse(request, answer);
    }
}

using System.Diagnostics;
using Microsoft.Extensions.Options;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Ledger;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Telemetry;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// One call of a HIS from its first byte to our last. Whatever goes wrong is said in the form that the caller reads: infcode -1
/// and a sentence where it can do something about it, an unchecked answer where we failed.
/// </summary>
internal sealed class NhsaDoor(
    NhsaIdentity identities, NhsaAudits audits, NhsaFeedbacks feedbacks, NhsaRelay relay, NhsaFailures failures, HospitalRegions regions,
    IOptions<OrderCheckOptions> options, TimeProvider time, ILogger<NhsaDoor> logger)
{
    private static readonly ActivitySource Source = new(ServerTelemetry.Name);

    public async Task AnswerAsync(HttpContext http, string number)
    {
        var call = new NhsaCall(http, number, time.GetUtcNow());
        using var span = Start(call);
        using var output = new PooledOutput();
        try
        {
            await RunAsync(call, output);
        }
        catch (OperationCanceledException ended) when (ended is CallerLeftException || http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException)
        {
            call.Refuse(output, NhsaRefusals.BrokenBody, time.GetUtcNow());
        }
#pragma warning disable CA1031 // The edge: a HIS reads infcode, and nothing of a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            NhsaLog.CallFailed(logger, error, call.Transaction);
            failures.Answer(call, output, NhsaRefusals.Failed);
        }
        span?.SetTag("nhsa.outcome", call.Outcome);
        Tell(call);
        await call.WriteAsync(output);
    }

    private async Task RunAsync(NhsaCall call, PooledOutput output)
    {
        var (goesOn, identity) = await IdentifyAsync(call, output);
        if (!goesOn)
            return;
        // Before anything is refused: a refusal too is in the region's words.
        if (identity is not null)
            regions.Speak(call, identity.Caller.Hospital);
        if (NhsaRefusals.OfForm(call.Http.Request) is { } form)
        {
            call.Refuse(output, form, time.GetUtcNow());
            return;
        }
        using var body = await NhsaBody.ReadAsync(call.Http, options.Value.NhsaMegabytes);
        if (body is null)
        {
            call.Refuse(output, NhsaRefusals.TooLarge(options.Value.NhsaMegabytes), time.GetUtcNow());
            return;
        }
        if (identity is null)
        {
            failures.AnswerUnproved(call, body.Memory, output);
            return;
        }
        // A body may take its time: what it asks is asked of the release that is in use when it is there.
        regions.Speak(call, identity.Caller.Hospital);
        switch (call.Transaction)
        {
            case "3101" or "3102": await AuditAsync(call, identity, body.Memory, output); break;
            case "3103": await RecordAsync(call, identity, body.Memory, output); break;
            default: call.Refuse(output, NhsaRefusals.UnknownTransaction(call.Number), time.GetUtcNow()); break;
        }
    }

    /// <returns>Without an identity where we could not look it up: that is our failure, and the caller must not take it for its own.</returns>
    private async Task<(bool GoesOn, CallIdentity? Identity)> IdentifyAsync(NhsaCall call, PooledOutput output)
    {
        try
        {
            return (true, await identities.ReadAsync(call.Http).WaitAsync(TimeSpan.FromMilliseconds(options.Value.CheckMilliseconds), time));
        }
        catch (Exception unavailable) when (unavailable is LedgerUnavailableException or TimeoutException)
        {
            return (true, null);
        }
        catch (Exception error) when (NhsaRefusals.OfIdentity(error) is { } refusal)
        {
            call.Status = StatusCodes.Status401Unauthorized;
            call.Refuse(output, refusal, time.GetUtcNow());
            return (false, null);
        }
    }

    private async Task AuditAsync(NhsaCall call, CallIdentity identity, ReadOnlyMemory<byte> body, PooledOutput output)
    {
        var (request, fault) = NhsaReader.ReadAudit(body, call.Charset, call.Profile, call.Zone, call.Received);
        if (request is not null)
        {
            call.Understood(request);
            NhsaMetrics.Tolerated(identity, request.Tolerated);
            if (NhsaRefusals.OfHospital(request.Envelope, identity) is { } foreign)
            {
                call.Refuse(output, foreign, time.GetUtcNow());
                return;
            }
        }

        // What we cannot read the bureau perhaps can: it gets it all the same.
        var relayed = relay.Begin(call, identity.Caller, body);
        await JudgeAsync(call, identity, request, fault, output);
        if (relayed is not null)
            await relay.CompleteAsync(relayed, call, output);
    }

    private async Task JudgeAsync(NhsaCall call, CallIdentity identity, NhsaRequest? request, NhsaFault? fault, PooledOutput output)
    {
        if (request is null)
        {
            call.Refuse(output, fault!, time.GetUtcNow());
            return;
        }
        try
        {
            var answered = await audits.AnswerAsync(identity.Of(request.Envelope), request, call);
            if (answered.Fault is { } refused)
            {
                call.Refuse(output, refused with { MessageId = request.Envelope.MessageId }, time.GetUtcNow());
                return;
            }
            NhsaWriter.WriteAudit(output, request, answered.Answers, call.Profile, call.Stamp(time.GetUtcNow()));
            call.Answered(answered.Answers);
        }
#pragma warning disable CA1031 // Whatever of ours failed around the judging: the doctor is told that nothing was judged, and the bureau is still heard.
        catch (Exception error) when (!call.Http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NhsaLog.CallFailed(logger, error, call.Transaction);
            failures.AnswerUnchecked(call, output, NhsaRefusals.Failed);
        }
    }

    private async Task RecordAsync(NhsaCall call, CallIdentity identity, ReadOnlyMemory<byte> body, PooledOutput output)
    {
        var (feedback, fault) = NhsaReader.ReadFeedback(body, call.Charset, call.Profile, call.Zone, call.Received);
        if (feedback is null)
        {
            call.Refuse(output, fault!, time.GetUtcNow());
            return;
        }
        NhsaMetrics.Tolerated(identity, feedback.Tolerated);
        call.Tolerated = feedback.Tolerated;
        var taken = NhsaRefusals.OfHospital(feedback.Envelope, identity) is { } foreign
            ? new DispositionsTaken(foreign)
            : await feedbacks.RecordAsync(call, identity, feedback, body);
        if (taken.Fault is { } refused)
        {
            call.Refuse(output, refused with { MessageId = feedback.Envelope.MessageId }, time.GetUtcNow());
            return;
        }
        NhsaWriter.WriteFeedback(output, feedback, call.Stamp(time.GetUtcNow()), taken.Warning);
        call.Outcome = "recorded";
    }

    private static Activity? Start(NhsaCall call)
    {
        if (!Source.HasListeners())
            return null;
        ActivityContext.TryParse(call.Http.Request.Headers.TraceParent, traceState: null, isRemote: true, out var parent);
        var ambient = Activity.Current;
        Activity.Current = null;
        var span = Source.StartActivity("nhsa", ActivityKind.Server, parent);
        Activity.Current ??= ambient;
        return span?.SetTag("nhsa.transaction", call.Transaction);
    }

    private void Tell(NhsaCall call)
    {
        var took = time.GetUtcNow() - call.Received;
        NhsaMetrics.Answered(call, took);
        NhsaLog.Call(logger, call.Transaction, call.Hospital, call.Outcome, call.Candidates, call.Lines, call.Deviations, took.TotalMilliseconds);
    }
}

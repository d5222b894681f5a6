using System.Diagnostics;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Regions;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Grains.Releases;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Ledger;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Telemetry;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// One call of a HIS from its first byte to our last. Whatever goes wrong is said in the form that the caller reads: infcode -1
/// and a sentence where it can do something about it, an unchecked answer where we failed.
/// </summary>
internal sealed class NhsaDoor(
    NhsaIdentity identities, NhsaAudits audits, Dispositions dispositions, NhsaRelay relay, ReleaseHolder releases, DictionaryHolder dictionaries,
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
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
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
            output.Clear();
            call.Refuse(output, NhsaRefusals.Failed, time.GetUtcNow());
        }
        span?.SetTag("nhsa.outcome", call.Outcome);
        Tell(call);
        await call.WriteAsync(output);
    }

    private async Task RunAsync(NhsaCall call, PooledOutput output)
    {
        if (NhsaRefusals.OfForm(call.Http.Request) is { } form)
        {
            call.Refuse(output, form, time.GetUtcNow());
            return;
        }
        if (await IdentifyAsync(call, output) is not { } identity)
            return;
        using var body = await NhsaBody.ReadAsync(call.Http, options.Value.NhsaMegabytes);
        if (body is null)
        {
            call.Refuse(output, NhsaRefusals.TooLarge(options.Value.NhsaMegabytes), time.GetUtcNow());
            return;
        }
        var profile = Speak(call, identity);
        switch (call.Transaction)
        {
            case "3101" or "3102": await AuditAsync(call, identity, profile, body.Memory, output); break;
            case "3103": await RecordAsync(call, identity, profile, body.Memory, output); break;
            default: call.Refuse(output, NhsaRefusals.UnknownTransaction(call.Number), time.GetUtcNow()); break;
        }
    }

    private async Task<CallIdentity?> IdentifyAsync(NhsaCall call, PooledOutput output)
    {
        try
        {
            return await identities.ReadAsync(call.Http);
        }
        catch (Exception error) when (NhsaRefusals.OfIdentity(error) is { } refusal)
        {
            call.Status = refusal.Status;
            call.Refuse(output, refusal.Fault, time.GetUtcNow());
            return null;
        }
    }

    /// <summary>How the caller's hospital speaks: its zone and its region's words.</summary>
    private RegionProfile Speak(NhsaCall call, CallIdentity identity)
    {
        var hospital = dictionaries.Find(identity.Caller.Hospital)?.Hospital;
        call.Hospital = identity.Caller.Hospital;
        if (hospital is not null)
            call.Zone = hospital.TimeZone;
        var profile = (releases.Current?.Regions ?? RegionProfiles.None).For(hospital?.Region ?? "");
        call.Transaction = profile.TransactionOf(call.Number);
        return profile;
    }

    private async Task AuditAsync(NhsaCall call, CallIdentity identity, RegionProfile profile, ReadOnlyMemory<byte> body, PooledOutput output)
    {
        var (request, fault) = NhsaReader.ReadAudit(body, call.Charset, profile, call.Zone, call.Received);
        if (request is not null)
        {
            call.Understood(request);
            NhsaMetrics.Tolerated(call.Hospital, request.Tolerated);
            if (NhsaRefusals.OfHospital(request.Envelope, identity) is { } foreign)
            {
                call.Refuse(output, foreign, time.GetUtcNow());
                return;
            }
        }

        // What we cannot read the bureau perhaps can: it gets it all the same.
        var relayed = relay.Begin(call, identity.Caller, body);
        await JudgeAsync(call, identity, profile, request, fault, output);
        if (relayed is not null)
            await relay.CompleteAsync(relayed, call, request, profile, output);
    }

    private async Task JudgeAsync(NhsaCall call, CallIdentity identity, RegionProfile profile, NhsaRequest? request, NhsaFault? fault, PooledOutput output)
    {
        if (request is null)
        {
            call.Refuse(output, fault!, time.GetUtcNow());
            return;
        }
        var answered = await audits.AnswerAsync(identity.Of(request.Envelope), request, call);
        if (answered.Fault is { } refused)
        {
            call.Refuse(output, refused with { MessageId = request.Envelope.MessageId }, time.GetUtcNow());
            return;
        }
        NhsaWriter.WriteAudit(output, request, answered.Answers, profile, call.Stamp(time.GetUtcNow()));
        call.Answered(answered.Answers);
    }

    private async Task RecordAsync(NhsaCall call, CallIdentity identity, RegionProfile profile, ReadOnlyMemory<byte> body, PooledOutput output)
    {
        var (feedback, fault) = NhsaReader.ReadFeedback(body, call.Charset, profile, call.Zone, call.Received);
        if (feedback is null)
        {
            call.Refuse(output, fault!, time.GetUtcNow());
            return;
        }
        NhsaMetrics.Tolerated(call.Hospital, feedback.Tolerated);
        call.Tolerated = feedback.Tolerated;
        fault = NhsaRefusals.OfHospital(feedback.Envelope, identity) ?? await RecordAsync(call, identity.Of(feedback.Envelope), feedback, body);
        if (fault is not null)
        {
            call.Refuse(output, fault with { MessageId = feedback.Envelope.MessageId }, time.GetUtcNow());
            return;
        }
        NhsaWriter.WriteFeedback(output, feedback, call.Stamp(time.GetUtcNow()));
        call.Outcome = "recorded";
    }

    /// <summary>Each disposition goes where its finding came from; the bureau's are kept first, so that none of ours holds them up.</summary>
    private async Task<NhsaFault?> RecordAsync(NhsaCall call, Caller caller, NhsaFeedback feedback, ReadOnlyMemory<byte> body)
    {
        if (Dispositions.FaultOf(feedback.Warnings) is { } fault)
            return fault;
        try
        {
            PermissionTable.Require(caller, Operation.RecordDecisions);
            var ours = await relay.TakeAsync(call.Hospital, body, call.Charset, feedback, call.Http.RequestAborted);
            return await dispositions.RecordAsync(caller, feedback, ours, call.Http.RequestAborted);
        }
        catch (LedgerUnavailableException)
        {
            return NhsaRefusals.NotKept;
        }
        catch (NotPermittedException refused)
        {
            return NhsaRefusals.OfCall(refused);
        }
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

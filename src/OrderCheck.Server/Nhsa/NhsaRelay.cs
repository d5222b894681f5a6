using System.Buffers;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Regions;
using OrderCheck.Grains.Permissions;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Server.Nhsa.Relay;

namespace OrderCheck.Server.Nhsa;

/// <summary>Where the door meets the relay: a hospital that has a bureau to be asked gets one answer of both.</summary>
internal sealed class NhsaRelay(BureauRelay relay, ILogger<NhsaRelay> logger)
{
    /// <summary>Sends a 3101 or 3102 on; null where the hospital has no bureau, or the caller may not ask anybody.</summary>
    public RelayedCall? Begin(NhsaCall call, Caller caller, ReadOnlyMemory<byte> body)
    {
        var relayed = PermissionTable.Permits(caller.Role, Operation.CheckOrders) ? relay.Begin(call.Hospital, call.Transaction, body, call.Http.Request.ContentType) : null;
        call.InUtf8 = relayed is not null;
        return relayed;
    }

    /// <summary>Puts the one answer in the place of ours.</summary>
    public async Task CompleteAsync(RelayedCall relayed, NhsaCall call, PooledOutput output)
    {
        var ours = output.Written.ToArray();
        var answer = await CompleteAsync(relayed, ours, Question(call.Request, call.Profile));
        output.Clear();
        call.InUtf8 = false;
        call.Sent = answer.Sent;
        if (answer.Verbatim)
        {
            (call.Status, call.PassedType) = (answer.Status, answer.ContentType ?? "application/json");
            output.Write(answer.Body.Span);
            return;
        }
        BodyText.Write(output, answer.Body.Span, call.Charset);
    }

    /// <summary>See <see cref="BureauRelay.RouteAsync"/>.</summary>
    public Task<DispositionRoutes> RouteAsync(string hospital, NhsaFeedback feedback, CancellationToken cancellation) =>
        relay.RouteAsync(hospital, feedback.Warnings, cancellation);

    /// <summary>See <see cref="BureauRelay.KeepAsync"/>.</summary>
    public Task KeepAsync(NhsaCall call, ReadOnlyMemory<byte> body, NhsaFeedback feedback, DispositionRoutes routes) =>
        relay.KeepAsync(call.Hospital, body, call.Charset, feedback.WarnType, routes, FeedbackForm.Of(call.Profile));

    private async Task<HisAnswer> CompleteAsync(RelayedCall relayed, ReadOnlyMemory<byte> ours, RelayedQuestion question)
    {
        try
        {
            return await relayed.CompleteAsync(ours, question);
        }
#pragma warning disable CA1031 // Whatever the relay did wrong: what we found goes out.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ServerLog.RelayFailed(logger, error);
            return new HisAnswer(ours);
        }
    }

    private static RelayedQuestion Question(NhsaRequest? request, RegionProfile profile) => request is null
        ? new RelayedQuestion(RelayForm.Of(profile), [], [])
        : new RelayedQuestion(
            RelayForm.Of(profile),
            [.. request.Visits.OrderByDescending(static visit => visit.Current).Select(static visit => visit.VisitId).Distinct()],
            [.. request.Visits.Select(static visit => visit.PatientName).OfType<string>().Distinct()]);
}

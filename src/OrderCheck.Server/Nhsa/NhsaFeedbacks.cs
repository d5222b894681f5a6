using OrderCheck.Grains.Permissions;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Ledger;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Nhsa;

/// <summary>Answers 3103: each disposition goes where its finding came from.</summary>
internal sealed class NhsaFeedbacks(Dispositions dispositions, NhsaRelay relay)
{
    /// <summary>The bureau's are kept when ours are seen to be right, and before they are written.</summary>
    public async Task<DispositionsTaken> RecordAsync(NhsaCall call, CallIdentity identity, NhsaFeedback feedback, ReadOnlyMemory<byte> body)
    {
        if (Dispositions.FaultOf(feedback.Warnings) is { } fault)
            return new DispositionsTaken(fault);
        try
        {
            var caller = identity.Of(feedback.Envelope);
            PermissionTable.Require(caller, Operation.RecordDecisions);
            var routes = await relay.RouteAsync(call.Hospital, feedback, call.Http.RequestAborted);
            return await dispositions.RecordAsync(
                caller, identity.KeyId, feedback, routes.Ours, () => relay.KeepAsync(call, body, feedback, routes), call.Http.RequestAborted);
        }
        catch (LedgerUnavailableException)
        {
            return new DispositionsTaken(NhsaRefusals.NotKept);
        }
        catch (NotPermittedException refused)
        {
            return new DispositionsTaken(NhsaRefusals.OfCall(refused));
        }
    }
}

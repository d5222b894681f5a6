using OrderCheck.Interop.Nhsa;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// Answers calls that failed for a reason of ours: a 3101 or 3102 as not checked, since infcode -1 says that the caller is to
/// change something; a 3103 as not kept, since yes would be untrue.
/// </summary>
internal sealed class NhsaFailures(HospitalRegions regions, TimeProvider time)
{
    public void Answer(NhsaCall call, PooledOutput output, NhsaFault failed)
    {
        call.InUtf8 = false;
        (call.PassedType, call.Sent) = (null, null);
        call.Status = StatusCodes.Status200OK;
        // A region's own number may not be understood yet: not checked is then the safer thing to say.
        if (call.Transaction == "3103")
            Refuse(call, output, NhsaRefusals.NotKept);
        else
            AnswerUnchecked(call, output, failed);
    }

    public void AnswerUnchecked(NhsaCall call, PooledOutput output, NhsaFault failed) => call.AnswerUnchecked(output, failed.Message, time.GetUtcNow());

    /// <summary>
    /// Who calls could not be looked up. The answer is in the words of the hospital that the body names; it says of nobody but the
    /// caller's own lines that they were not checked.
    /// </summary>
    public void AnswerUnproved(NhsaCall call, ReadOnlyMemory<byte> body, PooledOutput output)
    {
        var named = NhsaReader.ReadAudit(body, call.Charset, call.Profile, call.Zone, call.Received).Value?.Envelope.FixmedinsCode;
        regions.Speak(call, named ?? "");
        // Nobody has proved to be of it: it is counted and logged as nobody's.
        call.Hospital = "";
        switch (call.Transaction)
        {
            case "3101" or "3102":
                var (request, fault) = NhsaReader.ReadAudit(body, call.Charset, call.Profile, call.Zone, call.Received);
                if (request is not null)
                    call.Understood(request);
                if (fault is not null)
                    call.Refuse(output, fault, time.GetUtcNow());
                else
                    AnswerUnchecked(call, output, NhsaRefusals.Unproved);
                break;
            case "3103": Refuse(call, output, NhsaRefusals.NotKept); break;
            default: Refuse(call, output, NhsaRefusals.UnknownTransaction(call.Number)); break;
        }
    }

    private void Refuse(NhsaCall call, PooledOutput output, NhsaFault fault)
    {
        output.Clear();
        call.Refuse(output, fault, time.GetUtcNow());
    }
}

using OrderCheck.Core.Encounters;
using Kind = OrderCheck.Protocol.V1.EncounterEvent.EventOneofCase;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class EventReader
{
    public static EncounterFact Read(FieldReader reader, Proto.EncounterEvent message)
    {
        var head = new EventHead(
            reader.Id("id", message.Id),
            reader.Whole("revision", message.Revision, 0, int.MaxValue),
            reader.Time("occurred_at", message.OccurredAt));
        return ReadEvent(reader, message, head);
    }

    private static EncounterFact ReadEvent(FieldReader reader, Proto.EncounterEvent message, EventHead head) => message.EventCase switch
    {
        Kind.Admit => StayReader.Admit(reader, head, message.Admit),
        Kind.CancelAdmit => new AdmissionCancelled(Reason(reader, "cancel_admit.reason", message.CancelAdmit.Reason)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At },
        Kind.Update => StayReader.Update(reader, head, message.Update),
        Kind.Transfer => StayReader.Transfer(reader, head, message.Transfer),
        Kind.ChangeBed => StayReader.ChangeBed(reader, head, message.ChangeBed),
        Kind.Leave => new LeaveStarted(Reason(reader, "leave.reason", message.Leave.Reason)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At },
        Kind.ReturnFromLeave => new LeaveEnded { Id = head.Id, Revision = head.Revision, OccurredAt = head.At },
        Kind.ChangeInsurance => StayReader.ChangeInsurance(reader, head, message.ChangeInsurance),
        Kind.Discharge => new Discharged(Reason(reader, "discharge.way", message.Discharge.Way)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At },
        Kind.CancelDischarge => new DischargeCancelled(Reason(reader, "cancel_discharge.reason", message.CancelDischarge.Reason)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At },
        Kind.Settle => new Settled(reader.Id("settle.setl_id", message.Settle.SetlId)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At },
        Kind.CancelSettle => new SettlementCancelled(reader.Id("cancel_settle.setl_id", message.CancelSettle.SetlId)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At },
        Kind.Merge => StayReader.Merge(reader, head, message.Merge),
        Kind.GiveBudget => StayReader.GiveBudget(reader, head, message.GiveBudget),
        Kind.Diagnosis => ClinicalReader.Diagnosis(reader, head, message.Diagnosis),
        Kind.Procedure => ClinicalReader.Procedure(reader, head, message.Procedure),
        Kind.Allergy => ClinicalReader.Allergy(reader, head, message.Allergy),
        Kind.LaboratoryValue => ClinicalReader.LaboratoryValue(reader, head, message.LaboratoryValue),
        Kind.Weight => ClinicalReader.Weight(reader, head, message.Weight),
        Kind.Pregnancy => ClinicalReader.Pregnancy(reader, head, message.Pregnancy),
        Kind.Birth => ClinicalReader.Birth(reader, head, message.Birth),
        Kind.EnterPathway => PathwayReader.Enter(reader, head, message.EnterPathway),
        Kind.LeavePathway => PathwayReader.Leave(reader, head, message.LeavePathway),
        Kind.SettlementList => SettlementReader.Read(reader, head, message.SettlementList),
        Kind.UploadCharges => SettlementReader.Upload(reader, head, message.UploadCharges),
        _ => Missing(reader, head),
    };

    private static string? Reason(FieldReader reader, string field, string value) => reader.Text(field, value, ActionReader.LongestReason);

    private static LeaveEnded Missing(FieldReader reader, EventHead head)
    {
        reader.Refuse("event", "is missing, or of a kind that is not known here", "one of admit, update, transfer, discharge, diagnosis and the others of EncounterEvent");
        return new LeaveEnded { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };
    }
}

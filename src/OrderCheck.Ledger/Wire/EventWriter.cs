using OrderCheck.Core.Encounters;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class EventWriter
{
    public static Proto.EncounterEvent Write(EncounterFact fact)
    {
        var message = new Proto.EncounterEvent
        {
            Id = fact.Id,
            Revision = fact.Revision,
            OccurredAt = Timestamps.Write(fact.OccurredAt),
        };
        SetEvent(message, fact);
        return message;
    }

    private static void SetEvent(Proto.EncounterEvent message, EncounterFact fact)
    {
        switch (fact)
        {
            case Admitted f: message.Admit = new() { Stay = Stay(f.Stay) }; break;
            case AdmissionCancelled f: message.CancelAdmit = new() { Reason = f.Reason ?? "" }; break;
            case StayUpdated f: message.Update = new() { Stay = Stay(f.Stay) }; break;
            case Transferred f:
                message.Transfer = new() { Department = f.Department, Ward = f.Ward ?? "", Bed = f.Bed ?? "", AttendingDoctor = f.AttendingDoctor ?? "" };
                break;
            case BedChanged f: message.ChangeBed = new() { Ward = f.Ward ?? "", Bed = f.Bed ?? "" }; break;
            case LeaveStarted f: message.Leave = new() { Reason = f.Reason ?? "" }; break;
            case LeaveEnded: message.ReturnFromLeave = new(); break;
            case InsuranceChanged f:
                message.ChangeInsurance = new() { Insutype = f.InsuType, EffectiveFrom = Timestamps.Write(f.EffectiveFrom) };
                break;
            case Discharged f: message.Discharge = new() { Way = f.Way ?? "" }; break;
            case DischargeCancelled f: message.CancelDischarge = new() { Reason = f.Reason ?? "" }; break;
            case Settled f: message.Settle = new() { SetlId = f.SettlementId }; break;
            case SettlementCancelled f: message.CancelSettle = new() { SetlId = f.SettlementId }; break;
            case Merged f: message.Merge = new() { FromVisitNumber = f.FromVisitNumber ?? "", PatientNumber = f.PatientNumber ?? "" }; break;
            case BudgetGiven f: message.GiveBudget = Budget(f); break;
            case PathwayEntered f: message.EnterPathway = new() { Pathway = f.Pathway, PathwayName = f.Name ?? "", Withdrawn = f.Withdrawn }; break;
            case PathwayLeft f: message.LeavePathway = new() { Pathway = f.Pathway, Completed = f.Completed, Reason = f.Reason ?? "", Withdrawn = f.Withdrawn }; break;
            case SettlementListReported f: message.SettlementList = SettlementWriter.Write(f.List); break;
            case ChargesUploaded f: message.UploadCharges = new() { ChargeIds = { f.ChargeIds } }; break;
            default: SetClinical(message, fact); break;
        }
    }

    private static void SetClinical(Proto.EncounterEvent message, EncounterFact fact)
    {
        switch (fact)
        {
            case DiagnosisRecorded f:
                message.Diagnosis = new()
                {
                    Code = f.Code,
                    Name = f.Name ?? "",
                    Principal = f.Principal,
                    Suspected = f.Suspected,
                    Withdrawn = f.Withdrawn,
                    InfantNo = f.InfantNo ?? "",
                };
                break;
            case ProcedureRecorded f:
                message.Procedure = new()
                {
                    Code = f.Code,
                    Name = f.Name ?? "",
                    Principal = f.Principal,
                    Doctor = f.Doctor ?? "",
                    Planned = f.Planned,
                    EndedAt = Timestamps.Write(f.EndedAt),
                    Withdrawn = f.Withdrawn,
                };
                break;
            case AllergyRecorded f:
                message.Allergy = new() { SubstanceCode = f.SubstanceCode ?? "", SubstanceName = f.SubstanceName, Withdrawn = f.Withdrawn };
                break;
            case LaboratoryValueRecorded f:
                message.LaboratoryValue = new() { Code = f.Code, Name = f.Name ?? "", Value = f.Value, Unit = f.Unit ?? "" };
                break;
            case WeightRecorded f: message.Weight = new() { Grams = f.Grams, InfantNo = f.InfantNo ?? "", HeightMillimetres = f.HeightMillimetres ?? 0 }; break;
            case PregnancyRecorded f:
                message.Pregnancy = new() { State = (Proto.PregnancyState)(int)f.State, GestationalWeeks = f.GestationalWeeks ?? 0 };
                break;
            case BirthRecorded f:
                message.Birth = new() { InfantNo = f.InfantNo, Sex = (Proto.Sex)(int)f.Sex, WeightGrams = f.WeightGrams ?? 0 };
                break;
            default: throw new ArgumentException($"{fact.GetType().Name} has no message.", nameof(fact));
        }
    }

    private static Proto.Stay Stay(StayDetails stay) => new()
    {
        PatientNumber = stay.PatientNumber ?? "",
        Sex = (Proto.Sex)(int)(stay.Sex ?? Sex.Unknown),
        BirthTime = Timestamps.Write(stay.BirthTime),
        MedType = stay.MedType ?? "",
        Insutype = stay.InsuType ?? "",
        Department = stay.Department ?? "",
        Ward = stay.Ward ?? "",
        Bed = stay.Bed ?? "",
        AttendingDoctor = stay.AttendingDoctor ?? "",
        MdtrtId = stay.MdtrtId ?? "",
    };

    private static Proto.GiveBudget Budget(BudgetGiven fact) => new()
    {
        GroupCode = fact.GroupCode,
        GroupName = fact.GroupName,
        PaymentStandard = fact.PaymentStandard.ToString(),
        StandardCost = fact.StandardCost.ToString(),
        Source = fact.Source,
    };
}

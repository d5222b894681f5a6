using OrderCheck.Core.Encounters;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>Where the patient lies and how the stay is paid. The identity fields are checked and not passed on: Core never sees them.</summary>
internal static class StayReader
{
    private const decimal LargestBudget = 100_000_000m;

    public static Admitted Admit(FieldReader reader, EventHead head, Proto.Admit admit) => new(Stay(reader, "admit.stay", admit.Stay)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static StayUpdated Update(FieldReader reader, EventHead head, Proto.Update update) => new(Stay(reader, "update.stay", update.Stay)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static Transferred Transfer(FieldReader reader, EventHead head, Proto.Transfer transfer) => new(
        reader.Id("transfer.department", transfer.Department),
        reader.Code("transfer.ward", transfer.Ward),
        reader.Code("transfer.bed", transfer.Bed),
        reader.Code("transfer.attending_doctor", transfer.AttendingDoctor))
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static BedChanged ChangeBed(FieldReader reader, EventHead head, Proto.ChangeBed change)
    {
        if (change.Ward.Length == 0 && change.Bed.Length == 0)
            reader.Refuse("change_bed.bed", "is empty, and so is change_bed.ward", "at least one of the two");
        return new BedChanged(reader.Code("change_bed.ward", change.Ward), reader.Code("change_bed.bed", change.Bed)) { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };
    }

    public static InsuranceChanged ChangeInsurance(FieldReader reader, EventHead head, Proto.ChangeInsurance change) => new(
        reader.Id("change_insurance.insutype", change.Insutype),
        reader.OptionalTime("change_insurance.effective_from", change.EffectiveFrom) ?? head.At)
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static Merged Merge(FieldReader reader, EventHead head, Proto.Merge merge)
    {
        if (merge.FromVisitNumber.Length == 0 && merge.PatientNumber.Length == 0)
            reader.Refuse("merge.from_visit_number", "is empty, and so is merge.patient_number", "at least one of the two");
        return new Merged(reader.Code("merge.from_visit_number", merge.FromVisitNumber), reader.Code("merge.patient_number", merge.PatientNumber))
        {
            Id = head.Id,
            Revision = head.Revision,
            OccurredAt = head.At,
        };
    }

    public static BudgetGiven GiveBudget(FieldReader reader, EventHead head, Proto.GiveBudget budget) => new(
        reader.Id("give_budget.group_code", budget.GroupCode),
        reader.Text("give_budget.group_name", budget.GroupName, 200) ?? "",
        reader.Amount("give_budget.payment_standard", budget.PaymentStandard, 0, LargestBudget),
        reader.Amount("give_budget.standard_cost", budget.StandardCost, 0, LargestBudget),
        reader.Text("give_budget.source", budget.Source, 200) ?? "")
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    private static StayDetails Stay(FieldReader reader, string field, Proto.Stay? stay)
    {
        if (stay is null)
        {
            reader.Refuse(field, "is required", "who the patient is and how the stay is paid");
            return new StayDetails();
        }

        reader.Within(field);
        _ = reader.Private("psn_no", stay.PsnNo, 64);
        _ = reader.Private("patient_name", stay.PatientName, 100);
        return new StayDetails
        {
            PatientNumber = reader.Private("patient_number", stay.PatientNumber, 64),
            Sex = ClinicalReader.Sex(reader, "sex", stay.Sex),
            BirthTime = reader.BirthTime("birth_time", stay.BirthTime),
            MedType = reader.Code("med_type", stay.MedType),
            InsuType = reader.Code("insutype", stay.Insutype),
            Department = reader.Code("department", stay.Department),
            Ward = reader.Code("ward", stay.Ward),
            Bed = reader.Code("bed", stay.Bed),
            AttendingDoctor = reader.Code("attending_doctor", stay.AttendingDoctor),
            MdtrtId = reader.Code("mdtrt_id", stay.MdtrtId),
        };
    }
}

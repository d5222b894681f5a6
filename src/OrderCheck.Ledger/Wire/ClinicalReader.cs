using OrderCheck.Core.Encounters;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class ClinicalReader
{
    private const int LongestName = 200;
    private const int HeaviestGrams = 700_000;
    private const int TallestMillimetres = 3000;
    private const int LongestGestation = 45;

    public static DiagnosisRecorded Diagnosis(FieldReader reader, EventHead head, Proto.Diagnosis diagnosis) => new(
        reader.Id("diagnosis.code", diagnosis.Code),
        reader.Text("diagnosis.name", diagnosis.Name, LongestName),
        diagnosis.Principal,
        diagnosis.Suspected,
        diagnosis.Withdrawn,
        reader.Code("diagnosis.infant_no", diagnosis.InfantNo))
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static ProcedureRecorded Procedure(FieldReader reader, EventHead head, Proto.Procedure procedure)
    {
        var ended = reader.OptionalTime("procedure.ended_at", procedure.EndedAt);
        if (ended < head.At)
            reader.Refuse("procedure.ended_at", "lies before occurred_at", "occurred_at or later, or nothing");
        if (ended is not null && procedure.Planned)
            reader.Refuse("procedure.ended_at", "is given of an operation that is planned", "nothing while it is not done");
        return new ProcedureRecorded(
            reader.Id("procedure.code", procedure.Code),
            reader.Text("procedure.name", procedure.Name, LongestName),
            procedure.Principal,
            reader.Code("procedure.doctor", procedure.Doctor))
        {
            Id = head.Id,
            Revision = head.Revision,
            OccurredAt = head.At,
            Planned = procedure.Planned,
            EndedAt = ended,
            Withdrawn = procedure.Withdrawn,
        };
    }

    public static AllergyRecorded Allergy(FieldReader reader, EventHead head, Proto.Allergy allergy) => new(
        reader.Code("allergy.substance_code", allergy.SubstanceCode),
        reader.Required("allergy.substance_name", allergy.SubstanceName, LongestName),
        allergy.Withdrawn)
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static LaboratoryValueRecorded LaboratoryValue(FieldReader reader, EventHead head, Proto.LaboratoryValue value) => new(
        reader.Id("laboratory_value.code", value.Code),
        reader.Text("laboratory_value.name", value.Name, LongestName),
        reader.Required("laboratory_value.value", value.Value, LongestName),
        reader.Text("laboratory_value.unit", value.Unit, 20))
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static WeightRecorded Weight(FieldReader reader, EventHead head, Proto.Weight weight) => new(
        reader.Whole("weight.grams", weight.Grams, 1, HeaviestGrams), reader.Code("weight.infant_no", weight.InfantNo),
        NotZero(reader.Whole("weight.height_millimetres", weight.HeightMillimetres, 0, TallestMillimetres)))
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static PregnancyRecorded Pregnancy(FieldReader reader, EventHead head, Proto.Pregnancy pregnancy)
    {
        if (pregnancy.State is < Proto.PregnancyState.Unknown or > Proto.PregnancyState.Lactating)
            reader.Refuse("pregnancy.state", $"{(int)pregnancy.State} is unknown", "PREGNANCY_STATE_UNKNOWN, _NONE, _PREGNANT, _LACTATING");
        return new PregnancyRecorded(
            (PregnancyState)(int)pregnancy.State,
            NotZero(reader.Whole("pregnancy.gestational_weeks", pregnancy.GestationalWeeks, 0, LongestGestation)))
        { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };
    }

    public static BirthRecorded Birth(FieldReader reader, EventHead head, Proto.Birth birth) => new(
        reader.Id("birth.infant_no", birth.InfantNo),
        Sex(reader, "birth.sex", birth.Sex) ?? Core.Encounters.Sex.Unknown,
        NotZero(reader.Whole("birth.weight_grams", birth.WeightGrams, 0, HeaviestGrams)))
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static Sex? Sex(FieldReader reader, string field, Proto.Sex sex)
    {
        if (sex is Proto.Sex.Male or Proto.Sex.Female or Proto.Sex.Indeterminate)
            return (Sex)(int)sex;
        if (sex != Proto.Sex.Unknown)
            reader.Refuse(field, $"{(int)sex} is unknown", "SEX_UNKNOWN, SEX_MALE, SEX_FEMALE, SEX_INDETERMINATE");
        return null;
    }

    private static int? NotZero(int value) => value == 0 ? null : value;
}

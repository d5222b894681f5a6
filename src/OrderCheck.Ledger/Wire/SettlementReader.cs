using Google.Protobuf.Collections;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Settlement;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>结算清单 and 费用明细上传. Only the form is looked at: what does not fit is the rules' matter.</summary>
internal static class SettlementReader
{
    private const string List = "settlement_list";
    private const int LongestName = 200;
    private const int OldestYears = 150;
    private const int MostDaysOfAYear = 366;
    private const int HeaviestGrams = 700_000;
    private const int LongestStay = 10_000;
    private const int MostCodes = 200;
    private const int MostEntries = 100;
    private const int MostCategories = 50;
    private const int MostUploaded = 1000;

    public static SettlementListReported Read(FieldReader reader, EventHead head, Proto.SettlementList list) => new(new SettlementList
    {
        Patient = new ListedPatient
        {
            Sex = ClinicalReader.Sex(reader, $"{List}.sex", list.Sex),
            BirthTime = reader.BirthTime($"{List}.birth_time", list.BirthTime),
            AgeYears = list.HasAgeYears ? reader.Whole($"{List}.age_years", list.AgeYears, 0, OldestYears) : null,
            AgeDays = list.HasAgeDays ? reader.Whole($"{List}.age_days", list.AgeDays, 0, MostDaysOfAYear) : null,
            BirthWeightGrams = NotZero(reader.Whole($"{List}.birth_weight_grams", list.BirthWeightGrams, 0, HeaviestGrams)),
            AdmissionWeightGrams = NotZero(reader.Whole($"{List}.admission_weight_grams", list.AdmissionWeightGrams, 0, HeaviestGrams)),
            InsuType = reader.Code($"{List}.insutype", list.Insutype),
        },
        Stay = Stay(reader, list),
        Money = new ListedMoney
        {
            Total = Amount(reader, $"{List}.total", list.Total),
            Funds = Amount(reader, $"{List}.fund_payment", list.FundPayment),
            Account = Amount(reader, $"{List}.account_payment", list.AccountPayment),
            Cash = Amount(reader, $"{List}.cash_payment", list.CashPayment),
            OwnShare = Amount(reader, $"{List}.own_share", list.OwnShare),
            SelfPaid = Amount(reader, $"{List}.self_paid", list.SelfPaid),
        },
        Diagnoses = Each(reader, $"{List}.diagnoses", list.Diagnoses, MostCodes, Diagnosis),
        Procedures = Each(reader, $"{List}.procedures", list.Procedures, MostCodes, Procedure),
        CareUnits = Each(reader, $"{List}.care_units", list.CareUnits, MostEntries, CareUnit),
        Blood = Each(reader, $"{List}.blood", list.Blood, MostEntries, Blood),
        Categories = Once(reader, $"{List}.categories", Each(reader, $"{List}.categories", list.Categories, MostCategories, Category), static entry => entry.Category),
        Filled = Once(reader, $"{List}.filled", Each(reader, $"{List}.filled", list.Filled, SettlementFields.Unkept.Count, Filled), static name => name),
        Withdrawn = list.Withdrawn,
    })
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At };

    public static ChargesUploaded Upload(FieldReader reader, EventHead head, Proto.UploadCharges uploaded)
    {
        const string field = "upload_charges.charge_ids";
        if (uploaded.ChargeIds.Count == 0)
            reader.Refuse(field, "is empty", $"1 to {MostUploaded} ids of charges");
        return new ChargesUploaded(Once(reader, field, Each(reader, field, uploaded.ChargeIds, MostUploaded, static (reader, name, id) => reader.Id(name, id)), static id => id))
        {
            Id = head.Id,
            Revision = head.Revision,
            OccurredAt = head.At,
        };
    }

    private static ListedStay Stay(FieldReader reader, Proto.SettlementList list) => new()
    {
        MedType = reader.Code($"{List}.med_type", list.MedType),
        WayOfAdmission = reader.Code($"{List}.way_of_admission", list.WayOfAdmission),
        AdmittedAt = reader.OptionalTime($"{List}.admitted_at", list.AdmittedAt),
        AdmissionDepartment = reader.Code($"{List}.admission_department", list.AdmissionDepartment),
        DischargedAt = reader.OptionalTime($"{List}.discharged_at", list.DischargedAt),
        DischargeDepartment = reader.Code($"{List}.discharge_department", list.DischargeDepartment),
        WayOfDischarge = reader.Code($"{List}.way_of_discharge", list.WayOfDischarge),
        Days = NotZero(reader.Whole($"{List}.stay_days", list.StayDays, 0, LongestStay)),
        ChiefDoctor = reader.Code($"{List}.chief_doctor", list.ChiefDoctor),
    };

    private static ListedDiagnosis Diagnosis(FieldReader reader, string name, Proto.ListedDiagnosis told) => new(
        reader.Id($"{name}.code", told.Code), reader.Text($"{name}.name", told.Name, LongestName), told.Principal,
        reader.Code($"{name}.on_admission", told.OnAdmission));

    private static ListedProcedure Procedure(FieldReader reader, string name, Proto.ListedProcedure told) => new(
        reader.Id($"{name}.code", told.Code), reader.Text($"{name}.name", told.Name, LongestName), told.Principal,
        reader.Code($"{name}.anaesthesia", told.Anaesthesia))
    {
        BeganAt = reader.OptionalTime($"{name}.began_at", told.BeganAt),
        EndedAt = reader.OptionalTime($"{name}.ended_at", told.EndedAt),
        Surgeon = reader.Code($"{name}.surgeon", told.Surgeon),
        Anaesthetist = reader.Code($"{name}.anaesthetist", told.Anaesthetist),
    };

    private static ListedCareUnit CareUnit(FieldReader reader, string name, Proto.ListedCareUnit told) => new(
        reader.Id($"{name}.unit", told.Unit), reader.OptionalTime($"{name}.entered_at", told.EnteredAt), reader.OptionalTime($"{name}.left_at", told.LeftAt));

    private static ListedBlood Blood(FieldReader reader, string name, Proto.ListedBlood told) => new(
        reader.Id($"{name}.kind", told.Kind),
        told.Quantity.Length == 0 ? null : reader.Number($"{name}.quantity", told.Quantity, 0.0001m, Quantity.Largest),
        reader.Text($"{name}.unit", told.Unit, 20));

    private static ListedCategory Category(FieldReader reader, string name, Proto.ListedCategory told) => new(
        reader.Id($"{name}.med_chrgitm_type", told.MedChrgitmType), reader.Amount($"{name}.amount", told.Amount, 0, ChargeReader.LargestAmount))
    {
        ClassA = Amount(reader, $"{name}.class_a", told.ClassA),
        ClassB = Amount(reader, $"{name}.class_b", told.ClassB),
        SelfPaid = Amount(reader, $"{name}.self_paid", told.SelfPaid),
        Other = Amount(reader, $"{name}.other", told.Other),
    };

    private static string Filled(FieldReader reader, string name, string told)
    {
        if (!SettlementFields.Unkept.Contains(told))
            reader.Refuse(name, $"{FieldReader.Quote(told)} is no such field", string.Join(", ", SettlementFields.Unkept));
        return told;
    }

    private static Money? Amount(FieldReader reader, string field, string told) =>
        told.Length == 0 ? null : reader.Amount(field, told, 0, ChargeReader.LargestAmount);

    private static IReadOnlyList<TFact> Each<TMessage, TFact>(
        FieldReader reader, string field, RepeatedField<TMessage> told, int most, Func<FieldReader, string, TMessage, TFact> read)
    {
        if (told.Count <= most)
            return told.Count == 0 ? [] : [.. told.Select((entry, place) => read(reader, $"{field}[{place}]", entry))];
        reader.Refuse(field, $"has {told.Count} entries", $"at most {most}");
        return [];
    }

    private static IReadOnlyList<T> Once<T>(FieldReader reader, string field, IReadOnlyList<T> entries, Func<T, string> key)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            if (!known.Add(key(entries[i])))
                reader.Refuse($"{field}[{i}]", $"{FieldReader.Quote(key(entries[i]))} is there twice", "each once");
        }
        return entries;
    }

    private static int? NotZero(int value) => value == 0 ? null : value;
}

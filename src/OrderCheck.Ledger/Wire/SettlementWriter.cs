using OrderCheck.Core.Amounts;
using OrderCheck.Core.Settlement;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>结算清单 as it is recorded.</summary>
internal static class SettlementWriter
{
    public static Proto.SettlementList Write(SettlementList list)
    {
        var (patient, stay, money) = (list.Patient, list.Stay, list.Money);
        var message = new Proto.SettlementList
        {
            Sex = (Proto.Sex)(int)(patient.Sex ?? Core.Encounters.Sex.Unknown),
            BirthTime = Timestamps.Write(patient.BirthTime),
            BirthWeightGrams = patient.BirthWeightGrams ?? 0,
            AdmissionWeightGrams = patient.AdmissionWeightGrams ?? 0,
            Insutype = patient.InsuType ?? "",
            MedType = stay.MedType ?? "",
            WayOfAdmission = stay.WayOfAdmission ?? "",
            AdmittedAt = Timestamps.Write(stay.AdmittedAt),
            AdmissionDepartment = stay.AdmissionDepartment ?? "",
            DischargedAt = Timestamps.Write(stay.DischargedAt),
            DischargeDepartment = stay.DischargeDepartment ?? "",
            WayOfDischarge = stay.WayOfDischarge ?? "",
            StayDays = stay.Days ?? 0,
            ChiefDoctor = stay.ChiefDoctor ?? "",
            Total = Text(money.Total),
            FundPayment = Text(money.Funds),
            AccountPayment = Text(money.Account),
            CashPayment = Text(money.Cash),
            OwnShare = Text(money.OwnShare),
            SelfPaid = Text(money.SelfPaid),
            Withdrawn = list.Withdrawn,
        };
        if (patient.AgeYears is { } years)
            message.AgeYears = years;
        if (patient.AgeDays is { } days)
            message.AgeDays = days;
        message.Diagnoses.AddRange(list.Diagnoses.Select(Write));
        message.Procedures.AddRange(list.Procedures.Select(Write));
        message.CareUnits.AddRange(list.CareUnits.Select(Write));
        message.Blood.AddRange(list.Blood.Select(Write));
        message.Categories.AddRange(list.Categories.Select(Write));
        message.Filled.AddRange(list.Filled);
        return message;
    }

    private static Proto.ListedDiagnosis Write(ListedDiagnosis entry) =>
        new() { Code = entry.Code, Name = entry.Name ?? "", Principal = entry.Principal, OnAdmission = entry.OnAdmission ?? "" };

    private static Proto.ListedProcedure Write(ListedProcedure entry) => new()
    {
        Code = entry.Code,
        Name = entry.Name ?? "",
        Principal = entry.Principal,
        BeganAt = Timestamps.Write(entry.BeganAt),
        EndedAt = Timestamps.Write(entry.EndedAt),
        Surgeon = entry.Surgeon ?? "",
        Anaesthesia = entry.Anaesthesia ?? "",
        Anaesthetist = entry.Anaesthetist ?? "",
    };

    private static Proto.ListedCareUnit Write(ListedCareUnit entry) =>
        new() { Unit = entry.Unit, EnteredAt = Timestamps.Write(entry.EnteredAt), LeftAt = Timestamps.Write(entry.LeftAt) };

    private static Proto.ListedBlood Write(ListedBlood entry) =>
        new() { Kind = entry.Kind, Quantity = entry.Quantity is { } quantity ? Quantity.Text(quantity) : "", Unit = entry.Unit ?? "" };

    private static Proto.ListedCategory Write(ListedCategory entry) => new()
    {
        MedChrgitmType = entry.Category,
        Amount = entry.Amount.ToString(),
        ClassA = Text(entry.ClassA),
        ClassB = Text(entry.ClassB),
        SelfPaid = Text(entry.SelfPaid),
        Other = Text(entry.Other),
    };

    private static string Text(Money? amount) => amount?.ToString() ?? "";
}

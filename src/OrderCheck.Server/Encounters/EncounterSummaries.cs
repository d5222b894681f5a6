using OrderCheck.Core.Amounts;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Findings;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Encounters;

/// <summary>Makes messages of what is known of encounters.</summary>
internal static class EncounterSummaries
{
    public static Proto.EncounterSummary Write(EncounterDescription description) => new()
    {
        VisitNumber = description.VisitNumber,
        Admitted = description.Admitted,
        Discharged = description.Discharged,
        Department = description.Department ?? "",
        LedgerSequence = description.LedgerSequence,
        Totals = new Proto.Totals
        {
            Total = description.Total.ToString(),
            ByCategory = { Texts(description.ByCategory) },
            ByClass = { Texts(description.ByClass) },
            SelfPay = description.SelfPay.ToString(),
            OwnShare = description.OwnShare.ToString(),
        },
        Budget = AnswerWriter.Budget(description.Budget),
        ActiveOrders = description.ActiveOrders,
        ChargeLines = description.ChargeLines,
    };

    public static Proto.ListLateAnswer Write(LatePage page) => new()
    {
        Entries = { page.Entries.Select(Write) },
        Next = page.Next,
    };

    private static Proto.LateEntry Write(LateJudgement late) => new()
    {
        Cursor = late.Cursor,
        VisitNumber = late.VisitNumber,
        Doctor = late.Doctor,
        Department = late.Department,
        JudgedAt = Timestamps.Write(late.JudgedAt),
        CheckId = late.Answer.CheckId,
        Findings = { late.Answer.Findings.Select(AnswerWriter.Finding) },
    };

    public static Proto.ListWorkAnswer WriteWork(LatePage page) => new()
    {
        Entries = { page.Entries.Select(WriteWork) },
        Next = page.Next,
    };

    private static Proto.WorkEntry WriteWork(LateJudgement work) => new()
    {
        Cursor = work.Cursor,
        VisitNumber = work.VisitNumber,
        Ward = work.Department,
        JudgedAt = Timestamps.Write(work.JudgedAt),
        CheckId = work.Answer.CheckId,
        Findings = { work.Answer.Findings.Select(AnswerWriter.Finding) },
    };

    private static Dictionary<string, string> Texts(IReadOnlyDictionary<string, Money> sums) =>
        sums.ToDictionary(static p => p.Key, static p => p.Value.ToString(), StringComparer.Ordinal);
}

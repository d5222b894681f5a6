using OrderCheck.Core.Budgets;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Writing;

/// <summary>Makes output.ordercheck: what 3101 has no place for.</summary>
internal static class Additions
{
    /// <param name="answers">Of the visits that were judged.</param>
    public static AdditionsNode Of(NhsaRequest request, IReadOnlyList<NhsaVisitAnswer> answers, CheckState state, NhsaStamp stamp)
    {
        var checks = answers.SelectMany(static answer => answer.Checks).ToList();
        // Where nothing could be checked there is no check to be found by an id.
        var ids = checks.Select(static check => check.CheckId).Where(static id => id.Length > 0).ToList();
        var changed = checks.SelectMany(static check => check.ChangedOrderIds).Select(LineIds.RxIdOf).Distinct(StringComparer.Ordinal).ToList();
        return new AdditionsNode
        {
            CheckId = ids.Count > 0 ? ids[0] : null,
            CheckIds = ids,
            State = NameOf(state),
            Reasons = [.. checks.SelectMany(static check => check.StateReasons).Distinct().Select(Reason)],
            Budget = Budget(checks),
            Flags = [.. checks.SelectMany(static check => check.Flags).Distinct().Select(Flag)],
            Findings = [.. checks.SelectMany(static check => check.Findings.Select((finding, index) => Told(ResultWriter.IdOf(check, index), finding)))],
            OwnShare = OwnShare(answers),
            Undetermined = checks.Sum(static check => check.UndeterminedCount),
            ChangedRxIds = changed.Count > 0 ? changed : null,
            PanelUrl = stamp.PanelUrl,
            Tolerated = request.Tolerated,
        };
    }

    private static ReasonNode Reason(StateReason reason) => new(reason.Code, reason.Message, reason.Subject is { } subject ? LineIds.RxIdOf(subject) : null);

    private static BudgetNode? Budget(List<CheckAnswer> checks) =>
        checks.Find(static check => check.BudgetAfter is not null) is { BudgetAfter: { } after } check
            ? new BudgetNode(
                "参考标准，非限额", after.GroupCode, after.GroupName, after.StandardCost.ToYuan(), after.PaymentStandard.ToYuan(),
                check.BudgetBefore is { } before ? Progress(before) : null, Progress(after))
            : null;

    private static BudgetProgressNode Progress(BudgetProgress progress) =>
        new(progress.Cost.ToYuan(), progress.PercentOfStandardCost, progress.PercentOfPaymentStandard);

    private static FlagNode Flag(Flag flag) =>
        new(flag.Kind, flag.Text, flag.OrderId is { } order ? LineIds.RxIdOf(order) : null, flag.ItemCode, flag.Amount?.ToYuan());

    private static FindingNode Told(string id, Finding finding) => new()
    {
        JrId = id,
        Rule = finding.Rule,
        Response = finding.Response switch
        {
            Response.Block => "block",
            Response.Justify => "justify",
            _ => "inform",
        },
        Folded = Only(finding.Folded),
        Message = finding.Folded ? finding.Message : null,
        More = Only(finding.More),
        Trial = Only(finding.Trial),
        Missing = finding.Undetermined ? finding.MissingLabels : null,
    };

    private static bool? Only(bool said) => said ? true : null;

    /// <summary>The same lines are asked about at each stage: one check's share counts for each visit.</summary>
    private static decimal? OwnShare(IReadOnlyList<NhsaVisitAnswer> answers)
    {
        decimal? all = null;
        foreach (var answer in answers)
        {
            if (answer.Checks.Select(static check => check.OwnShare).FirstOrDefault(static share => share is not null) is { } share)
                all = (all ?? 0) + share.ToYuan();
        }
        return all;
    }

    private static string NameOf(CheckState state) => state switch
    {
        CheckState.Complete => "complete",
        CheckState.Partial => "partial",
        _ => "unchecked",
    };
}

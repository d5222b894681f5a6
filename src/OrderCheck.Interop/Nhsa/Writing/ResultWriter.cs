using System.Globalization;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Writing;

/// <summary>Makes rows of output.result of findings.</summary>
internal sealed class ResultWriter(NhsaRequest request, RegionProfile profile)
{
    private readonly string _offender = profile.CodeOf(NhsaTables.ItemRole, RegionWords.Offender) ?? "1";
    private readonly string _counterpart = profile.CodeOf(NhsaTables.ItemRole, RegionWords.Counterpart) ?? "2";

    /// <summary>The id of a row, and of a detail of it behind it; where there is no check, another each time, since a HIS may keep rows by it.</summary>
    public static string IdOf(CheckAnswer check, int index) =>
        new JudgementId(Guid.TryParse(check.CheckId, out var id) ? id : Guid.NewGuid(), index).ToString();

    public ResultNode Row(NhsaVisit visit, string id, Finding finding)
    {
        var known = !finding.Undetermined && finding.Amount is not null;
        return new ResultNode
        {
            JrId = id,
            RuleId = Cut.To(finding.OfficialRuleCode ?? finding.Rule, Fitting.Id),
            RuleName = Cut.To(finding.OfficialRuleName ?? finding.Title, Fitting.RuleName),
            VolaCont = Cut.To(Content(finding), Fitting.Sentence),
            PatnId = visit.PatientId,
            MdtrtId = visit.VisitId,
            VolaAmt = Yuan(known ? finding.Amount!.Value : Money.Zero),
            VolaAmtStas = AmountState(known),
            SevDeg = profile.SeverityCode(finding.Undetermined ? Severity.Reminder : finding.Severity, finding.Undetermined ? Response.Inform : finding.Response),
            VolaEvid = Cut.To(finding.OfficialText ?? finding.Basis ?? "", Fitting.Sentence),
            VolaBhvrType = profile.BehaviourCode(finding.Family, finding.Domain),
            TaskId = request.TaskId ?? "",
            JudgeResultDetailDtos = Details(visit, id, finding),
        };
    }

    /// <summary>A row that says what nobody has judged: never clean.</summary>
    /// <param name="lines">rx_ids that were not judged.</param>
    public ResultNode Unjudged(NhsaVisit visit, string id, string name, string content, IEnumerable<string> lines) => new()
    {
        JrId = id,
        RuleId = Unchecked.Rule,
        RuleName = name,
        VolaCont = Cut.To(content, Fitting.Sentence),
        PatnId = visit.PatientId,
        MdtrtId = visit.VisitId,
        VolaAmt = Yuan(Money.Zero),
        VolaAmtStas = AmountState(known: false),
        SevDeg = profile.SeverityCode(Severity.Reminder, Response.Inform),
        VolaEvid = Unchecked.NotClean,
        VolaBhvrType = profile.BehaviourCode(RegionWords.Any, Domain.Payment),
        TaskId = request.TaskId ?? "",
        JudgeResultDetailDtos = [.. lines.Select((line, index) => Detail(visit, id, index + 1, line, _offender, Money.Zero))],
    };

    /// <summary>The sentence; of what could not be told, also what it lacks.</summary>
    private static string Content(Finding finding)
    {
        if (!finding.Undetermined)
            return finding.Message;
        var lacks = string.Join('、', finding.MissingLabels);
        var kept = Cut.To(finding.Message, Fitting.Sentence - Math.Min(lacks.Length, Fitting.Sentence / 2) - 10);
        return lacks.Length == 0 ? $"未能判断：{kept}" : $"未能判断（缺少{lacks}）：{kept}";
    }

    private List<DetailNode> Details(NhsaVisit visit, string id, Finding finding)
    {
        var details = new List<DetailNode>();
        var told = new HashSet<(string, string)>();
        var rest = Money.Zero;
        foreach (var also in finding.Also)
            rest += also.Amount ?? Money.Zero;
        Side(finding.Offender, finding.Amount is { } all && !finding.Undetermined ? all - rest : Money.Zero, _offender);
        foreach (var also in finding.Also)
            Side(also.Offender, also.Amount ?? Money.Zero, _offender);
        foreach (var other in finding.AlsoOrderIds)
            Add(LineIds.RxIdOf(other), Money.Zero, _offender);
        Side(finding.Counterpart, Money.Zero, _counterpart);
        foreach (var also in finding.Also)
            Side(also.Counterpart, Money.Zero, _counterpart);
        return details;

        void Side(Party? party, Money amount, string role)
        {
            if ((party?.OrderId ?? party?.ChargeId) is { } line)
                Add(LineIds.RxIdOf(line), amount, role);
        }

        void Add(string line, Money amount, string role)
        {
            if (told.Add((line, role)))
                details.Add(Detail(visit, id, details.Count + 1, line, role, amount));
        }
    }

    private static DetailNode Detail(NhsaVisit visit, string id, int number, string line, string role, Money amount) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{id}-{number}"), visit.PatientId, visit.VisitId, line, role, Yuan(amount));

    private static decimal Yuan(Money amount) => amount.RoundToFen().ToYuan();

    private string AmountState(bool known) => profile.CodeOf(NhsaTables.AmountState, known ? RegionWords.Known : RegionWords.Unknown) ?? (known ? "1" : "0");
}

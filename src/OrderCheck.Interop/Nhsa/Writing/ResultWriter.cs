using System.Globalization;
using System.Text.Json;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Writing;

/// <summary>Writes findings as rows of output.result.</summary>
internal sealed class ResultWriter(Utf8JsonWriter json, NhsaRequest request, RegionProfile profile)
{
    private const string Result = "result";
    private const string Detail = "judge_result_detail_dtos";

    /// <summary>The id of a row, and of a detail of it behind it; where there is no check, another each time, since a HIS may keep rows by it.</summary>
    public static string IdOf(CheckAnswer check, int index) =>
        new JudgementId(Guid.TryParse(check.CheckId, out var id) ? id : Guid.NewGuid(), index).ToString();

    public void Write(NhsaVisit visit, string id, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("jr_id", id);
        json.WriteString("rule_id", Cut.To(finding.OfficialRuleCode ?? finding.Rule, Fitting.Id));
        json.WriteString("rule_name", Cut.To(finding.OfficialRuleName ?? finding.Title, Fitting.RuleName));
        json.WriteString("vola_cont", Cut.To(Content(finding), Fitting.Sentence));
        Whose(Result, visit);
        var known = !finding.Undetermined && finding.Amount is not null;
        Amounts(known ? finding.Amount!.Value : Money.Zero, known);
        json.WriteString("sev_deg", profile.SeverityCode(finding.Undetermined ? Severity.Reminder : finding.Severity, finding.Undetermined ? Response.Inform : finding.Response));
        json.WriteString("vola_evid", Cut.To(finding.OfficialText ?? finding.Basis ?? "", Fitting.Sentence));
        json.WriteString("vola_bhvr_type", profile.BehaviourCode(finding.Family, finding.Domain));
        json.WriteString("task_id", request.TaskId ?? "");
        json.WriteStartArray(Detail);
        Details(visit, id, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A row that says what nobody has judged: never clean.</summary>
    /// <param name="lines">rx_ids that were not judged.</param>
    public void WriteUnchecked(NhsaVisit visit, string id, string name, string content, IEnumerable<string> lines)
    {
        json.WriteStartObject();
        json.WriteString("jr_id", id);
        json.WriteString("rule_id", Unchecked.Rule);
        json.WriteString("rule_name", name);
        json.WriteString("vola_cont", Cut.To(content, Fitting.Sentence));
        Whose(Result, visit);
        Amounts(Money.Zero, known: false);
        json.WriteString("sev_deg", profile.SeverityCode(Severity.Reminder, Response.Inform));
        json.WriteString("vola_evid", Unchecked.NotClean);
        json.WriteString("vola_bhvr_type", profile.BehaviourCode(RegionWords.Any, Domain.Payment));
        json.WriteString("task_id", request.TaskId ?? "");
        json.WriteStartArray(Detail);
        var number = 0;
        foreach (var line in lines)
            WriteDetail(visit, id, ref number, line, offender: true, Money.Zero);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The sentence; of what could not be told, also what it lacks.</summary>
    private static string Content(Finding finding)
    {
        if (!finding.Undetermined)
            return finding.Message;
        var lacks = string.Join('、', finding.MissingLabels);
        var kept = Cut.To(finding.Message, Fitting.Sentence - Math.Min(lacks.Length, Fitting.Sentence / 2) - 10);
        return lacks.Length == 0 ? $"未能判断：{kept}" : $"未能判断（缺少{lacks}）：{kept}";
    }

    private void Details(NhsaVisit visit, string id, Finding finding)
    {
        var number = 0;
        var told = new HashSet<(string, bool)>();
        var rest = Money.Zero;
        foreach (var also in finding.Also)
            rest += also.Amount ?? Money.Zero;
        Side(finding.Offender, finding.Amount is { } all && !finding.Undetermined ? all - rest : Money.Zero, offender: true);
        foreach (var also in finding.Also)
            Side(also.Offender, also.Amount ?? Money.Zero, offender: true);
        foreach (var other in finding.AlsoOrderIds)
            Add(LineIds.RxIdOf(other), Money.Zero, offender: true);
        Side(finding.Counterpart, Money.Zero, offender: false);
        foreach (var also in finding.Also)
            Side(also.Counterpart, Money.Zero, offender: false);

        void Side(Party? party, Money amount, bool offender)
        {
            if ((party?.OrderId ?? party?.ChargeId) is { } line)
                Add(LineIds.RxIdOf(line), amount, offender);
        }

        void Add(string line, Money amount, bool offender)
        {
            if (told.Add((line, offender)))
                WriteDetail(visit, id, ref number, line, offender, amount);
        }
    }

    private void WriteDetail(NhsaVisit visit, string id, ref int number, string line, bool offender, Money amount)
    {
        json.WriteStartObject();
        json.WriteString("jrd_id", string.Create(CultureInfo.InvariantCulture, $"{id}-{++number}"));
        Whose(Detail, visit);
        json.WriteString(profile.Renames.Of(Detail, "rx_id"), line);
        json.WriteString("vola_item_type", profile.CodeOf(NhsaTables.ItemRole, offender ? RegionWords.Offender : RegionWords.Counterpart) ?? (offender ? "1" : "2"));
        json.WriteNumber("vola_amt", amount.RoundToFen().ToYuan());
        json.WriteEndObject();
    }

    private void Whose(string node, NhsaVisit visit)
    {
        json.WriteString(profile.Renames.Of(node, "patn_id"), visit.PatientId);
        json.WriteString(profile.Renames.Of(node, "mdtrt_id"), visit.VisitId);
    }

    private void Amounts(Money amount, bool known)
    {
        json.WriteNumber("vola_amt", amount.RoundToFen().ToYuan());
        json.WriteString("vola_amt_stas", profile.CodeOf(NhsaTables.AmountState, known ? RegionWords.Known : RegionWords.Unknown) ?? (known ? "1" : "0"));
    }
}

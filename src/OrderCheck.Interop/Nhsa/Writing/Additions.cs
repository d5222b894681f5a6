using System.Text.Json;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;

namespace OrderCheck.Interop.Nhsa.Writing;

/// <summary>Writes output.ordercheck: what 3101 has no place for.</summary>
internal sealed class Additions(Utf8JsonWriter json, NhsaRequest request, NhsaStamp stamp)
{
    /// <param name="answers">Of the visits that were judged.</param>
    public void Write(IReadOnlyList<NhsaVisitAnswer> answers, CheckState state)
    {
        var checks = answers.SelectMany(static answer => answer.Checks).ToList();
        json.WriteStartObject("ordercheck");
        WriteIds([.. checks.Select(static check => check.CheckId).Where(static id => id.Length > 0)]);
        json.WriteString("state", NameOf(state));
        WriteReasons(checks);
        WriteBudget(checks);
        WriteFlags(checks);
        WriteFindings(checks);
        if (OwnShare(answers) is { } share)
            json.WriteNumber("own_share", share);
        json.WriteNumber("undetermined", checks.Sum(static check => check.UndeterminedCount));
        WriteChanged(checks);
        if (stamp.PanelUrl is { } panel)
            json.WriteString("panel_url", panel);
        WriteTolerated();
        json.WriteEndObject();
    }

    private void WriteIds(List<string> ids)
    {
        if (ids.Count > 0)
            json.WriteString("check_id", ids[0]);
        json.WriteStartArray("check_ids");
        foreach (var id in ids)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private void WriteReasons(List<CheckAnswer> checks)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in checks.SelectMany(static check => check.StateReasons).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteString("message", reason.Message);
            if (reason.Subject is { } subject)
                json.WriteString("subject", LineIds.RxIdOf(subject));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Where the orders put the patient: before, and with them.</summary>
    private void WriteBudget(List<CheckAnswer> checks)
    {
        if (checks.Find(static check => check.BudgetAfter is not null) is not { BudgetAfter: { } after } check)
            return;
        json.WriteStartObject("budget");
        json.WriteString("note", "参考标准，非限额");
        json.WriteString("group_code", after.GroupCode);
        json.WriteString("group_name", after.GroupName);
        json.WriteNumber("standard_cost", after.StandardCost.ToYuan());
        json.WriteNumber("payment_standard", after.PaymentStandard.ToYuan());
        if (check.BudgetBefore is { } before)
            WriteProgress("before", before);
        WriteProgress("after", after);
        json.WriteEndObject();
    }

    private void WriteProgress(string name, BudgetProgress progress)
    {
        json.WriteStartObject(name);
        json.WriteNumber("cost", progress.Cost.ToYuan());
        json.WriteNumber("percent_of_standard_cost", progress.PercentOfStandardCost);
        json.WriteNumber("percent_of_payment_standard", progress.PercentOfPaymentStandard);
        json.WriteEndObject();
    }

    private void WriteFlags(List<CheckAnswer> checks)
    {
        json.WriteStartArray("flags");
        foreach (var flag in checks.SelectMany(static check => check.Flags).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("kind", flag.Kind);
            json.WriteString("text", flag.Text);
            if (flag.OrderId is { } order)
                json.WriteString("rx_id", LineIds.RxIdOf(order));
            if (flag.ItemCode is { } item)
                json.WriteString("item_code", item);
            if (flag.Amount is { } amount)
                json.WriteNumber("amount", amount.ToYuan());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Of findings what a row of the result cannot say.</summary>
    private void WriteFindings(List<CheckAnswer> checks)
    {
        json.WriteStartArray("findings");
        foreach (var check in checks)
        {
            for (var i = 0; i < check.Findings.Count; i++)
                WriteFinding(ResultWriter.IdOf(check, i), check.Findings[i]);
        }
        json.WriteEndArray();
    }

    private void WriteFinding(string id, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("jr_id", id);
        json.WriteString("rule", finding.Rule);
        json.WriteString("response", finding.Response switch
        {
            Response.Block => "block",
            Response.Justify => "justify",
            _ => "inform",
        });
        if (finding.Folded)
        {
            json.WriteBoolean("folded", true);
            json.WriteString("message", finding.Message);
        }
        if (finding.More)
            json.WriteBoolean("more", true);
        if (finding.Trial)
            json.WriteBoolean("trial", true);
        if (finding.Undetermined)
        {
            json.WriteStartArray("missing");
            foreach (var label in finding.MissingLabels)
                json.WriteStringValue(label);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>Lines that were another when they were checked before.</summary>
    private void WriteChanged(List<CheckAnswer> checks)
    {
        var changed = checks.SelectMany(static check => check.ChangedOrderIds).Select(LineIds.RxIdOf).Distinct(StringComparer.Ordinal).ToList();
        if (changed.Count == 0)
            return;
        json.WriteStartArray("changed_rx_ids");
        foreach (var line in changed)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private void WriteTolerated()
    {
        json.WriteStartArray("tolerated");
        foreach (var deviation in request.Tolerated)
        {
            json.WriteStartObject();
            json.WriteString("kind", deviation.Kind);
            json.WriteString("path", deviation.Path);
            json.WriteNumber("times", deviation.Times);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

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

using System.Text.Json;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Writes output.ordercheck.bureau: how it stands with the bureau, and which of its rows are one with rows of ours.</summary>
internal static class StandingWriter
{
    public static void Write(Utf8JsonWriter writer, MergedRows merged, BureauStanding standing)
    {
        var answer = standing.Answer;
        writer.WriteStartObject("bureau");
        writer.WriteString("state", answer.State switch
        {
            BureauState.Answered => "answered",
            BureauState.Late => "late",
            BureauState.Refused => "refused",
            _ => "failed",
        });
        if (answer.Reason.Length > 0)
            writer.WriteString("reason", answer.Reason);
        writer.WriteString("infcode", answer.InfCode);
        writer.WriteString("err_msg", answer.Message);
        writer.WriteNumber("results", answer.Rows.Count);
        writer.WriteNumber("late_results", standing.LateResults);
        if (standing.LostRequests > 0)
            writer.WriteNumber("lost_requests", standing.LostRequests);
        writer.WriteStartArray("merged");
        foreach (var (row, theirs) in merged.Rows.SelectMany(static row => row.Merged.Select(theirs => (row, theirs))))
        {
            writer.WriteStartObject();
            writer.WriteString("jr_id", row.Id);
            writer.WriteString("bureau_jr_id", theirs.Id);
            writer.WriteString("rule_id", theirs.RuleId);
            writer.WriteString("rule_name", theirs.RuleName);
            writer.WriteString("sev_deg", theirs.Severity);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

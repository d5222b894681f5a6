using OrderCheck.Core.Findings;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class FindingWriter
{
    public static Proto.Finding Write(Finding finding)
    {
        var message = Fields(finding);
        for (var i = 0; i < finding.Facts.Count; i++)
            message.Facts.Add(new Proto.ComparedFact { Name = finding.Facts[i].Name, Label = finding.Facts[i].Label, Value = finding.Facts[i].Value });
        for (var i = 0; i < finding.AllowedDecisions.Count; i++)
            message.AllowedDecisions.Add((Proto.DecisionKind)(int)finding.AllowedDecisions[i]);
        for (var i = 0; i < finding.Also.Count; i++)
            message.Also.Add(Merged(finding.Also[i]));
        for (var i = 0; i < finding.For.Count; i++)
            message.ForRoles.Add(RoleNames.Write(finding.For[i]));
        return message;
    }

    private static Proto.Finding Fields(Finding finding) => new()
    {
        Key = finding.Key,
        Rule = finding.Rule,
        Title = finding.Title,
        OfficialRuleName = finding.OfficialRuleName ?? "",
        OfficialRuleCode = finding.OfficialRuleCode ?? "",
        Family = finding.Family,
        Domain = DomainNames.Write(finding.Domain),
        Severity = (Proto.Severity)(int)finding.Severity,
        Response = (Proto.Response)(int)finding.Response,
        Message = finding.Message,
        OfficialText = finding.OfficialText ?? "",
        Basis = finding.Basis ?? "",
        Offender = Party(finding.Offender),
        Counterpart = Party(finding.Counterpart),
        Amount = AnswerWriter.Text(finding.Amount),
        Undetermined = finding.Undetermined,
        MissingInputs = { finding.MissingLabels },
        MissingInputNames = { finding.MissingInputs },
        Folded = finding.Folded,
        More = finding.More,
        Trial = finding.Trial,
        AlsoOrderIds = { finding.AlsoOrderIds },
        Tier = (Proto.Tier)(int)(finding.Tier ?? 0),
    };

    private static Proto.MergedFinding Merged(MergedFinding merged) => new()
    {
        Key = merged.Key,
        Offender = Party(merged.Offender),
        Counterpart = Party(merged.Counterpart),
        Message = merged.Message,
        Amount = AnswerWriter.Text(merged.Amount),
    };

    private static Proto.Party? Party(Party? party) => party is null ? null : new()
    {
        OrderId = party.OrderId ?? "",
        ChargeId = party.ChargeId ?? "",
        ItemCode = party.ItemCode ?? "",
        ItemName = party.ItemName ?? "",
        At = Timestamps.Write(party.At),
    };
}

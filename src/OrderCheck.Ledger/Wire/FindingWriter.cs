using OrderCheck.Core.Findings;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class FindingWriter
{
    public static Proto.Finding Write(Finding finding) => new()
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
        Facts = { finding.Facts.Select(static f => new Proto.ComparedFact { Name = f.Name, Label = f.Label, Value = f.Value }) },
        Amount = AnswerWriter.Text(finding.Amount),
        AllowedDecisions = { finding.AllowedDecisions.Select(static d => (Proto.DecisionKind)(int)d) },
        Undetermined = finding.Undetermined,
        MissingInputs = { finding.MissingLabels },
        MissingInputNames = { finding.MissingInputs },
        Folded = finding.Folded,
        More = finding.More,
        Trial = finding.Trial,
        AlsoOrderIds = { finding.AlsoOrderIds },
        Also = { finding.Also.Select(Merged) },
        Tier = (Proto.Tier)(int)(finding.Tier ?? 0),
        ForRoles = { finding.For.Select(RoleNames.Write) },
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

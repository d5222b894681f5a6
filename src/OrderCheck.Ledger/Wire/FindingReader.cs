using OrderCheck.Core.Findings;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class FindingReader
{
    public static Finding Read(Proto.Finding finding) => new()
    {
        Key = finding.Key,
        Rule = finding.Rule,
        Title = finding.Title,
        OfficialRuleName = AnswerReader.Known(finding.OfficialRuleName),
        OfficialRuleCode = AnswerReader.Known(finding.OfficialRuleCode),
        Family = finding.Family,
        Domain = DomainNames.Read(finding.Domain),
        Severity = (Severity)(int)finding.Severity,
        Response = (Response)(int)finding.Response,
        Message = finding.Message,
        OfficialText = AnswerReader.Known(finding.OfficialText),
        Basis = AnswerReader.Known(finding.Basis),
        Offender = Party(finding.Offender),
        Counterpart = Party(finding.Counterpart),
        Facts = [.. finding.Facts.Select(static f => new ComparedFact(f.Name, f.Label, f.Value))],
        Amount = AnswerReader.OptionalMoney(finding.Amount),
        AllowedDecisions = [.. finding.AllowedDecisions.Select(static d => (DecisionKind)(int)d)],
        Undetermined = finding.Undetermined,
        // Records of before the field of names have them in the place of the labels.
        MissingInputs = [.. finding.MissingInputNames.Count > 0 ? finding.MissingInputNames : finding.MissingInputs],
        MissingLabels = [.. finding.MissingInputs],
        Folded = finding.Folded,
        More = finding.More,
        Trial = finding.Trial,
        AlsoOrderIds = [.. finding.AlsoOrderIds],
        Also = [.. finding.Also.Select(Merged)],
        Tier = finding.Tier == Proto.Tier.Unspecified ? null : (Tier)(int)finding.Tier,
        For = [.. finding.ForRoles.Select(RoleNames.Read)],
    };

    private static MergedFinding Merged(Proto.MergedFinding merged) => new(
        merged.Key, Party(merged.Offender), Party(merged.Counterpart), merged.Message, AnswerReader.OptionalMoney(merged.Amount));

    private static Party? Party(Proto.Party? party) => party is null
        ? null
        : new Party(
            AnswerReader.Known(party.OrderId),
            AnswerReader.Known(party.ChargeId),
            AnswerReader.Known(party.ItemCode),
            AnswerReader.Known(party.ItemName),
            AnswerReader.Time(party.At));
}

using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Morning;

/// <summary>What this doctor does about a finding: a clear violation is withdrawn, a doubt justified.</summary>
internal static class DoctorsChoice
{
    private static readonly DecisionKind[] ForViolations = [DecisionKind.Withdrawn, DecisionKind.Changed];
    private static readonly DecisionKind[] ForDoubts = [DecisionKind.MeetsLimit, DecisionKind.Overridden];

    /// <summary>Null where the finding asks for no answer.</summary>
    public static Decision? Decide(Finding finding, string checkId, string id, DateTimeOffset at)
    {
        var wished = finding.Severity == Severity.Violation && !finding.Undetermined ? ForViolations : ForDoubts;
        var kind = wished.FirstOrDefault(finding.AllowedDecisions.Contains);
        if (kind == DecisionKind.Unspecified)
            return null;
        return new Decision
        {
            Id = id,
            CheckId = checkId,
            FindingKey = finding.Key,
            Kind = kind,
            Reason = kind switch
            {
                DecisionKind.Withdrawn => "不符合支付限定，撤销",
                DecisionKind.Changed => "按限定修改",
                _ => "病情需要，已与患者沟通",
            },
            OccurredAt = Timestamp.FromDateTimeOffset(at),
        };
    }

    /// <summary>Whether the order is not signed after that decision.</summary>
    public static bool Drops(Decision decision) => decision.Kind is DecisionKind.Withdrawn or DecisionKind.Changed;
}

using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>The words of rule files and what they mean.</summary>
internal static class RuleWords
{
    public static readonly IReadOnlyDictionary<string, Domain> Domains = new Dictionary<string, Domain>
    {
        ["payment"] = Domain.Payment,
        ["price"] = Domain.Price,
        ["safety"] = Domain.Safety,
        ["coding"] = Domain.Coding,
        ["conduct"] = Domain.Conduct,
        ["money"] = Domain.Money,
    };

    public static readonly IReadOnlyDictionary<string, Severity> Severities = new Dictionary<string, Severity>
    {
        ["violation"] = Severity.Violation,
        ["suspicion"] = Severity.Suspicion,
        ["reminder"] = Severity.Reminder,
    };

    public static readonly IReadOnlyDictionary<string, Response> Responses = new Dictionary<string, Response>
    {
        ["inform"] = Response.Inform,
        ["justify"] = Response.Justify,
        ["block"] = Response.Block,
    };

    public static readonly IReadOnlyDictionary<string, Stage> Stages = new Dictionary<string, Stage>
    {
        ["G"] = Stage.Registration,
        ["O"] = Stage.Order,
        ["V"] = Stage.Verify,
        ["C"] = Stage.Charge,
        ["D"] = Stage.Discharge,
        ["R"] = Stage.Retrospective,
    };

    public static readonly IReadOnlyDictionary<string, DecisionKind> Decisions = new Dictionary<string, DecisionKind>
    {
        ["withdraw"] = DecisionKind.Withdrawn,
        ["change"] = DecisionKind.Changed,
        ["self_pay"] = DecisionKind.SelfPay,
        ["meets_limit"] = DecisionKind.MeetsLimit,
        ["override"] = DecisionKind.Overridden,
        ["emergency"] = DecisionKind.EmergencyBypass,
    };

    public static readonly IReadOnlyDictionary<string, RuleState> States = new Dictionary<string, RuleState>
    {
        ["draft"] = RuleState.Draft,
        ["shadow"] = RuleState.Shadow,
        ["trial"] = RuleState.Trial,
        ["active"] = RuleState.Active,
        ["retired"] = RuleState.Retired,
    };

    /// <summary>Whoever reads findings; the HIS and an administrator are shown all of them.</summary>
    public static readonly IReadOnlyDictionary<string, Role> Readers = new Dictionary<string, Role>
    {
        ["doctor"] = Role.Doctor,
        ["nurse"] = Role.Nurse,
        ["pharmacist"] = Role.Pharmacist,
        ["officer"] = Role.Officer,
        ["head"] = Role.Head,
        ["coder"] = Role.Coder,
    };

    public static readonly IReadOnlyDictionary<string, Tier> Tiers = new Dictionary<string, Tier>
    {
        ["interrupt"] = Tier.Interrupt,
        ["show"] = Tier.Show,
        ["list"] = Tier.List,
    };

    public static readonly IReadOnlyDictionary<string, int> Undetermined = new Dictionary<string, int>
    {
        ["show"] = 1,
        ["silent"] = 2,
    };
}

using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>What a release's shadow rules say to what was answered without them: for the office, never for the screen.</summary>
public static class ShadowCheck
{
    private const string Suffix = "~shadow";

    /// <summary>The id under which the shadow's answer to that check is kept.</summary>
    public static string IdOf(string checkId) => checkId + Suffix;

    public static bool IsShadow(string checkId) => checkId.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Null where the release has no shadow rules, or none of what was judged. Findings that need no rule file were in the first answer.</summary>
    /// <param name="facts">Those that the state is the fold of, where the encounter as a whole was judged.</param>
    public static CheckAnswer? Judge(
        string shadowId, Release? release, HospitalDictionary dictionary, EncounterState state, CheckRequest request, IReadOnlyList<Charge> charges, DateTimeOffset now,
        IReadOnlyList<RecordedFact>? facts = null)
    {
        if (release?.Shadow is not { } shadow || !Concerns(shadow, dictionary, request, charges))
            return null;
        var answer = request.IsOfEncounter
            ? Evaluator.AuditEncounter(shadowId, shadow, dictionary, state, facts ?? [], request, now)
            : Evaluator.Judge(shadowId, shadow, dictionary, state, request, charges, now);
        var rules = shadow.Rules.Select(rule => rule.Definition.Name).ToHashSet(StringComparer.Ordinal);
        Finding[] findings = [.. answer.Findings.Where(finding => rules.Contains(finding.Rule))];
        BlindRule[] blind = [.. answer.Blind.Where(rule => rules.Contains(rule.Rule))];
        return answer with
        {
            Findings = findings,
            Blind = blind,
            UndeterminedCount = blind.Sum(rule => rule.Times),
            FoldedCount = findings.Count(finding => finding.Folded),
            Flags = [],
        };
    }

    /// <summary>Whether a shadow rule can say anything: most of what is ordered is no item of any.</summary>
    private static bool Concerns(Release shadow, HospitalDictionary dictionary, CheckRequest request, IReadOnlyList<Charge> charges)
    {
        if (request.IsOfEncounter)
            return true;
        if ((charges.Count > 0 && ConcernsAll(shadow, Stage.Charge)) || (request.Orders.Count > 0 && ConcernsAll(shadow, request.Stage)))
            return true;
        return charges.Any(charge => charge.ItemCode is not { } item || Concerns(shadow, Stage.Charge, item))
            || request.Orders.Any(order => OrderExpansion.MayBeBilledAs(order, dictionary, item => Concerns(shadow, request.Stage, item)));
    }

    private static bool ConcernsAll(Release shadow, Stage stage) =>
        shadow.EveryItemCandidatesAt(stage).Length > 0 || shadow.EncounterCandidatesAt(stage).Length > 0;

    private static bool Concerns(Release shadow, Stage stage, string item)
    {
        foreach (ref readonly var candidate in shadow.CandidatesFor(item))
        {
            if (candidate.Rule.Definition.MayRunAt(stage))
                return true;
        }
        return false;
    }
}

using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Checks;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Findings;

/// <summary>
/// Makes the lists that interrupt nobody: of automatic charges by ward and day for the morning, and of what is for other roles
/// than the doctor's for each of them.
/// </summary>
internal static class WorkRows
{
    private static readonly Role[] MorningReaders = [Role.Nurse, Role.Officer];

    /// <summary>Where the charge names no ward and none is known of the patient.</summary>
    private const string NoWard = "";

    /// <param name="state">After what was judged is recorded.</param>
    /// <param name="answer">Complete. What was decided before is not listed again.</param>
    /// <param name="charges">That were judged.</param>
    public static IReadOnlyList<WorkRow> Of(EncounterState state, CheckAnswer answer, IReadOnlyList<Charge> charges)
    {
        if (answer.Findings.Count == 0 && answer.Routed.Count == 0)
            return [];
        Finding[] findings = [.. answer.Findings.Concat(answer.Routed).Where(finding => !finding.Folded)];
        return [.. Morning(state, answer, findings, charges), .. Routed(state, answer, findings, IdsOf(charges))];
    }

    /// <summary>What an audit at the discharge says of the coding, for the coder, whoever else is told it.</summary>
    public static IReadOnlyList<WorkRow> OfCoding(EncounterState state, CheckAnswer audit)
    {
        Finding[] findings = [.. audit.Findings.Where(finding => !finding.Folded && finding.Domain == Domain.Coding && finding.For.Contains(Role.Coder))];
        return findings.Length == 0 ? [] : [Row(state, audit, WorkLists.Of(Role.Coder), state.Stay.Details.Ward ?? state.Stay.Details.Department ?? NoWard, findings)];
    }

    /// <summary>All that the card tells is about lines of the automatic batch: it waits for the morning.</summary>
    public static bool IsForMorning(Finding finding, IReadOnlySet<string> automatic) =>
        automatic.Count > 0 && IsAutomatic(finding.Offender, automatic) && finding.Also.All(also => IsAutomatic(also.Offender, automatic));

    /// <summary>The automatic ones'.</summary>
    public static HashSet<string> IdsOf(IReadOnlyList<Charge> charges) =>
        charges.Where(charge => charge.Automatic).Select(charge => charge.Id).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<WorkRow> Morning(EncounterState state, CheckAnswer answer, Finding[] findings, IReadOnlyList<Charge> charges)
    {
        var places = charges.Where(charge => charge.Automatic)
            .ToDictionary(charge => charge.Id, charge => (Day: state.TimeZone.Day(charge.OccurredAt), Ward: WardOf(charge, state)), StringComparer.Ordinal);
        var listed = findings.SelectMany(finding => ChargesOf(finding).Where(places.ContainsKey).Select(charge => (Place: places[charge], Finding: finding))).Distinct();
        foreach (var place in listed.GroupBy(entry => entry.Place, entry => entry.Finding).OrderBy(place => place.Key.Day))
            yield return Row(state, answer, WorkLists.Morning(place.Key.Day), place.Key.Ward, [.. place]);
    }

    private static IEnumerable<WorkRow> Routed(EncounterState state, CheckAnswer answer, Finding[] findings, HashSet<string> automatic)
    {
        var forOthers = findings.Where(finding => !finding.IsFor(Role.Doctor)).SelectMany(finding => finding.For
            .Where(role => !(MorningReaders.Contains(role) && IsForMorning(finding, automatic)))
            .Select(role => (Role: role, Finding: finding)));
        foreach (var role in forOthers.GroupBy(entry => entry.Role, entry => entry.Finding).OrderBy(role => role.Key))
            yield return Row(state, answer, WorkLists.Of(role.Key), state.Stay.Details.Ward ?? state.Stay.Details.Department ?? NoWard, [.. role]);
    }

    private static WorkRow Row(EncounterState state, CheckAnswer answer, string list, string ward, Finding[] findings) => new(
        0, state.Key, list, ward, answer.EvaluatedAt, answer.CheckId, AnswerBytes.Write(answer with { Findings = findings, Routed = [] }));

    private static IEnumerable<string> ChargesOf(Finding finding) =>
        finding.Also.Select(also => also.Offender?.ChargeId).Prepend(finding.Offender?.ChargeId).OfType<string>();

    private static bool IsAutomatic(Party? party, IReadOnlySet<string> automatic) => party?.ChargeId is { } charge && automatic.Contains(charge);

    private static string WardOf(Charge charge, EncounterState state) =>
        charge.Ward ?? state.Stay.Details.Ward ?? charge.ExecutingDepartment ?? state.Stay.Details.Department ?? NoWard;
}

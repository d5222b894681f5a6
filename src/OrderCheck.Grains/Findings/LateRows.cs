using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Checks;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Findings;

/// <summary>Makes the ordering doctors' lists of a late judgement: each gets what is about own orders and charges and for a doctor.</summary>
internal static class LateRows
{
    /// <param name="state">Knows the order of a charge that names no doctor.</param>
    /// <param name="answer">The judgement; what was decided before is not listed again.</param>
    public static IReadOnlyList<LateRow> Of(EncounterState state, CheckAnswer answer, IReadOnlyList<Order> orders, IReadOnlyList<Charge> charges)
    {
        var subjects = orders.Select(order => (Doctor: DoctorOf(order, state), OrderId: (string?)order.Id, ChargeId: (string?)null))
            .Concat(charges.Select(charge => (Doctor: DoctorOf(charge, state), OrderId: charge.OrderId, ChargeId: (string?)charge.Id)));
        return [.. subjects.GroupBy(subject => subject.Doctor).SelectMany(own =>
            Row(state, answer, own.Key, [.. own.Select(subject => subject.OrderId)], [.. own.Select(subject => subject.ChargeId)]))];
    }

    private static IEnumerable<LateRow> Row(
        EncounterState state, CheckAnswer answer, (string Code, string Department) doctor, HashSet<string?> orders, HashSet<string?> charges)
    {
        Finding[] findings = [.. answer.Findings.Where(finding => !finding.Folded && finding.IsFor(Role.Doctor) && IsAbout(finding, orders, charges))];
        if (findings.Length > 0)
            yield return new LateRow(
                0, state.Key, doctor.Code, doctor.Department, answer.EvaluatedAt, answer.CheckId, AnswerBytes.Write(answer with { Findings = findings }));
    }

    /// <summary>A finding without an offender is about the encounter: everybody's.</summary>
    private static bool IsAbout(Finding finding, HashSet<string?> orders, HashSet<string?> charges) =>
        finding.Offender is not { } offender
        || (offender.OrderId is not null && orders.Contains(offender.OrderId))
        || (offender.ChargeId is not null && charges.Contains(offender.ChargeId))
        || finding.AlsoOrderIds.Any(id => orders.Contains(id) || charges.Contains(id));

    private static (string, string) DoctorOf(Order order, EncounterState state) =>
        (order.Doctor ?? state.Stay.Details.AttendingDoctor ?? "", order.Department ?? state.Stay.Details.Department ?? "");

    private static (string, string) DoctorOf(Charge charge, EncounterState state)
    {
        var order = charge.OrderId is { } id ? state.Orders.Find(id)?.Order : null;
        return (charge.OrderingDoctor ?? order?.Doctor ?? state.Stay.Details.AttendingDoctor ?? "",
            charge.OrderingDepartment ?? order?.Department ?? state.Stay.Details.Department ?? "");
    }
}

using CsCheck;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;
using static OrderCheck.Core.Tests.Rules.RandomFacts;

namespace OrderCheck.Core.Tests.Recounts;

/// <summary>Charges outside the stay and against their orders, operations of one incision and swaps, against a recount of the raw lines.</summary>
public sealed class ChargeRecountTests
{
    private static readonly Rulebook Windows = Rulebook.With(
        ("stay_windows", $"item_code,side,days,med_types,purpose\n*,入院前,0,,\n*,出院后,0,,\n*,请假,0,,\n*,入院前,3,24,急诊\n{Items.Monitor},入院前,7,28,入院前检查\n{Items.Monitor},出院后,1,,\n"));

    private static readonly Rulebook Orders = Rulebook.With(("charge_orders", "item_code,kinds\n*,药品\n"));

    private static readonly Rulebook Incisions = Rulebook.With(("incision_groups",
        $"item_code,item_name,group_name,rate\n{Items.Acupuncture},甲,一组,50\n{Items.Moxibustion},乙,一组,50\n{Items.Infusion},丙,一组,50\n"));

    private static readonly Rulebook Swaps = Rulebook.With(("swap_pairs", $"item_code,other_codes,other_name\n{Items.Acupuncture},{Items.Moxibustion},灸法\n"));

    [Fact]
    public void Days_outside_the_stay_are_found_where_a_calendar_finds_them() =>
        Gen.Select(Gen.Int[-10, 16], OneOf(0, 12, 23), OneOf("21", "24", "28"), Gen.Bool, Gen.Int[8, 12], Gen.Int[2, 6], Gen.Int[0, 3]).Sample((day, hour, visit, monitor, discharge, leave, away) =>
    {
        var patient = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, InsuType = "310", MedType = visit })
            .With(new LeaveStarted("回家") { Id = "leave", OccurredAt = When.Day(leave, 15) })
            .With(new LeaveEnded { Id = "back", OccurredAt = When.Day(leave + away, 20) })
            .With(new Discharged("1") { Id = "out", OccurredAt = When.Day(discharge, 9) });
        var before = visit == "24" ? 3 : visit == "28" && monitor ? 7 : 0;
        var outside = 1 - day > before || day - discharge > (monitor ? 1 : 0) || (day > leave && day < leave + away);

        var found = patient.Charging(Windows, Billed.Line(monitor ? Items.Monitor : Items.Nursing, 1, When.Day(day, hour)));

        Assert.Equal(outside, found.Findings.Any(finding => finding.Rule == "charge-outside-stay"));
    });

    [Fact]
    public void Charges_without_beyond_and_after_their_orders_are_found_where_a_recount_finds_them() =>
        Gen.Select(
            Gen.Select(Gen.Int[1, 5], OneOf("qd", "bid", "qod"), Gen.Int[1, 4], Gen.Int[0, 8]).Array[0, 2], Gen.Select(Gen.Int[1, 9], Gen.Int[1, 2], Gen.Int[0, 2]).Array[0, 5],
            Gen.Int[1, 9], Gen.Int[1, 2], Gen.Int[0, 3], Gen.Int[0, 4]).Sample((signed, charged, day, quantity, names, refund) =>
    {
        var orders = signed.Select((line, place) => Ordered.Drug(Items.Aspirin, line.Item1, frequency: line.Item2, days: line.Item3) with { Id = $"A{place}" }).ToArray();
        string? OrderOf(int number) => number == 0 ? null : number <= orders.Length ? orders[number - 1].Id : null;
        var patient = Inpatient.Male(62).Signed(orders);
        foreach (var (order, line) in orders.Zip(signed).Where(pair => pair.Second.Item4 is 1 or 2))
            patient = patient.With(new OrderStopped(order.Id, "好转") { Id = $"stop-{order.Id}", OccurredAt = When.Day(line.Item1 + line.Item4, 9) });
        var cancelled = signed.Length > 1 && signed[1].Item4 == 3;
        if (cancelled)
            patient = patient.With(new OrderCancelled(orders[1].Id, "开错") { Id = "cancel", OccurredAt = When.Day(1, 23) });
        var charges = charged.Select(line => Billed.Line(Items.Aspirin, line.Item2, When.Day(line.Item1), order: OrderOf(line.Item3))).ToList();
        charges.AddRange(charges.Where((_, place) => place == refund).Select(charge => Billed.Refund(charge, charge.Quantity)).ToList());
        var unknown = names == 3;
        var probe = Billed.Line(Items.Aspirin, quantity, When.Day(day), order: unknown ? "没有的" : OrderOf(names));
        var all = charges.Append(probe).ToList();

        var found = patient.Charged([.. charges]).Charging(Orders, probe);

        var living = orders.Where((order, place) => !(place == 1 && cancelled)).ToList();
        DateTimeOffset? Stop(Order order) => signed[Array.IndexOf(orders, order)] is { Item4: 1 or 2 } line ? When.Day(line.Item1 + line.Item4, 9) : null;
        var own = probe.OrderId is null ? living : living.Where(order => order.Id == probe.OrderId).ToList();
        var planned = own.SelectMany(order => NaivePlan.Moments(order).Where(at => Stop(order) is not { } stop || at < stop)).Count(at => NaiveDays.DayOf(at) <= day);
        var billed = all.Where(charge => NaiveDays.DayOf(charge) <= day && (probe.OrderId is null || charge.OrderId == probe.OrderId)).Sum(charge => charge.Quantity);
        var after = probe.OrderId is not null && own is [var named] && Stop(named) is { } ended && day > NaiveDays.DayOf(ended);
        // An order that nobody told of may come yet; a HIS that tells of no order at all may not tell of any.
        var told = !unknown && orders.Length > 0;

        Assert.Equal(told && own.Count == 0, Has(found, "charge-without-order"));
        Assert.Equal(told && own.Count > 0 && !after && billed > planned, Has(found, "charge-more-than-ordered"));
        Assert.Equal(told && after, Has(found, "charge-after-the-orders-end"));
    });

    [Fact]
    public void Operations_of_one_incision_that_are_not_discounted_are_found_where_a_recount_finds_them() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[1, 2], OneOf(30, 50, 51, 100), Gen.Bool).Array[0, 5], Gen.Int[0, 2], OneOf(30, 50, 51, 100)).Sample((lines, item, percent) =>
    {
        (string Code, decimal Price)[] operations = [(Items.Acupuncture, 30), (Items.Moxibustion, 20), (Items.Infusion, 10)];
        // A minute each, so that no two lines are one.
        Charge Of(int which, int day, int minute, int share) => Billed.Line(operations[which].Code, 1, When.Day(day, 9, minute), operations[which].Price * share / 100);
        var charges = lines.Select((line, place) => Of(line.Item1, line.Item2, place, line.Item3)).ToList();
        var probe = Of(item, 1, 59, percent);
        var undiscounted = lines.Any(line => line is { Item2: 1, Item4: false } && line.Item3 > 50 && line.Item1 != item);
        var refunds = charges.Where((_, place) => lines[place].Item4).Select(charge => Billed.Refund(charge, 1)).ToList();

        var found = Inpatient.Male(62).Charged([.. charges, .. refunds]).Charging(Incisions, probe);

        Assert.Equal(percent > 50 && undiscounted, Has(found, "second-operation-not-discounted"));
    });

    [Fact]
    public void What_is_billed_in_place_of_the_ordered_item_is_found_where_a_recount_finds_it() =>
        Gen.Select(Gen.Select(Gen.Bool, Gen.Int[1, 4], Gen.Int[1, 3]).Array[1, 3], Gen.Select(Gen.Int[1, 4], Gen.Bool).Array[0, 2], Gen.Int[1, 4], Gen.Int[0, 3]).Sample((signed, charged, day, names) =>
    {
        var orders = signed.Select((line, place) =>
            Ordered.Service(line.Item1 ? Items.Acupuncture : Items.Moxibustion, line.Item2, frequency: "qd", days: line.Item3) with { Id = $"A{place}" }).ToArray();
        var charges = charged.Select(line => Billed.Line(Items.Moxibustion, 1, line.Item1)).ToList();
        charges.AddRange(charges.Where((_, place) => charged[place].Item2).Select(charge => Billed.Refund(charge, 1)).ToList());
        var order = names > 0 && names <= orders.Length ? orders[names - 1] : null;
        var probe = Billed.Line(Items.Acupuncture, 1, When.Day(day), order: order?.Id);
        bool Ordering(string item) => orders.Any(one => one.ItemCode == item && NaivePlan.Days(one).Contains(day));
        var billedToo = new NaiveDays(charges).Used.Contains(day);
        var instead = order is null ? Ordering(Items.Moxibustion) : order.ItemCode == Items.Moxibustion;

        var found = Inpatient.Male(62).Signed(orders).Charged([.. charges]).Charging(Swaps, probe);

        Assert.Equal(!Ordering(Items.Acupuncture) && instead && !billedToo, Has(found, "billed-in-place-of-another"));
    });

    private static bool Has(CheckAnswer answer, string rule) => answer.Findings.Any(finding => finding.Rule == rule && !finding.Undetermined);
}

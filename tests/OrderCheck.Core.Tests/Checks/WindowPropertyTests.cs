using CsCheck;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>The window functions against a naive recount, and what must not matter to a finding.</summary>
public sealed class WindowPropertyTests
{
    private const string Item = Items.Infusion;
    private const string Other = Items.Moxibustion;

    private static readonly TimeZoneInfo Zone = Rulebook.Hospital.TimeZone;

    private static readonly Rulebook Rules = Rulebook.With(
        ("frequency_limits", $"""
            item_code,max_quantity,unit,window,period_days,measure,per,per_item,per_item_name,combined_items,combined_name
            {Item},4,次,单日,,,,,,,
            {Item},6,次,24小时,,,,,,,
            {Item},20,次,周,,,,,,,
            {Item},9,次,N天,3,,,,,,
            {Item},25,次,单次住院,,,,,,,
            {Item},22,次,月,,,,,,,
            {Item},24,次,年,,,,,,,
            {Item},60,元,单日,,金额,,,,,
            {Item},2,次,单次住院,,,住院天数,,,,
            {Item},2,次,单日,,,项目,{Other},灸法,,
            {Item},7,次,单日,,,,,,{Other},合计
            {Item},90,元,周,,金额,,,,{Other},合计
            {Item},9,次,24小时,,,,,,{Other},合计

            """),
        ("total_limits", $"item_code,max_amount,window,combined_items,combined_name\n{Item},150,单次住院,,\n{Item},160,年,{Other},合计\n"),
        ("course_limits", $"item_code,max_days,max_span_days,min_interval_days,scope,period_days\n{Item},5,7,,单次住院,\n"));

    private static readonly Gen<(int Day, int Hour, int Quantity, int Order)> Lines =
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 23], Gen.Int[1, 4], Gen.Int[0, 3]);

    /// <summary>Four orders at most; order 0 means none.</summary>
    private static readonly Gen<Order> Orders = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 10], Gen.Int[1, 4], Gen.Int[0, 3].Select(i => new[] { "qd", "bid", "tid", "qod" }[i]))
        .Select(o => Ordered.Service(Item, o.Item2, frequency: o.Item4, days: o.Item3) with { Id = $"X{o.Item1}" });

    [Fact]
    public void Window_functions_agree_with_a_naive_recount() => Gen.Select(Lines.Array[0, 60], Orders.Array[0, 3], Gen.Int[0, 100]).Sample((lines, orders, share) =>
    {
        var signed = orders.DistinctBy(order => order.Id).ToArray();
        var charges = lines.Select(line => Billed.Line(Item, line.Quantity, When.Day(line.Day, line.Hour), order: OrderOf(line.Order))).ToList();
        // Some are taken back, wholly or partly.
        var refunds = charges.Where((_, index) => (index * 37 + share) % 4 == 0).Select(charge => Billed.Refund(charge, share % 2 == 0 ? charge.Quantity : charge.Quantity / 2)).ToList();
        var patient = Inpatient.Male(62).Signed(signed).Charged([.. charges, .. refunds]);
        var naive = new NaiveUse([.. charges.Concat(refunds).Select(NaiveLine.Of), .. signed.SelectMany(Planned)]);

        var use = Uses.Of(patient, Rules, When.Day(20));
        use.SetLine(new UseKey(null, Item));
        for (var day = 1; day <= 14; day++)
        {
            var today = Zone.Local(When.Day(day));
            use.Set(today, DayNumber(day), billed: false);
            Assert.Equal(naive.OnDay(Date(day)), use.OnDay());
            Assert.Equal(Enumerable.Range(day, 3).Max(last => naive.Between(Date(last - 2), Date(last))), use.InDays(3));
            Assert.Equal(naive.Between(Monday(day), Monday(day).AddDays(6)), use.InWeek());
            Assert.Equal(naive.Between(Date(-30), Date(60)), use.InStay());
            Assert.Equal(naive.DaysWithUse(Date(-30), Date(60)), use.DistinctDays());
            Assert.Equal(naive.DaysWithUse(Date(day - 4), Date(day)), use.DistinctDaysIn(5));
        }
    });

    [Fact]
    public void Rolling_hours_agree_with_a_naive_recount() => Lines.Array[1, 60].Sample(lines =>
    {
        var charges = lines.Select(line => Billed.Line(Item, line.Quantity, When.Day(line.Day, line.Hour))).ToArray();
        var patient = Inpatient.Male(62).Charged(charges);
        var naive = new NaiveUse([.. charges.Select(NaiveLine.Of)]);
        var use = Uses.Of(patient, Rules, When.Day(20));
        use.SetLine(new UseKey(null, Item));

        foreach (var charge in charges)
        {
            use.Set(charge.OccurredAt, Zone.Day(charge.OccurredAt).DayNumber, billed: true);
            Assert.Equal(naive.BilledInHours(charge.OccurredAt, 24), use.InHours(24));
        }
    });

    [Fact]
    public void The_order_of_orders_does_not_matter_to_findings() => Gen.Select(Orders.Array[1, 3], Lines.Array[0, 10], Gen.Int).Sample((orders, lines, seed) =>
    {
        var patient = Inpatient.Male(62).Charged([.. lines.Select(line => Billed.Line(Item, line.Quantity, When.Day(line.Day, line.Hour)))]);
        var distinct = orders.DistinctBy(order => order.Id).ToArray();
        var shuffled = (Order[])distinct.Clone();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Told(patient.Ordering(Rules, distinct)), Told(patient.Ordering(Rules, shuffled)));
    });

    [Fact]
    public void An_unrelated_order_changes_no_other_orders_findings() => Gen.Select(Orders.Array[1, 3], Lines.Array[0, 10], Gen.Int[1, 9]).Sample((orders, lines, quantity) =>
    {
        var patient = Inpatient.Male(62).Charged([.. lines.Select(line => Billed.Line(Item, line.Quantity, When.Day(line.Day, line.Hour)))]);
        var distinct = orders.DistinctBy(order => order.Id).ToArray();
        var unrelated = Ordered.Service(Items.Oxygen, quantity: quantity, frequency: "tid", days: 5) with { Id = "A" };

        Assert.Equal(Told(patient.Ordering(Rules, distinct)), Told(patient.Ordering(Rules, [unrelated, .. distinct])));
    });

    [Fact]
    public void Splitting_a_charge_in_two_of_half_the_quantity_changes_no_quantity_finding() => Gen.Select(Lines.Array[0, 15], Lines).Sample((lines, line) =>
    {
        var patient = Inpatient.Male(62).Charged([.. lines.Select(l => Billed.Line(Item, l.Quantity, When.Day(l.Day, l.Hour)))]);
        var whole = Billed.Line(Item, line.Quantity, When.Day(line.Day, line.Hour));
        var half = Billed.Line(Item, line.Quantity / 2m, When.Day(line.Day, line.Hour));

        Assert.Equal(
            patient.Charging(Rules, whole).Findings.Select(finding => (finding.Rule, finding.Message)).Order(),
            patient.Charging(Rules, half, half with { Id = half.Id + "b" }).Findings.Select(finding => (finding.Rule, finding.Message)).Order());
    });

    [Fact]
    public void Refunding_restores_the_use_and_the_totals_before() => Gen.Select(Lines.Array[0, 15], Lines, Gen.Int[1, 3]).Sample((lines, line, parts) =>
    {
        var before = Inpatient.Male(62).Charged([.. lines.Select(l => Billed.Line(Item, l.Quantity, When.Day(l.Day, l.Hour), 3.37m))]);
        var charge = Billed.Line(Item, line.Quantity * parts, When.Day(line.Day, line.Hour), 3.37m);
        var after = before.Charged(charge).Charged([.. Enumerable.Range(0, parts).Select(_ => Billed.Refund(charge, line.Quantity))]);

        // Each part is rounded to the fen by itself; the HIS's amounts are authoritative.
        if (charge.Amount == charge.UnitPrice.TimesToFen(line.Quantity * parts))
            Assert.Equal(before.State.Totals.Total.ToYuan(), after.State.Totals.Total.ToYuan(), 1);
        Assert.Equal(charge.Quantity, after.State.RefundedOf(charge.Id).Quantity);
        for (var day = 1; day <= 12; day++)
        {
            var probe = Billed.Line(Item, 1, day);
            Assert.Equal(
                before.Charging(Rules, probe).Findings.Select(finding => (finding.Rule, finding.Message)).Order(),
                after.Charging(Rules, probe).Findings.Select(finding => (finding.Rule, finding.Message)).Order());
        }
    }, iter: 30);

    [Fact]
    public void The_totals_are_the_same_fold_in_any_chunking() => Gen.Select(Lines.Array[1, 20], Gen.Int[1, 7]).Sample((lines, chunk) =>
    {
        var facts = lines.Select((line, index) => new RecordedFact(
            index + 1, Billed.Line(Item, line.Quantity, When.Day(line.Day, line.Hour), 3.337m), When.Day(line.Day), new(Rulebook.Hospital.Code, Identity.Role.His, "", ""))).ToList();
        var empty = Inpatient.Unknown().State;

        var whole = empty.Apply(facts);
        var chunked = facts.Chunk(chunk).Aggregate(empty, (state, part) => state.Apply(part));

        Assert.Equal(whole.Totals, chunked.Totals);
        Assert.Equal(facts.Sum(fact => ((Charge)fact.Fact).Amount.ToYuan()), whole.Totals.Total.ToYuan());
        Assert.Equal(whole.UsesOf(null, Item).ToArray(), chunked.UsesOf(null, Item).ToArray());
        Assert.Equal(whole.Sequence, chunked.Sequence);
    });

    private static IEnumerable<NaiveLine> Planned(Order order) =>
        OrderExpansion.Expand(order, Rules.Release, Rules.Dictionary, When.Day(20)).Lines
            .SelectMany(line => line.Uses).Select(use => new NaiveLine(use.At, use.Quantity, order.Id, false));

    private static string? OrderOf(int number) => number == 0 ? null : $"X{number}";

    private static IEnumerable<(string, string, string)> Told(CheckAnswer answer) =>
        answer.Findings.Select(finding => (finding.Key, finding.Message, string.Join(',', finding.AlsoOrderIds)));

    private static DateOnly Date(int day) => new DateOnly(2026, 3, 1).AddDays(day);

    private static int DayNumber(int day) => Date(day).DayNumber;

    /// <summary>Day 1 is a Monday.</summary>
    private static DateOnly Monday(int day) => Date(1).AddDays((day - 1) / 7 * 7);
}

using CsCheck;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Amounts, doses, items that share a limit, coefficients and the longer windows against a naive recount.</summary>
public sealed class CountedPropertyTests
{
    private const string Item = Items.Vitamin;
    private const string Other = Items.Infusion;
    private const decimal MgOfAnAmpoule = 500;

    private static readonly Rulebook Rules = Rulebook.With(("frequency_limits", $"""
        item_code,max_quantity,unit,window,measure,per,per_item,per_item_name,combined_items,combined_name
        {Item},5,支,单日,,,,,,
        {Item},5,元,单日,金额,,,,,
        {Item},5,mg,单日,剂量,,,,,
        {Item},5,,单日,,,,,{Other},合计
        {Item},5,元,单日,金额,,,,{Other},合计
        {Item},2,次,单次住院,,住院天数,,,,
        {Item},2,次,单日,,项目,{Other},输液,,

        """));

    private static readonly FrequencyLimit[] Rows = [.. Rules.Release.Knowledge[KnowledgeKind.FrequencyLimits].Cast<FrequencyLimit>()];

    private static readonly Gen<(int Day, int Hour, int Quantity, int Order, bool OfOther)> Lines =
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 23], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Bool);

    private static readonly Gen<Order> Orders = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 45], Gen.Int[1, 4], Gen.Bool)
        .Select(o => Ordered.Service(o.Item4 ? Other : Item, o.Item2, frequency: "bid", days: o.Item3) with { Id = $"X{o.Item1}", Quantity = null });

    [Fact]
    public void What_a_row_counts_agrees_with_a_naive_recount() => Gen.Select(Lines.Array[0, 50], Orders.Array[0, 3], Gen.Int[0, 100]).Sample((lines, orders, share) =>
    {
        var signed = orders.DistinctBy(order => order.Id).ToArray();
        var charges = lines.Select(line => Billed.Line(line.OfOther ? Other : Item, line.Quantity, When.Day(line.Day, line.Hour), line.Hour * 0.7m, line.Order == 0 ? null : $"X{line.Order}")).ToList();
        var refunds = charges.Where((_, index) => (index * 37 + share) % 4 == 0).Select(charge => Billed.Refund(charge, charge.Quantity)).ToList();
        var patient = Inpatient.Male(62).Signed(signed).Charged([.. charges, .. refunds]);
        var (own, other) = (Naive(Item), Naive(Other));
        var use = Uses.Of(patient, Rules, When.Day(60));
        use.SetLine(new UseKey(null, Item));

        for (var day = 1; day <= 52; day++)
        {
            use.Set(When.Day(day), Date(day).DayNumber, billed: false);
            use.Set(Rows[0]);
            Assert.Equal(own.OnDay(Date(day)), use.OnDay());
            Assert.Equal(own.Between(First(day), First(day).AddMonths(1).AddDays(-1)), use.InMonth());
            Assert.Equal(own.Between(Date(-30), Date(306)), use.InYear());
            Assert.Equal(own.Between(Date(1), Date(day)), use.UpToDay());
            use.Set(Rows[1]);
            Assert.Equal(own.YuanOnDay(Date(day), 1.2m), use.OnDay());
            use.Set(Rows[2]);
            Assert.Equal(own.OnDay(Date(day)) * MgOfAnAmpoule, use.OnDay());
            use.Set(Rows[3]);
            Assert.Equal(own.OnDay(Date(day)) + other.OnDay(Date(day)), use.OnDay());
            use.Set(Rows[4]);
            Assert.Equal(own.YuanOnDay(Date(day), 1.2m) + other.YuanOnDay(Date(day), 10), use.InWindow("单日", 0));
            use.Set(Rows[6]);
            Assert.Equal(other.OnDay(Date(day)), use.OfPerItem("单日", 0));
            Assert.Equal(other.Between(Date(day - 4), Date(day)), use.OfPerItem("N天", 5));
        }

        NaiveUse Naive(string item) => new([
            .. charges.Concat(refunds).Where(charge => charge.ItemCode == item).Select(NaiveLine.Of),
            .. signed.Where(order => order.ItemCode == item).SelectMany(Planned),
        ]);
    }, iter: 60);

    [Fact]
    public void Rolling_hours_of_items_that_share_a_limit_agree_with_a_naive_recount() => Lines.Array[1, 60].Sample(lines =>
    {
        var charges = lines.Select(line => Billed.Line(line.OfOther ? Other : Item, line.Quantity, When.Day(line.Day % 5 + 1, line.Hour))).ToArray();
        var patient = Inpatient.Male(62).Charged(charges);
        var naive = new NaiveUse([.. charges.Select(NaiveLine.Of)]);
        var use = Uses.Of(patient, Rules, When.Day(20));
        use.SetLine(new UseKey(null, Item));
        use.Set(Rows[3]);

        foreach (var charge in charges)
        {
            use.Set(charge.OccurredAt, NaiveLine.Of(charge).Day.DayNumber, billed: true);
            Assert.Equal(naive.BilledInHours(charge.OccurredAt, 24), use.InHours(24));
        }
    });

    [Fact]
    public void More_than_a_coefficient_times_the_inpatient_days_is_found_exactly_where_a_naive_recount_finds_it() =>
        Gen.Select(Gen.Select(Gen.Int[1, 12], Gen.Int[1, 4]).Array[0, 12], Gen.Int[1, 12], Gen.Int[1, 4]).Sample((lines, day, quantity) =>
    {
        var patient = Inpatient.Male(62).Charged([.. lines.Select(line => Billed.Line(Item, line.Item2, line.Item1))]);
        var upToDay = lines.Where(line => line.Item1 <= day).Sum(line => line.Item2) + quantity;

        var found = patient.Charging(Rules, Billed.Line(Item, quantity, day)).Findings.Any(finding => finding.Rule == "more-than-allowed-by-inpatient-days");

        Assert.Equal(upToDay > 2 * day, found);
    });

    private static IEnumerable<NaiveLine> Planned(Order order) =>
        OrderExpansion.Expand(order, Rules.Release, Rules.Dictionary, When.Day(60)).Lines
            .SelectMany(line => line.Uses).Select(use => new NaiveLine(use.At, use.Quantity, order.Id, false));

    private static DateOnly Date(int day) => new DateOnly(2026, 3, 1).AddDays(day);

    private static DateOnly First(int day) => new(Date(day).Year, Date(day).Month, 1);
}

using CsCheck;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Rules about other items against a naive look at the raw charges, and what must not matter to a finding.</summary>
public sealed class RelationPropertyTests
{
    private static readonly string[] Members = [Items.Acupuncture, Items.Moxibustion, Items.Infusion, Items.Nursing];

    private static readonly string[] Windows = ["单日", "单次就诊", "6小时", "同一小时"];

    private static readonly Dictionary<string, Rulebook> Rules = Windows.ToDictionary(window => window, Of);

    private static readonly Gen<(int Item, int Hour, int Minute, int Quantity)> Lines =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 80], Gen.Int[0, 59], Gen.Int[1, 2]);

    private static readonly Gen<Order> Orders = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 5], Gen.Int[1, 4], Gen.Int[0, 9])
        .Select(o => Ordered.Service(o.Item1 == 4 ? Items.Stent : Members[o.Item1], o.Item2, frequency: "bid", days: o.Item3) with { Id = $"X{o.Item4}" });

    [Fact]
    public void Sets_companions_and_packages_agree_with_a_naive_look() => Gen.Select(Lines.Array[0, 12], Lines, Gen.Int[0, 3], Gen.Int[0, 3]).Sample((lines, probe, word, refund) =>
    {
        var window = Windows[word];
        var charges = lines.Select(Line).ToList();
        charges.AddRange(charges.Where((_, index) => index % 4 == refund).Select(charge => Billed.Refund(charge, charge.Quantity)).ToList());
        var judged = Line(probe);
        var naive = new NaiveNeighbours([.. charges, judged]);
        var stent = judged with { Id = "stent", ItemCode = Items.Stent };

        var rules = Inpatient.Male(62).Charged([.. charges]).Charging(Rules[window], judged, stent).Findings.Select(finding => finding.Rule).ToList();

        var others = naive.Around(judged.OccurredAt, window, [.. Members.Where(item => item != judged.ItemCode)]).Count();
        Assert.Equal(others > 0, rules.Contains("charged-with-another-of-the-set"));
        Assert.Equal(others >= 2, rules.Contains("parts-billed-instead-of-the-whole"));
        Assert.Equal(!naive.Around(judged.OccurredAt, window, Items.Acupuncture, Items.Infusion).Any(), rules.Contains("used-without-its-companion"));
    });

    [Fact]
    public void The_order_of_orders_does_not_matter() => Gen.Select(Orders.Array[1, 5], Lines.Array[0, 6], Gen.Int, Gen.Int[0, 3]).Sample((orders, lines, seed, word) =>
    {
        var patient = Inpatient.Male(62).Charged([.. lines.Select(Line)]);
        var distinct = orders.DistinctBy(order => order.Id).ToArray();
        var shuffled = (Order[])distinct.Clone();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Told(patient.Ordering(Rules[Windows[word]], distinct)), Told(patient.Ordering(Rules[Windows[word]], shuffled)));
    });

    [Fact]
    public void An_unrelated_order_changes_no_other_orders_findings() => Gen.Select(Orders.Array[1, 5], Lines.Array[0, 6], Gen.Int[0, 3]).Sample((orders, lines, word) =>
    {
        var patient = Inpatient.Male(62).Charged([.. lines.Select(Line)]);
        var distinct = orders.DistinctBy(order => order.Id).ToArray();
        var unrelated = Ordered.Service(Items.Oxygen, 1, frequency: "q1h", days: 5);

        Assert.Equal(Told(patient.Ordering(Rules[Windows[word]], distinct)), Told(patient.Ordering(Rules[Windows[word]], [unrelated, .. distinct])));
    });

    private static IEnumerable<(string, string, string?, string?)> Told(CheckAnswer answer) =>
        answer.Findings.Select(finding => (finding.Key, finding.Message, finding.Offender?.OrderId, finding.Counterpart?.OrderId));

    private static Charge Line((int Item, int Hour, int Minute, int Quantity) line) =>
        Billed.Line(Members[line.Item], line.Quantity, When.Day(1, 0).AddHours(line.Hour).AddMinutes(line.Minute));

    private static Rulebook Of(string window) => Rulebook.With(
        ("exclusive_sets", "item_code,set_name,window\n" + string.Concat(Members.Select(item => $"{item},一组,{window}\n"))),
        ("package_parts", "item_code,whole_name,min_parts,window\n" + string.Concat(Members.Select(item => $"{item},组合,3,{window}\n"))),
        ("required_companions", $"item_code,other_codes,other_name,window\n{Items.Stent},{Items.Acupuncture}|{Items.Infusion},治疗,{window}\n"));
}

using CsCheck;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using OrderCheck.Core.Tests.Patients;
using Xunit;
using static OrderCheck.Core.Tests.Rules.RandomFacts;

namespace OrderCheck.Core.Tests.Recounts;

/// <summary>Dose, duplicates, days of supply, interactions and step therapy against a recount of the raw orders and charges.</summary>
public sealed class DrugRecountTests
{
    private static readonly string[] Frequencies = ["qd", "bid", "tid", "qod"];

    private static readonly Rulebook Doses = Rulebook.OutOfShadow(("dose_limits", $"""
        item_code,dose_unit,per_kg,max_single,min_single,max_daily,min_age,max_age,age_unit,min_weight_kg,max_weight_kg,routes
        {Items.Paracetamol},mg,,500,,2000,12,,岁,,,
        {Items.Paracetamol},mg,是,15,,60,,11,岁,,,
        {Items.Vitamin},g,,,,1,,,,,50,
        {Items.Vitamin},g,,,,2,,,,50,,

        """));

    private static readonly Rulebook Duplicates = Rulebook.With(
        ("duplicate_limits", "item_code,level,class_name,max_kinds\n药品,同通用名,,\nXB01AC*,同类,抗血小板药,1\n"));

    private static readonly Rulebook Supplies = Rulebook.With(("supply_limits", "item_code,prescription,max_days\n药品,门诊,7\n药品,急诊,3\n药品,出院带药,7\n药品,长期处方,30\n"));

    private static readonly Rulebook Interactions = Rulebook.OutOfShadow(("drug_interactions", $"""
        item_code,item_name,other_codes,other_name,level,days_apart,effect
        {Items.Aspirin},阿司匹林,{Items.Vitamin},维生素C,禁忌,,出血
        {Items.Aspirin},阿司匹林,{Items.Albumin},白蛋白,慎用,2,沉淀

        """));

    private static readonly Rulebook Steps = Rulebook.With(
        ("step_therapy", $"item_code,first_line,first_line_codes,within_days\n{Items.Clopidogrel},阿司匹林,{Items.Aspirin},5\n"));

    private static readonly string[] Antiplatelets = [Items.Aspirin, Items.SmallAspirin, Items.Clopidogrel, Items.Ticagrelor];

    private static readonly Gen<(int Item, int Day, int Hour, int Often, int Days)> Line =
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 6], Gen.Int[0, 23], Gen.Int[0, 3], Gen.Int[1, 4]);

    [Fact]
    public void Single_and_daily_doses_are_found_by_age_and_weight_where_a_recount_finds_them() =>
        Gen.Select(Line.Array[0, 2], Line.Array[1, 3], Gen.Int[1, 11], OneOf(3, 11, 12, 62), OneOf(12m, 30m, 49.9m, 50m)).Sample((signed, asked, dose, age, kilograms) =>
    {
        Order Of((int Item, int Day, int Hour, int Often, int Days) line, string id) =>
            Ordered.Drug(line.Item % 2 == 0 ? Items.Paracetamol : Items.Vitamin, line.Day, Dose((dose + line.Item) * 100, line.Hour), Frequencies[line.Often], line.Days) with { Id = id };
        var before = signed.Select((line, place) => Of(line, $"A{place}")).ToArray();
        var orders = asked.Select((line, place) => Of(line, $"O{place}")).ToArray();
        var all = before.Concat(orders).ToList();
        decimal Milligrams(Order order) => order.Dose!.Value.Unit switch { "g" => order.Dose.Value.Value * 1000, "ug" => order.Dose.Value.Value / 1000, _ => order.Dose.Value.Value };
        decimal Daily(Order order) => NaivePlan.Days(order).Max(day => all.Where(other => other.ItemCode == order.ItemCode).Sum(other => NaivePlan.TimesOn(other, day) * Milligrams(other)));
        bool IsDrug(Order order) => order.ItemCode == Items.Paracetamol;
        var (single, daily) = age >= 12 ? (500m, 2000m) : (15 * kilograms, 60 * kilograms);

        var found = Inpatient.Male(age).Weighing(kilograms).Signed(before).Ordering(Doses, orders);

        Assert.Equal(Ids(orders, order => IsDrug(order) && Milligrams(order) > single), Told(found, age >= 12 ? "dose-over-single" : "dose-over-single-by-weight"));
        Assert.Equal(
            Ids(orders, order => age >= 12 && IsDrug(order) ? Daily(order) > daily : !IsDrug(order) && Daily(order) > (kilograms < 50 ? 1000 : 2000)), Told(found, "dose-over-daily"));
        Assert.Equal(Ids(orders, order => age < 12 && IsDrug(order) && Daily(order) > daily), Told(found, "dose-over-daily-by-weight"));
    });

    [Fact]
    public void The_same_name_and_too_many_of_a_class_are_found_where_a_recount_finds_them() => Gen.Select(Line.Array[0, 3], Line.Array[1, 3], Gen.Int[0, 9]).Sample((signed, asked, test) =>
    {
        Order Of((int Item, int Day, int Hour, int Often, int Days) line, string id, bool skinTest) =>
            Ordered.Drug(Antiplatelets[line.Item], frequency: Frequencies[line.Often], days: line.Days) with { Id = id, StartAt = When.Day(line.Day, line.Hour), SkinTest = skinTest };
        var before = signed.Select((line, place) => Of(line, $"A{place}", place + test == 9)).ToArray();
        var orders = asked.Select((line, place) => Of(line, $"O{place}", false)).ToArray();
        var all = before.Concat(orders).Where(order => !order.SkinTest).ToList();
        string Name(Order order) => order.ItemCode == Items.SmallAspirin ? Items.Aspirin : order.ItemCode!;
        bool Overlap(Order one, Order other) => one.Id != other.Id && one.StartAt < NaivePlan.End(other) && other.StartAt < NaivePlan.End(one);
        bool Beside(Order order) => NaivePlan.Moments(order).Any(at => all.Exists(other => Name(other) != Name(order) && other.StartAt <= at && at < NaivePlan.End(other)));

        var found = Inpatient.Male(62).Signed(before).Ordering(Duplicates, orders);

        var twice = Ids(orders, order => all.Exists(other => Name(other) == Name(order) && Overlap(order, other)));
        var beside = Ids(orders, Beside);
        Assert.Equal(twice.Length > 0, Told(found, "same-generic-name-in-use").Length > 0);
        Assert.Empty(Told(found, "same-generic-name-in-use").Except(twice));
        Assert.Equal(beside.Length > 0, Told(found, "too-many-of-a-class-in-use").Length > 0);
        Assert.Empty(Told(found, "too-many-of-a-class-in-use").Except(beside));
    });

    [Fact]
    public void Days_of_supply_are_found_where_a_recount_finds_them() =>
        Gen.Select(Gen.Int[1, 35], OneOf("11", "13", "21"), Gen.Bool, Gen.Bool, Gen.Int[0, 3]).Sample((days, visit, home, chronic, often) =>
    {
        var order = Ordered.Drug(Items.Aspirin, frequency: Frequencies[often], days: days) with { DischargeMedication = home, LongPrescription = chronic };
        int? most = home ? 7 : chronic ? 30 : visit switch { "11" => 7, "13" => 3, _ => null };

        var found = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, BirthTime = When.Day(1).AddYears(-62), InsuType = "310", MedType = visit }).Ordering(Supplies, order);

        Assert.Equal(days > most, found.Findings.Any(finding => !finding.Undetermined));
    });

    [Fact]
    public void Drugs_that_do_not_go_together_are_found_where_a_recount_finds_them() =>
        Gen.Select(Line.Array[0, 2], Gen.Select(Gen.Int[0, 2], Gen.Int[1, 12], Gen.Bool).Array[0, 4], Line.Array[1, 3]).Sample((signed, charged, asked) =>
    {
        string[] items = [Items.Aspirin, Items.Vitamin, Items.Albumin];
        Order Of((int Item, int Day, int Hour, int Often, int Days) line, string id) =>
            Ordered.Drug(items[line.Item % 3], line.Day, frequency: Frequencies[line.Often], days: line.Days) with { Id = id };
        var before = signed.Select((line, place) => Of(line, $"A{place}")).ToArray();
        var orders = asked.Select((line, place) => Of(line, $"O{place}")).ToArray();
        var charges = charged.Select(line => Billed.Line(items[line.Item1], 1, line.Item2)).ToList();
        charges.AddRange(charges.Where((_, place) => charged[place].Item3).Select(charge => Billed.Refund(charge, 1)).ToList());
        List<int> Days(string item) =>
            [.. before.Concat(orders).Where(order => order.ItemCode == item).SelectMany(NaivePlan.Days), .. new NaiveDays([.. charges.Where(charge => charge.ItemCode == item)]).Used];
        bool Meet(string one, string other, int apart) =>
            Asked(one).Any(day => Days(other).Exists(there => Math.Abs(day - there) <= apart)) || Asked(other).Any(day => Days(one).Exists(there => Math.Abs(day - there) <= apart));
        IEnumerable<int> Asked(string item) => orders.Where(order => order.ItemCode == item).SelectMany(NaivePlan.Days);

        var found = Inpatient.Male(62).Signed(before).Charged([.. charges]).Ordering(Interactions, orders);

        Assert.Equal(Meet(Items.Aspirin, Items.Vitamin, 0), Told(found, "drugs-never-together").Length > 0);
        Assert.Equal(Meet(Items.Aspirin, Items.Albumin, 2), Told(found, "drugs-together-with-care").Length > 0);
    });

    [Fact]
    public void A_second_line_before_the_first_is_found_where_a_recount_finds_it() =>
        Gen.Select(Gen.Select(Gen.Int[1, 9], Gen.Bool).Array[0, 3], Gen.Int[-9, 0].Array[0, 2], Gen.Int[1, 10], Gen.Int[1, 8], Gen.Bool).Sample((charged, elsewhere, day, days, known) =>
    {
        var charges = charged.Select(line => Billed.Line(Items.Aspirin, 2, line.Item1)).ToList();
        charges.AddRange(charges.Where((_, place) => charged[place].Item2).Select(charge => Billed.Refund(charge, 2)).ToList());
        var patient = Inpatient.Male(62).Charged([.. charges]);
        if (known)
            patient = patient.Knowing([.. elsewhere.Select((visited, place) => Visited.Outpatient($"M{place}", visited).Charged(Items.Aspirin, 1, visited))]);
        // One looks back from the day on which the second line begins.
        var tried = new NaiveDays(charges).Used.Concat(known ? elsewhere : []).Any(use => use >= day - 5 && use < day);
        var mayBeElsewhere = !known && day - 5 < 1;

        var found = patient.Ordering(Steps, Ordered.Drug(Items.Clopidogrel, day, frequency: "qd", days: days));

        Assert.Equal(!tried && !mayBeElsewhere, found.Findings.Any(finding => !finding.Undetermined));
        Assert.Equal(!tried && mayBeElsewhere, found.Findings.Any(finding => finding.Undetermined) || found.UndeterminedCount > 0);
    });

    private static Quantity Dose(int milligrams, int unit) => (unit % 3) switch
    {
        0 => new Quantity(milligrams, "mg"),
        1 => new Quantity(milligrams / 1000m, "g"),
        _ => new Quantity(milligrams * 1000m, "ug"),
    };

    private static string[] Ids(IEnumerable<Order> orders, Func<Order, bool> which) => [.. orders.Where(which).Select(order => order.Id).Order(StringComparer.Ordinal)];

    /// <summary>The orders that the rule found something of.</summary>
    private static string[] Told(CheckAnswer answer, string rule) =>
    [
        .. answer.Findings.Where(finding => finding.Rule == rule && !finding.Undetermined)
            .SelectMany(finding => finding.Also.Select(also => also.Offender).Prepend(finding.Offender).Select(party => party!.OrderId!).Concat(finding.AlsoOrderIds))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}

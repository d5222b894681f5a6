using OrderCheck.Core.Amounts;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Orders;

public sealed class OrderExpansionTests
{
    [Theory]
    [InlineData(null, null, 1, 1)]
    [InlineData("st", null, 1, 1)]
    [InlineData("qd", 3, 3, 3)]
    [InlineData("bid", 3, 6, 3)]
    [InlineData("tid", 1, 3, 1)]
    [InlineData("qod", 5, 3, 3)]
    [InlineData("bid", null, 2, 1)]
    [InlineData(null, 3, 3, 3)]
    public void The_frequency_says_how_often_and_on_which_days(string? frequency, int? days, int executions, int onDays)
    {
        var line = Only(Expand(Ordered.Service(Items.Infusion, frequency: frequency, days: days)));

        Assert.Equal(executions, line.Uses.Length);
        Assert.Equal(onDays, line.Uses.DistinctBy(use => use.Day).Count());
    }

    [Fact]
    public void Every_eight_hours_runs_through_the_night()
    {
        var line = Only(Expand(Ordered.Service(Items.Infusion, frequency: "q8h", days: 2)));

        Assert.Equal([10, 18, 2, 10, 18], line.Uses.Select(use => use.At.ToOffset(When.Shanghai).Hour));
    }

    [Fact]
    public void All_executions_of_a_day_are_on_that_day_however_late_it_begins()
    {
        var line = Only(Expand(Ordered.Service(Items.Infusion, frequency: "qid", days: 2) with { StartAt = When.Day(1, 23, 50) }));

        Assert.Equal([4, 4], line.Uses.GroupBy(use => use.Day).Select(day => day.Count()));
        Assert.All(line.Uses, use => Assert.Equal(use.Day, HospitalCalendar.DayNumber(Rulebook.Hospital.TimeZone, use.At)));
    }

    [Fact]
    public void An_open_long_term_order_is_expanded_for_today_only()
    {
        var order = Ordered.Service(Items.Infusion, day: 1, frequency: "bid") with { LongTerm = true };

        Assert.Equal([5, 5], Only(Expand(order, today: 5)).Uses.Select(use => DayOf(use)));
        Assert.Equal([3, 3], Only(Expand(order with { StartAt = When.Day(3) }, today: 1)).Uses.Select(use => DayOf(use)));
    }

    [Fact]
    public void An_open_order_every_other_day_has_nothing_on_the_day_between()
    {
        var order = Ordered.Service(Items.Infusion, frequency: "qod") with { LongTerm = true };

        Assert.Empty(Only(Expand(order, today: 4)).Uses);
        Assert.Single(Only(Expand(order, today: 5)).Uses);
    }

    [Fact]
    public void An_order_ends_when_it_says()
    {
        var order = Ordered.Service(Items.Infusion, frequency: "bid", days: 5) with { EndAt = When.Day(2, 9) };

        Assert.Equal([1, 1], Only(Expand(order)).Uses.Select(use => DayOf(use)));
    }

    [Theory]
    [InlineData(100, "mg", 1)]
    [InlineData(150, "mg", 2)]
    [InlineData(0.2, "g", 2)]
    [InlineData(3, "片", 3)]
    public void A_dose_is_divided_by_the_strength_and_rounded_up_for_each_execution(double dose, string unit, int tablets) =>
        Assert.Equal(tablets, Only(Expand(Ordered.Drug(Items.Aspirin, dose: new Quantity((decimal)dose, unit)))).Quantity);

    [Theory]
    [InlineData("次进一", "1 1 1 1")]
    [InlineData("日进一", "1 0 1 0")]
    [InlineData("不取整", "0.5 0.5 0.5 0.5")]
    public void The_hospital_says_how_opened_units_are_billed(string rule, string quantities)
    {
        var rules = Rulebook.Empty.Mapping("rounding", $"item_code,rule\n*,次进一\n{Items.Aspirin},{rule}\n");

        var line = Only(Expand(Ordered.Drug(Items.Aspirin, dose: new Quantity(50, "mg"), frequency: "bid", days: 2), rules));

        Assert.Equal(quantities, string.Join(' ', line.Uses.Select(use => use.Quantity.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void The_hospitals_own_conversion_goes_before_the_metric_one()
    {
        var rules = Rulebook.Empty.Mapping("units", $"item_code,from_unit,to_unit,factor\n{Items.Aspirin},板,片,12\n");
        var order = Ordered.Drug(Items.Aspirin) with { Quantity = new Quantity(2, "板") };

        Assert.Equal(24, Only(Expand(order, rules)).Quantity);
    }

    [Theory]
    [InlineData("滴", "no_conversion")]
    public void A_unit_without_conversion_is_undetermined_not_a_guess(string unit, string gap)
    {
        var expansion = Expand(Ordered.Drug(Items.Aspirin, dose: new Quantity(1, unit)));

        Assert.Equal(gap, Assert.Single(expansion.Gaps).Code);
        Assert.False(Only(expansion).QuantityKnown);
        Assert.Null(Only(expansion).Amount);
    }

    [Fact]
    public void A_dose_without_a_strength_is_undetermined() =>
        Assert.Equal("no_strength", Assert.Single(Expand(Ordered.Drug(Items.Stent, dose: new Quantity(1, "mg"))).Gaps).Code);

    [Fact]
    public void An_unknown_frequency_is_undetermined_and_once_is_looked_at()
    {
        var expansion = Expand(Ordered.Service(Items.Infusion, frequency: "每逢佳节"));

        Assert.Equal("unknown_frequency", Assert.Single(expansion.Gaps).Code);
        Assert.Single(Only(expansion).Uses);
    }

    [Fact]
    public void Absurdly_many_executions_are_cut_and_it_is_said()
    {
        var expansion = Expand(Ordered.Service(Items.Infusion, frequency: "q1h", days: 366));

        Assert.Equal("horizon", Assert.Single(expansion.Gaps).Code);
    }

    [Fact]
    public void A_mapped_service_is_billed_as_the_map_says_per_execution_day_and_order()
    {
        var rules = Rulebook.Empty.Mapping("order_charges",
            $"order_code,item_code,quantity,unit,per\nNURSE,{Items.Nursing},1,日,日\nNURSE,{Items.Infusion},2,次,次\nNURSE,{Items.Bed},1,日,医嘱\n");
        var order = Ordered.Service(Items.Nursing, frequency: "bid", days: 3) with { ItemCode = null, ItemHospitalCode = "NURSE" };

        var lines = Expand(order, rules).Lines;

        Assert.Equal([(Items.Nursing, 3m), (Items.Infusion, 12m), (Items.Bed, 1m)], lines.Select(line => (line.ItemCode, line.Quantity)));
        Assert.Equal("84.00", lines[0].Amount.ToString());
    }

    [Fact]
    public void A_map_counts_from_its_first_to_its_last_day()
    {
        var rules = Rulebook.Empty.Mapping("order_charges",
            $"order_code,item_code,quantity,unit,per,effective_from,effective_to\nNURSE,{Items.Nursing},1,日,日,,2026-03-02\nNURSE,{Items.Bed},1,日,日,2026-03-03,\n");
        var order = Ordered.Service(Items.Nursing) with { ItemCode = null, ItemHospitalCode = "NURSE" };

        Assert.Equal(Items.Nursing, Only(Expand(order, rules)).ItemCode);
        Assert.Equal(Items.Bed, Only(Expand(order with { StartAt = When.Day(2) }, rules)).ItemCode);
    }

    [Fact]
    public void A_groups_route_is_charged_once_for_all_its_drugs()
    {
        var rules = Rulebook.With(("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Infusion},1,次,单日,\n"))
            .Mapping("route_charges", $"route,item_code,quantity,per\nivgtt,{Items.Infusion},1,次\n");
        var first = Ordered.Drug(Items.Vitamin) with { Route = "ivgtt", GroupNumber = "G1" };
        var second = Ordered.Drug(Items.Albumin) with { Route = "ivgtt", GroupNumber = "G1" };

        Assert.Empty(Inpatient.Male(62).Ordering(rules, first, second).Findings);
        Assert.Empty(Inpatient.Male(62).Signed(first).Ordering(rules, second).Findings);
        Assert.Empty(Inpatient.Male(62).Signed(first, second).Ordering(rules, second).Findings);
        Assert.Single(Inpatient.Male(62).Ordering(rules, first, second with { GroupNumber = "G2" }).Findings);
    }

    [Fact]
    public void Herbs_are_grams_a_set_times_sets_a_set_a_day()
    {
        var line = Only(Expand(Ordered.Piece(Items.Mint, grams: 6, sets: 7)));

        Assert.Equal((42m, 7), (line.Quantity, line.Uses.Length));
        Assert.Equal("5.04", line.Amount.ToString());
    }

    private static ExpansionResult Expand(Order order, Rulebook? rules = null, int today = 1)
    {
        rules ??= Rulebook.Empty;
        return OrderExpansion.Expand(order, rules.Release, rules.Dictionary, When.Day(today));
    }

    private static ExpectedLine Only(ExpansionResult expansion) => Assert.Single(expansion.Lines);

    private static int DayOf(PlannedUse use) => use.Day - new DateOnly(2026, 3, 1).DayNumber;
}

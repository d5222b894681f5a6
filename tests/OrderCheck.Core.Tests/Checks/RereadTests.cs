using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What rereading the families against the manual found: one history each.</summary>
public sealed class RereadTests
{
    private static readonly Rulebook FeeTypes = Rulebook.With(("fee_type_changes", "to\n职工|居民\n"));

    private static readonly Rulebook Beds =
        Rulebook.With(("frequency_limits", $"item_code,max_quantity,unit,window,per\n{Items.Bed},1,日,单次住院,住院天数\n"));

    private static readonly Rulebook Pieces = Rulebook.With(("herb_prescription_limits", "item_code,max_pieces,max_grams_per_set,max_grams\nT00*,2,,\n"));

    private static readonly Rulebook Duplicates = Rulebook.With(
        ("duplicate_limits", "item_code,level,class_name,max_kinds\n药品,同通用名,,\nXB01AC*,同类,抗血小板药,1\n"));

    /// <summary>Told on the third day, in force since the first.</summary>
    private static InsuranceChanged Changed => new("390", When.Day(1, 0)) { Id = "changed", OccurredAt = When.Day(3) };

    [Fact]
    public void A_change_of_who_pays_is_told_also_where_the_patients_other_encounters_are_known() =>
        Assert.Single(Inpatient.Male(62).Charged(Items.Nursing, 1, day: 2).With(Changed).Knowing().Charging(FeeTypes, Billed.Line(Items.Nursing, 1, 4)).Findings);

    [Fact]
    public void The_same_insurance_told_again_is_no_change()
    {
        var patient = Inpatient.Male(62).Charged(Items.Nursing, 1, day: 2)
            .With(new StayUpdated(new StayDetails { InsuType = "310", Bed = "12" }) { Id = "again", OccurredAt = When.Day(3) });

        Assert.Empty(patient.Charging(FeeTypes, Billed.Line(Items.Nursing, 1, 4)).Findings);
        Assert.Empty(patient.Auditing(FeeTypes).Findings);
        Assert.Single(patient.State.Stay.Insurance);
    }

    [Fact]
    public void A_change_that_was_told_is_not_told_again_when_the_new_insurance_is_repeated()
    {
        var changed = Inpatient.Male(62).Charged(Items.Nursing, 1, day: 2).With(Changed);
        var repeated = changed.Charged(Items.Nursing, 1, day: 4)
            .With(new StayUpdated(new StayDetails { InsuType = "390" }) { Id = "again", OccurredAt = When.Day(5) });

        Assert.Single(changed.Charging(FeeTypes, Billed.Line(Items.Nursing, 1, 4)).Findings);
        Assert.Empty(repeated.Charging(FeeTypes, Billed.Line(Items.Nursing, 1, 6)).Findings);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    public void After_the_discharge_no_inpatient_day_is_added(int day)
    {
        var patient = Inpatient.Male(62).Charged(Items.Bed, 1, 1).Charged(Items.Bed, 1, 2).Charged(Items.Bed, 1, 3)
            .With(new Discharged("1") { Id = "out", OccurredAt = When.Day(4, 9) });

        var found = patient.Charging(Beds, Billed.Line(Items.Bed, 1, day)).Findings;

        Assert.Contains("住院3天，截至当天已达4日", Assert.Single(found, finding => finding.Rule == "more-than-allowed-by-inpatient-days").Message);
    }

    [Fact]
    public void Twenty_four_hours_that_hold_only_the_last_use_of_a_day_are_looked_at()
    {
        var rules = Rulebook.With(("frequency_limits", $"item_code,max_quantity,unit,window\n{Items.Infusion},11,次,24小时\n"));
        // From 08:00 four times: 08:00, 12:00, 16:00, 20:00. Eleven more are charged on the next day, from 09:00 on.
        var patient = Inpatient.Male(62).Charged([.. Enumerable.Range(9, 11).Select(hour => Billed.Line(Items.Infusion, 1, When.Day(2, hour)))]);
        var order = Ordered.Service(Items.Infusion, frequency: "qid", days: 1) with { StartAt = When.Day(1, 8) };

        Assert.Single(patient.Ordering(rules, order).Findings);
        Assert.Empty(patient.Ordering(rules, order with { StartAt = When.Day(1, 0) }).Findings);
    }

    [Fact]
    public void A_drug_of_the_class_that_begins_at_noon_is_in_use_in_the_afternoon()
    {
        var other = Ordered.Drug(Items.Clopidogrel, frequency: "qd", days: 1) with { StartAt = When.Day(1, 12) };
        var order = Ordered.Drug(Items.Aspirin, frequency: "bid", days: 1) with { StartAt = When.Day(1, 8) };

        var found = Inpatient.Male(62).Signed(other).Ordering(Duplicates, order).Findings;

        Assert.Equal("too-many-of-a-class-in-use", Assert.Single(found).Rule);
    }

    [Fact]
    public void Pieces_without_a_prescription_number_are_not_taken_for_one_prescription_before_discharge()
    {
        Order[] pieces =
        [
            Ordered.Piece(Items.Mint, prescription: null), Ordered.Piece(Items.Liquorice, prescription: null),
            Ordered.Piece(Items.Ginseng, prescription: null) with { StartAt = When.Day(9) },
        ];

        Assert.DoesNotContain(Inpatient.Male(62).Signed(pieces).Auditing(Pieces).Findings, finding => !finding.Undetermined);
        Assert.Contains(Inpatient.Male(62).Ordering(Pieces, pieces).Findings, finding => finding.Rule == "too-many-pieces");
    }

    [Fact]
    public void A_signed_order_of_absurdly_many_days_stops_no_rule()
    {
        var absurd = Ordered.Drug(Items.Clopidogrel, frequency: "qd", days: int.MaxValue);

        var answer = Inpatient.Male(62).Signed(absurd).Ordering(Duplicates, Ordered.Drug(Items.Aspirin, frequency: "qd", days: 3));

        Assert.Equal(CheckState.Complete, answer.State);
        Assert.Single(answer.Findings);
    }

    [Theory]
    [InlineData("A17.000+G01*", true)]
    [InlineData("G01", true)]
    [InlineData("A17.000", false)]
    public void A_dagger_code_with_its_asterisk_is_coded_as_both(string code, bool found)
    {
        var rules = Rulebook.With(("principal_diagnoses", "diagnoses,hours\nG00-G09,\n"));

        Assert.Equal(found, Inpatient.Male(62).Diagnosed(code, principal: true).Auditing(rules).Findings.Any());
    }

    [Fact]
    public void The_second_line_goes_on_when_the_first_has_left_the_time_that_one_looks_back()
    {
        var rules = Rulebook.With(("step_therapy", $"item_code,first_line,first_line_codes,within_days\n{Items.Clopidogrel},阿司匹林,{Items.Aspirin},3\n"));
        var patient = Inpatient.Male(62).Charged(Items.Aspirin, 1, day: 4);

        Assert.Empty(patient.Ordering(rules, Ordered.Drug(Items.Clopidogrel, day: 7, frequency: "qd", days: 5)).Findings);
        Assert.Single(patient.Ordering(rules, Ordered.Drug(Items.Clopidogrel, day: 8, frequency: "qd", days: 5)).Findings);
    }

    [Fact]
    public void A_charge_of_a_cancelled_order_is_told_once_as_without_an_order()
    {
        var rules = Rulebook.With(("charge_orders", "item_code,kinds\n*,药品\n"));
        var order = Ordered.Drug(Items.Aspirin, frequency: "qd", days: 3);
        var patient = Inpatient.Male(62).Signed(order).With(new OrderCancelled(order.Id, "开错") { Id = "cancel", OccurredAt = When.Day(1, 11) });

        Assert.Equal("charge-without-order", Assert.Single(patient.Charging(rules, Billed.Line(Items.Aspirin, 1, When.Day(3), order: order.Id)).Findings).Rule);
    }

    [Fact]
    public void The_counterpart_is_what_is_planned_not_what_was_charged_at_that_moment_and_taken_back()
    {
        var rules = Rulebook.OutOfShadow(("drug_interactions", $"item_code,item_name,other_codes,other_name,level,days_apart,effect\n{Items.Vitamin},维生素C,{Items.Aspirin},阿司匹林,禁忌,,出血\n"));
        var (planned, other) = (Ordered.Drug(Items.Aspirin, day: 2), Ordered.Drug(Items.Albumin, day: 2));
        var charge = Billed.Line(Items.Aspirin, 4, planned.StartAt, order: other.Id);
        var patient = Inpatient.Male(62).Signed(planned, other).Charged(charge, Billed.Refund(charge, 4));

        Assert.Equal(planned.Id, Assert.Single(patient.Ordering(rules, Ordered.Drug(Items.Vitamin, day: 2)).Findings).Counterpart?.OrderId);
    }

    [Fact]
    public void Rule_files_that_call_the_list_of_drugs_by_its_old_name_are_read_on()
    {
        var old = Rulebook.Of(
            Rules.Folders.StarterRules().Where(file => file.Path == "conduct/drug-count.json")
                .Select(file => file with { Text = file.Text.Replace("drugList.", "drugs.", StringComparison.Ordinal) }),
            ("drug_counts", "item_code,scope,most_kinds\nX*,处方,1\n"));
        Order[] orders = [Ordered.Drug(Items.Aspirin) with { PrescriptionNumber = "P1" }, Ordered.Drug(Items.Clopidogrel) with { PrescriptionNumber = "P1" }];

        Assert.Equal("每张处方不超过1种药品，本处方共2种", Assert.Single(Inpatient.Male(62).Ordering(old, orders).Findings).Message);
    }
}

using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Days of supply by visit, long prescription and discharge medication.</summary>
public sealed class SupplyTests
{
    private static readonly Rulebook Rules = Rulebook.With(("supply_limits", "item_code,prescription,max_days\n药品,门诊,7\n药品,急诊,3\n药品,出院带药,7\n药品,长期处方,84\n"));

    private static readonly Inpatient Clinic = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, BirthTime = When.Day(1).AddYears(-62), InsuType = "310", MedType = "11" });
    private static readonly Inpatient Emergency = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, BirthTime = When.Day(1).AddYears(-62), InsuType = "310", MedType = "13" });

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void A_clinics_prescription_is_for_a_week(int days, bool found)
    {
        var findings = Clinic.Ordering(Rules, Ordered.Drug(Items.Aspirin, frequency: "qd", days: days)).Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.True(!found || findings[0].Message == "【阿司匹林肠溶片】开药8天，门诊一般不超过7天", "The finding names the days and the limit.");
        Assert.True(!found || !findings[0].AllowedDecisions.Contains(DecisionKind.SelfPay), "Withdraw, change or justify.");
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void An_emergencys_for_three_days(int days, bool found) =>
        Assert.Equal(found, Emergency.Ordering(Rules, Ordered.Drug(Items.Aspirin, frequency: "qd", days: days)).Findings.Count == 1);

    [Theory]
    [InlineData(84, false)]
    [InlineData(85, true)]
    public void A_long_prescription_for_twelve_weeks(int days, bool found) =>
        Assert.Equal(found, Clinic.Ordering(Rules, Ordered.Drug(Items.Aspirin, frequency: "qd", days: days) with { LongPrescription = true }).Findings.Count == 1);

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void What_is_taken_home_on_discharge_for_a_week_what_the_ward_gives_has_no_such_limit(int days, bool found)
    {
        var order = Ordered.Drug(Items.Aspirin, frequency: "qd", days: days);

        Assert.Equal(found, Inpatient.Male(62).Ordering(Rules, order with { DischargeMedication = true }).Findings.Count == 1);
        Assert.Empty(Inpatient.Male(62).Ordering(Rules, order).Findings);
    }

    [Theory]
    [InlineData("14", "bid", false)]
    [InlineData("15", "bid", false)]
    [InlineData("16", "bid", true)]
    [InlineData("7", "qd", false)]
    [InlineData("8", "qd", true)]
    [InlineData("4", "qod", true)]
    [InlineData("24", "q8h", true)]
    public void A_quantity_lasts_as_long_as_its_dose_allows(string tablets, string frequency, bool found)
    {
        var order = Ordered.Drug(Items.Aspirin, dose: new Quantity(100, "mg"), frequency: frequency) with { Quantity = Tablets(tablets) };

        // What is ordered for each execution of one day is all that is handed out.
        order = order with { Quantity = new Quantity(order.Quantity!.Value.Value / Executions(frequency), "片") };
        Assert.Equal(found, Clinic.Ordering(Rules, order).Findings.Count == 1);
    }

    [Fact]
    public void A_quantity_that_lasts_longer_than_the_days_counts_and_what_is_lost_of_an_ampoule_does_not()
    {
        var order = Ordered.Drug(Items.Aspirin, dose: new Quantity(100, "mg"), frequency: "qd", days: 7);
        var halves = Ordered.Drug(Items.Vitamin, dose: new Quantity(0.1m, "g"), frequency: "qd", days: 7) with { Quantity = new Quantity(1, "支") };

        Assert.Single(Clinic.Ordering(Rules, order with { Quantity = new Quantity(4, "片") }).Findings);
        Assert.Empty(Clinic.Ordering(Rules, order with { Quantity = new Quantity(1, "片") }).Findings);
        Assert.Empty(Clinic.Ordering(Rules, halves).Findings);
    }

    [Fact]
    public void Days_that_nobody_can_tell_are_undetermined_on_discharge_and_counted_silently_at_the_clinic()
    {
        var order = Ordered.Drug(Items.Aspirin, frequency: "bid");

        var finding = Assert.Single(Inpatient.Male(62).Ordering(Rules, order with { DischargeMedication = true }).Findings);
        Assert.Equal(["drug.SupplyDays"], finding.MissingInputs);
        var atTheClinic = Clinic.Ordering(Rules, order);
        Assert.Empty(atTheClinic.Findings);
        Assert.Equal(1, atTheClinic.UndeterminedCount);
    }

    [Fact]
    public void What_only_tells_what_is_billed_lasts_from_its_start_to_its_stop_and_else_nobody_knows()
    {
        var billed = Ordered.Drug(Items.Aspirin) with { Quantity = new Quantity(30, "片") };

        Assert.Equal(1, Clinic.Ordering(Rules, billed).UndeterminedCount);
        Assert.Equal(1, Clinic.Ordering(Rules, billed with { EndAt = billed.StartAt.AddHours(2) }).UndeterminedCount);
        Assert.Equal(0, Clinic.Ordering(Rules, billed with { EndAt = billed.StartAt.AddDays(7) }).UndeterminedCount);
        Assert.Empty(Clinic.Ordering(Rules, billed with { EndAt = billed.StartAt.AddDays(7) }).Findings);
        Assert.Single(Clinic.Ordering(Rules, billed with { EndAt = billed.StartAt.AddDays(7).AddMinutes(1) }).Findings);
        Assert.Equal(1, Clinic.Ordering(Rules, billed with { LongTerm = true, Days = 1 }).UndeterminedCount);
    }

    [Fact]
    public void A_drug_that_is_given_once_is_for_a_day() =>
        Assert.Equal(0, Emergency.Ordering(Rules, Ordered.Drug(Items.Aspirin, frequency: "st")).UndeterminedCount);

    [Fact]
    public void A_service_is_no_drug() =>
        Assert.Equal(0, Clinic.Ordering(Rules, Ordered.Service(Items.Acupuncture, frequency: "qd", days: 30)).UndeterminedCount);

    [Fact]
    public void A_new_makers_code_that_the_catalogue_does_not_have_is_a_drug_all_the_same() =>
        Assert.Contains(
            Clinic.Ordering(Rules, Ordered.Drug("XC09CAL001A001010199998", frequency: "qd", days: 30)).Findings,
            finding => finding.Rule == "supply-at-visit");

    private static Quantity Tablets(string value) => new(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), "片");

    private static int Executions(string frequency) => frequency switch
    {
        "bid" => 2,
        "q8h" => 2,
        _ => 1,
    };
}

using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>药品种类: so many kinds on a prescription, so many taken home, and one card for the whole list.</summary>
public sealed class DrugCountTests
{
    private static readonly Rulebook AtMostTwo = Rulebook.With(("drug_counts", "item_code,scope,most_kinds\nX*,处方,2\nX*,出院带药,1\n"));

    private static readonly Inpatient AtTheClinic = Inpatient.Admitted(new StayDetails { MedType = "11", InsuType = "310" });

    [Fact]
    public void The_third_kind_on_a_prescription_for_two_is_told_once()
    {
        var finding = Assert.Single(AtTheClinic.Ordering(AtMostTwo, Prescription("P1", Items.Aspirin, Items.Albumin, Items.Vitamin)).Findings);

        Assert.Equal("too-many-kinds-on-a-prescription", finding.Rule);
        Assert.Equal("每张处方不超过2种药品，本处方共3种", finding.Message);
    }

    [Fact]
    public void Two_kinds_pass_also_where_one_of_them_is_there_twice() =>
        Assert.Empty(AtTheClinic.Ordering(AtMostTwo, Prescription("P1", Items.Aspirin, Items.Albumin, Items.Aspirin)).Findings);

    [Fact]
    public void The_order_of_orders_does_not_matter()
    {
        var orders = Prescription("P1", Items.Aspirin, Items.Albumin, Items.Vitamin);

        Assert.Equal(Offender(AtTheClinic.Ordering(AtMostTwo, orders)), Offender(AtTheClinic.Ordering(AtMostTwo, [.. orders.Reverse()])));
    }

    [Fact]
    public void Two_prescriptions_are_counted_by_themselves() =>
        Assert.Empty(AtTheClinic.Ordering(AtMostTwo, [.. Prescription("P1", Items.Aspirin, Items.Albumin), .. Prescription("P2", Items.Vitamin)]).Findings);

    [Fact]
    public void What_was_signed_of_the_prescription_before_counts()
    {
        var patient = AtTheClinic.Signed(Prescription("P1", Items.Aspirin, Items.Albumin));

        Assert.Single(patient.Ordering(AtMostTwo, Prescription("P1", Items.Vitamin)).Findings);
        Assert.Empty(patient.Ordering(AtMostTwo, Prescription("P2", Items.Vitamin)).Findings);
    }

    [Fact]
    public void Without_numbers_what_comes_in_one_call_is_one_prescription() =>
        Assert.Single(AtTheClinic.Ordering(AtMostTwo, Prescription(null, Items.Aspirin, Items.Albumin, Items.Vitamin)).Findings);

    [Fact]
    public void What_is_ordered_on_the_ward_is_on_no_prescription() =>
        Assert.Empty(Inpatient.Male(62).Ordering(AtMostTwo, Prescription(null, Items.Aspirin, Items.Albumin, Items.Vitamin)).Findings);

    [Fact]
    public void A_kind_of_visit_that_is_not_known_is_undetermined()
    {
        var answer = Inpatient.Unknown().Ordering(AtMostTwo, Prescription(null, Items.Aspirin));

        Assert.Equal((0, 1), (answer.Findings.Count, answer.UndeterminedCount));
    }

    [Fact]
    public void A_skin_test_is_no_kind() =>
        Assert.Empty(AtTheClinic.Ordering(AtMostTwo,
            [.. Prescription("P1", Items.Aspirin, Items.Albumin), Ordered.Drug(Items.Vitamin) with { PrescriptionNumber = "P1", SkinTest = true }]).Findings);

    [Fact]
    public void What_is_taken_home_has_its_own_number()
    {
        Order[] home = [.. new[] { Items.Aspirin, Items.Vitamin }.Select(item => Ordered.Drug(item) with { DischargeMedication = true })];

        var finding = Assert.Single(Inpatient.Male(62).Ordering(AtMostTwo, home).Findings);

        Assert.Equal("出院带药不超过1种药品，本次共2种", finding.Message);
        Assert.Empty(Inpatient.Male(62).Ordering(AtMostTwo, home[0], Ordered.Drug(Items.Vitamin)).Findings);
        Assert.Single(Inpatient.Male(62).Signed(home[0]).Ordering(AtMostTwo, home[1]).Findings);
    }

    private static string? Offender(Core.Checks.CheckAnswer answer) => Assert.Single(answer.Findings).Offender?.OrderId;

    private static Order[] Prescription(string? number, params string[] items) =>
        [.. items.Select(item => Ordered.Drug(item) with { PrescriptionNumber = number })];
}

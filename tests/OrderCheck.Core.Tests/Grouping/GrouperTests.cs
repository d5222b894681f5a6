using OrderCheck.Core.Grouping;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

public sealed class GrouperTests
{
    private static readonly Grouper Small = new(SmallScheme.Build());

    [Theory]
    [InlineData("b.1", "q.1", "BB15")]
    [InlineData("q.1", "b.1", "BQY")]
    [InlineData("a.1", "a.2", "AC19")]
    [InlineData("a.2", "a.1", "AC19")]
    public void The_principal_procedure_decides_but_a_listed_pair_counts_in_either_order(string principal, string other, string expected) =>
        Assert.Equal(expected, Small.Group(Inpatient.Male(50).With("B01").Operated(principal, other)).Drg);

    [Theory]
    [InlineData("MCC1", "BR11")]
    [InlineData("CC1", "BR13")]
    [InlineData("CC2", "BR15")]
    [InlineData("CC3", "BR13")]
    public void A_complication_counts_unless_the_principal_diagnosis_excludes_it(string complication, string expected) =>
        Assert.Equal(expected, Small.Group(Inpatient.Male(50).With("B01", complication)).Drg);

    [Theory]
    [InlineData(69, "BB29")]
    [InlineData(70, "BB2H")]
    [InlineData(71, "BB2H")]
    public void An_age_split_begins_on_its_year(int age, string expected) =>
        Assert.Equal(expected, Small.Group(Inpatient.Male(age).With("B01").Operated("b.2", "b.3")).Drg);

    [Fact]
    public void One_procedure_named_twice_is_one_of_a_list()
    {
        var result = Small.Group(Inpatient.Male(50).With("B01").Operated("b.2", "b.2"));

        Assert.Equal("BQY", result.Drg);
        Assert.Equal(GroupingStatus.Ambiguous, result.Status);
    }

    [Theory]
    [InlineData(6, "CZ14")]
    [InlineData(7, "CZ12")]
    public void A_city_can_split_by_length_of_stay(int days, string expected) =>
        Assert.Equal(expected, Small.Group(Inpatient.Male(50).With("C01").Staying(days)).Drg);

    [Fact]
    public void A_group_whose_split_needs_a_stay_that_is_not_known_ends_without_a_group_and_says_what_is_missing()
    {
        var result = Small.Group(Inpatient.Male(50).With("C01"));

        Assert.Equal((UngroupedCause.DataMissing, CaseNumbers.StayDays, "CZ1", "0000"), (result.Cause, result.Missing, result.Adrg, result.Drg));
    }

    [Theory]
    [InlineData(28, 1499, "PS19")]
    [InlineData(28, 1500, "PU19")]
    [InlineData(29, 1499, "0000")]
    public void A_newborn_is_grouped_by_weight_until_the_28th_day(int days, int grams, string expected) =>
        Assert.Equal(expected, Small.Group(Inpatient.Newborn(days, grams).With("P01")).Drg);

    [Fact]
    public void Where_an_MDC_has_no_group_for_the_case_it_ends_as_X00()
    {
        var result = Small.Group(Inpatient.Male(50).With("B02"));

        Assert.Equal((GroupingStatus.Unmatched, "B00"), (result.Status, result.Drg));
    }

    [Fact]
    public void Trauma_of_two_body_parts_goes_before_the_principal_diagnosis() =>
        Assert.Equal("ZZ19", Small.Group(Inpatient.Male(50).With("Z01", "Z02")).Drg);

    [Theory]
    [InlineData("", UngroupedCause.PrincipalDiagnosisMissing)]
    [InlineData("nonsense", UngroupedCause.PrincipalDiagnosisUnknown)]
    [InlineData("G99", UngroupedCause.PrincipalDiagnosisGrey)]
    [InlineData("X01", UngroupedCause.NoMdc)]
    public void A_case_without_a_group_says_why(string principal, UngroupedCause cause)
    {
        var result = Small.Group(Inpatient.Male(50).With(principal, "B01"));

        Assert.Equal((GroupingStatus.Ungrouped, cause, "0000"), (result.Status, result.Cause, result.Drg));
    }

    [Fact]
    public void Unknown_grey_and_clinical_edition_codes_are_named_by_position()
    {
        var result = Small.Group(Inpatient.Male(50).With("B01x", "nonsense", "G99").Operated("b.1", "z.9"));

        Assert.Equal("BB15", result.Drg);
        Assert.True(result.Diagnoses.Mapped.Contains(0) && result.Diagnoses.Unknown.Contains(1) && result.Diagnoses.Grey.Contains(2));
        Assert.Equal(new CodePositions().With(1), result.Procedures.Unknown);
    }

    [Fact]
    public void A_code_that_is_insurance_edition_already_is_never_mapped() =>
        Assert.Equal("B00", Small.Group(Inpatient.Male(50).With("B02")).Drg);
}

using OrderCheck.Core.Findings;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>中医辨证论治 is done by a doctor of Chinese medicine.</summary>
public sealed class PracticeTests
{
    private const string Rule = "done-without-the-practice";

    private static readonly Rulebook Tcm = Rulebook.With(("licence_limits", $"item_code,licence\n{Items.Acupuncture},中医类别执业医师\n")).In(
        Rulebook.Hospital, new RuleFile("dictionary/staff.csv", "staff_code,title,licences\n西医,主任医师,抗菌药物特殊使用级\n中医,住院医师,中医类别执业医师\n"));

    [Theory]
    [InlineData("西医", null, true)]
    [InlineData("中医", null, false)]
    [InlineData("西医", "中医", false)]
    [InlineData("中医", "西医", true)]
    public void Who_did_it_counts_and_who_ordered_it_where_nobody_else_is_named(string doctor, string? doer, bool found)
    {
        var order = Ordered.Service(Items.Acupuncture) with { Doctor = doctor };
        var charge = Billed.Line(Items.Acupuncture, 1, When.Day(1), order: order.Id) with { ExecutingDoctor = doer };
        var patient = Inpatient.Male(62).Signed(order);

        Assert.Equal(found, patient.Charging(Tcm, charge).Findings.Any(finding => finding is { Rule: Rule, Severity: Severity.Violation }));
        Assert.Equal(found, patient.Charged(charge).Auditing(Tcm).Findings.Any(finding => finding.Rule == Rule));
    }

    [Fact]
    public void Somebody_whom_the_staff_dictionary_does_not_know_leaves_it_undetermined_not_passed()
    {
        var order = Ordered.Service(Items.Acupuncture) with { Doctor = "中医" };
        var charge = Billed.Line(Items.Acupuncture, 1, When.Day(1), order: order.Id) with { ExecutingDoctor = "谁" };

        var answer = Inpatient.Male(62).Signed(order).Charging(Tcm, charge);

        Assert.Empty(answer.Findings);
        Assert.Equal((Rule, "signer.DoerHolds", 1), Assert.Single(answer.Blind) is var blind ? (blind.Rule, blind.Input, blind.Times) : default);
    }

    [Fact]
    public void It_is_no_right_to_prescribe_so_that_the_order_itself_is_let_pass() =>
        Assert.Empty(Inpatient.Male(62).Ordering(Tcm, Ordered.Service(Items.Acupuncture) with { Doctor = "西医" }).Findings);
}

using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Where on the body, at how many points or fields, how often in the course: what is charged against what was ordered.</summary>
public sealed class SiteTests
{
    private const string ElseWhere = "charge-at-another-site";
    private const string More = "more-sites-than-ordered";
    private const string Course = "more-in-the-course-than-ordered";
    private const string OtherCourse = "charge-of-another-course";

    private static readonly Rulebook BySite = Needing("部位,");
    private static readonly Rulebook ByFivePoints = Needing("穴位,5");
    private static readonly Rulebook ByField = Needing("照射野,1");

    private static readonly Order Back = Ordered.Service(Items.Acupuncture) with { Sites = "腰部、左膝" };

    [Theory]
    [InlineData("颈部", true)]
    [InlineData("腰部、颈部", true)]
    [InlineData("左膝", false)]
    [InlineData("左膝、腰部", false)]
    public void A_charge_names_the_sites_of_its_order_or_some_of_them(string sites, bool found)
    {
        var findings = Inpatient.Male(62).Signed(Back).Charging(BySite, For(Back) with { Sites = sites }).Findings;

        Assert.Equal(found, findings.Any(finding => finding.Rule == ElseWhere));
        Assert.True(!found || findings[0].Message == $"【普通针刺】收费部位为{sites}，医嘱部位为腰部、左膝", "Both sides are named.");
    }

    [Fact]
    public void A_site_that_is_not_told_is_missing_on_the_side_that_does_not_tell_it()
    {
        var silent = Back with { Sites = null };

        Assert.Equal(["site.Ordered"], Missing(Inpatient.Male(62).Signed(silent).Charging(BySite, For(silent) with { Sites = "腰部" }), ElseWhere));
        Assert.Equal(["site.Charged"], Missing(Inpatient.Male(62).Signed(Back).Charging(BySite, For(Back)), ElseWhere));
        Assert.Equal(["site.Ordered"], Missing(Inpatient.Male(62).Signed(silent).Charging(BySite, For(silent)), ElseWhere));
    }

    [Fact]
    public void The_only_order_of_the_item_stands_for_one_that_the_charge_does_not_name()
    {
        var patient = Inpatient.Male(62).Signed(Back);
        var charge = Billed.Line(Items.Acupuncture, 1, day: 1) with { Sites = "颈部" };

        Assert.Contains(patient.Charging(BySite, charge).Findings, finding => finding.Rule == ElseWhere && !finding.Undetermined);
        Assert.Equal(["site.Ordered"], Missing(patient.Signed(Ordered.Service(Items.Acupuncture)).Charging(BySite, charge), ElseWhere));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Where_the_execution_is_billed_the_charge_tells_how_many_sites(int count, bool found) =>
        Assert.Equal(found, Inpatient.Male(62).Signed(Back).Charging(BySite, For(Back) with { Sites = "腰部", CountPerExecution = count }).Findings.Any(finding => finding.Rule == More));

    [Theory]
    [InlineData(5, 1, false)]
    [InlineData(5, 2, true)]
    [InlineData(6, 2, false)]
    [InlineData(10, 2, false)]
    [InlineData(10, 3, true)]
    public void Five_points_are_one_billed_unit_and_a_started_one_is_whole(int points, int units, bool found)
    {
        var order = Ordered.Service(Items.Acupuncture) with { Points = "合谷", CountPerExecution = points };

        var findings = Inpatient.Male(62).Signed(order).Charging(ByFivePoints, For(order, units) with { Points = "合谷" }).Findings;

        Assert.Equal(found, findings.Any(finding => finding.Rule == More));
    }

    [Fact]
    public void Without_a_count_the_listed_points_are_counted_but_a_list_of_sites_does_not_tell_the_fields()
    {
        var points = Ordered.Service(Items.Acupuncture) with { Points = "合谷、曲池、足三里、三阴交、太冲" };
        Assert.Contains(Inpatient.Male(62).Signed(points).Charging(ByFivePoints, For(points, 2) with { Points = "合谷" }).Findings, finding => finding.Rule == More && !finding.Undetermined);

        Assert.Equal(["site.OrderedCount"], Missing(Inpatient.Male(62).Signed(Back).Charging(ByField, For(Back, 2) with { Sites = "腰部" }), More));
    }

    [Fact]
    public void All_that_is_charged_of_the_order_on_the_day_is_held_against_all_its_executions_of_the_day()
    {
        var order = Ordered.Service(Items.Acupuncture, frequency: "bid", days: 3) with { Sites = "胸部", CountPerExecution = 2 };
        var patient = Inpatient.Male(62).Signed(order).Charged(For(order, 2));

        Assert.Empty(patient.Charging(ByField, For(order, 2) with { Sites = "胸部" }).Findings);
        var finding = Assert.Single(patient.Charging(ByField, For(order, 3) with { Sites = "胸部" }).Findings);
        Assert.Equal("【普通针刺】按照射野计费5个计价单位，医嘱为4个计价单位", finding.Message);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_course_has_as_many_executions_as_were_ordered(int day, bool found)
    {
        var order = Ordered.Service(Items.Acupuncture, frequency: "qd", days: 9) with { Sites = "胸部", CountPerExecution = 2, CourseExecutions = 2 };
        var patient = Enumerable.Range(1, day - 1).Aggregate(Inpatient.Male(62).Signed(order), (known, earlier) => known.Charged(For(order, 2, earlier) with { Sites = "胸部" }));

        var findings = patient.Charging(ByField, For(order, 2, day) with { Sites = "胸部" }).Findings;

        Assert.Equal(found, findings.Any(finding => finding.Rule == Course));
        Assert.True(!found || findings[0].Message == "【普通针刺】医嘱一个疗程2次，截至当天已收费3次", "Executions, not fields, are counted.");
    }

    [Fact]
    public void What_was_refunded_is_no_execution()
    {
        var order = Ordered.Service(Items.Acupuncture, frequency: "qd", days: 9) with { Sites = "腰部", CourseExecutions = 1 };
        var wrong = For(order, 1) with { Sites = "腰部" };
        var patient = Inpatient.Male(62).Signed(order).Charged(wrong).Charged(Billed.Refund(wrong, 1));

        Assert.DoesNotContain(patient.Charging(BySite, For(order, 1, 2) with { Sites = "腰部" }).Findings, finding => finding.Rule == Course);
    }

    [Fact]
    public void A_charge_of_another_course_is_found_and_one_that_tells_no_course_is_counted_but_not_shown()
    {
        var order = Back with { Course = 1 };
        var patient = Inpatient.Male(62).Signed(order);

        Assert.Contains(patient.Charging(BySite, For(order) with { Sites = "腰部", Course = 2 }).Findings, finding => finding.Message == "【普通针刺】费用记在第2疗程，医嘱为第1疗程");
        var silent = patient.Charging(BySite, For(order) with { Sites = "腰部" });
        Assert.DoesNotContain(silent.Findings, finding => finding.Rule == OtherCourse);
        Assert.Contains(silent.Blind, blind => (blind.Rule, blind.Input) == (OtherCourse, "site.ChargedCourse"));
    }

    [Fact]
    public void Before_discharge_the_same_is_found_of_what_was_charged_and_nothing_of_what_is_still_ordered()
    {
        var patient = Inpatient.Male(62).Signed(Back).Charged(For(Back) with { Sites = "颈部" });

        Assert.Contains(patient.Auditing(BySite).Findings, finding => finding.Rule == ElseWhere);
        Assert.Empty(Inpatient.Male(62).Signed(Back).Auditing(BySite).Findings);
    }

    private static Rulebook Needing(string row) => Rulebook.With(("site_needs", $"item_code,what,per_unit\n{Items.Acupuncture},{row}\n"));

    private static Charge For(Order order, decimal quantity = 1, int day = 1) => Billed.Line(Items.Acupuncture, quantity, When.Day(day), order: order.Id);

    /// <summary>Counted, and on no card: the starter's rules are silent where sites are not told.</summary>
    private static IEnumerable<string> Missing(CheckAnswer answer, string rule)
    {
        Assert.DoesNotContain(answer.Findings, finding => finding.Rule == rule);
        return answer.Blind.Where(blind => blind.Rule == rule).Select(blind => blind.Input);
    }
}

using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>限科室, graded licences, 限专 and 限二专: who orders, who carries out, where the patient lies, who signs.</summary>
public sealed class StaffLimitTests
{
    private static readonly RuleFile[] People =
    [
        new("dictionary/departments.csv", "department_code,standard_code,name,effective_from\n心内科,A03.04,心血管内科,\nICU,A28,重症医学科,\nNFM,A03.07,内分泌科,\n新科,A28,新重症科,2026-03-05\n"),
        new("dictionary/staff.csv", """
            staff_code,title,licences,department_code,effective_from
            住院,住院医师,抗菌药物非限制使用级,心内科,
            主治,主治医师,抗菌药物限制使用级|麻醉药品和第一类精神药品,NFM,
            主任,主任医师,抗菌药物特殊使用级,ICU,
            升职,住院医师,,心内科,
            升职,主治医师,抗菌药物限制使用级,心内科,2026-03-05

            """),
    ];

    [Theory]
    [InlineData("住院", true)]
    [InlineData("主治", false)]
    [InlineData("主任", false)]
    public void A_higher_grade_of_antibiotics_has_the_lower_ones_in_it(string doctor, bool found)
    {
        var rules = Licences($"{Items.Albumin},抗菌药物限制使用级,,,,");

        Assert.Equal(found, Ask(rules, doctor).Count == 1);
    }

    [Fact]
    public void A_licence_of_another_kind_is_no_grade_of_this_one()
    {
        var finding = Assert.Single(Ask(Licences($"{Items.Albumin},麻醉药品和第一类精神药品,,,,"), "主任"));

        Assert.Equal("【人血白蛋白】须有麻醉药品和第一类精神药品处方权，开单医师没有", finding.Message);
        Assert.Equal([DecisionKind.Withdrawn, DecisionKind.Changed, DecisionKind.Overridden], finding.AllowedDecisions);
        Assert.Empty(Ask(Licences($"{Items.Albumin},麻醉药品和第一类精神药品,,,,"), "主治"));
    }

    [Theory]
    [InlineData("住院", true)]
    [InlineData("主治", false)]
    [InlineData("主任", false)]
    public void The_lowest_title_is_included(string doctor, bool found) =>
        Assert.Equal(found, Ask(Licences($"{Items.Albumin},,主治医师,,,"), doctor).Count == 1);

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Title_and_licence_are_those_of_the_day_of_use(int day, bool found)
    {
        var rules = Licences($"{Items.Albumin},抗菌药物限制使用级,,,,\n{Items.Albumin},,主治医师,,,");

        Assert.Equal(found ? 2 : 0, Inpatient.Male(62).Ordering(rules, By("升职", day)).Findings.Count);
    }

    [Theory]
    [InlineData("没有的人")]
    [InlineData(null)]
    public void A_signer_that_the_dictionary_does_not_know_is_undetermined_and_not_shown(string? doctor)
    {
        var answer = Inpatient.Male(62).Ordering(Licences($"{Items.Albumin},抗菌药物限制使用级,,,,"), By(doctor));

        Assert.Equal((0, 1), (answer.Findings.Count, answer.UndeterminedCount));
    }

    [Theory]
    [InlineData("主治", 2, false)]
    [InlineData("主治", 1, true)]
    [InlineData("住院", 3, true)]
    public void A_specialist_of_a_second_level_hospital_is_both(string doctor, int level, bool found)
    {
        var rules = Licences($"{Items.Albumin},,,内分泌科,A03.07,2").In(Rulebook.Hospital with { Level = level }, People);

        Assert.Equal(found, Ask(rules, doctor).Count == 1);
    }

    [Theory]
    [InlineData("住院", false)]
    [InlineData("主治", false)]
    [InlineData("主任", true)]
    public void A_department_has_its_specialities_in_it(string doctor, bool found) =>
        Assert.Equal(found, Ask(Licences($"{Items.Albumin},,,内科,A03,"), doctor).Count == 1);

    [Theory]
    [InlineData("ICU", false)]
    [InlineData("NFM", true)]
    public void The_ordering_department_is_the_orders(string department, bool found)
    {
        var order = Ordered.Drug(Items.Albumin) with { Department = department };
        var findings = Inpatient.Male(62).Ordering(Departments($"{Items.Albumin},开单,重症医学科,A28"), order).Findings;

        Assert.Equal(found ? ["【人血白蛋白】限重症医学科使用，开单科室为内分泌科"] : [], findings.Select(finding => finding.Message));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void The_lying_department_is_that_of_the_time_of_use(int day, bool found)
    {
        var rules = Departments($"{Items.Albumin},所在,重症医学科,A28");
        var patient = Inpatient.Male(62).With(new Transferred("ICU", null, null, null) { Id = "to-icu", OccurredAt = When.Day(3, 8) });

        Assert.Equal(found, patient.Ordering(rules, Ordered.Drug(Items.Albumin, day)).Findings.Count == 1);
    }

    [Theory]
    [InlineData("ICU", 0, 0)]
    [InlineData("NFM", 1, 0)]
    [InlineData("没有的科", 0, 1)]
    [InlineData(null, 0, 1)]
    public void The_executing_department_is_the_charges(string? department, int found, int undetermined)
    {
        var charge = Billed.Line(Items.Albumin, 1, day: 2) with { ExecutingDepartment = department };
        var answer = Inpatient.Male(62).Charging(Departments($"{Items.Albumin},执行,重症医学科,A28"), charge);

        Assert.Equal((found, undetermined), (answer.Findings.Count, answer.UndeterminedCount));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void A_department_is_mapped_from_its_first_day_on(int day, int undetermined)
    {
        var order = Ordered.Drug(Items.Albumin, day) with { Department = "新科" };

        Assert.Equal(undetermined, Inpatient.Male(62).Ordering(Departments($"{Items.Albumin},开单,重症医学科,A28"), order).UndeterminedCount);
    }

    [Fact]
    public void A_rescue_is_only_told_of() =>
        Assert.Equal(Response.Inform, Assert.Single(Inpatient.Male(62).Ordering(Licences($"{Items.Albumin},抗菌药物特殊使用级,,,,"), By("住院") with { Rescue = true }).Findings).Response);

    private static IReadOnlyList<Finding> Ask(Rulebook rules, string doctor) => Inpatient.Male(62).Ordering(rules, By(doctor)).Findings;

    private static Order By(string? doctor, int day = 1) => Ordered.Drug(Items.Albumin, day) with { Doctor = doctor };

    private static Rulebook Licences(string rows) =>
        Rulebook.With(("licence_limits", $"item_code,licence,lowest_title,specialists,speciality_codes,lowest_level\n{rows}\n")).In(Rulebook.Hospital, People);

    private static Rulebook Departments(string rows) =>
        Rulebook.With(("department_limits", $"item_code,whose,departments,department_codes\n{rows}\n")).In(Rulebook.Hospital, People);
}

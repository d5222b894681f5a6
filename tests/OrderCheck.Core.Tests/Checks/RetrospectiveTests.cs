using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Cases;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>
/// Every rule that names the stage R is asked in retrospect, by the cases that the product comes with: what was asked about in a
/// case has happened since, its orders were signed, carried out and charged, its charges posted.
/// </summary>
public sealed class RetrospectiveTests
{
    private static readonly Caller His = new("", Role.His, "", "");

    private static readonly Lazy<(Release Release, IReadOnlyList<RuleCase> Cases)> Starter = new(Read);

    public static TheoryData<string> Rules() => [.. Starter.Value.Release.Rules.Where(rule => rule.Definition.RunsAt(Stage.Retrospective)).Select(rule => rule.Definition.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void What_a_rule_must_catch_it_catches_in_retrospect_too(string rule)
    {
        var cases = Of(rule, CaseKind.Fires);

        Assert.NotEmpty(cases);
        Assert.All(cases, ruleCase => Assert.Contains(Reviewed(ruleCase).Findings, finding => finding.Rule == rule && !finding.Undetermined));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void What_it_must_let_pass_it_lets_pass(string rule)
    {
        var cases = Of(rule, CaseKind.Passes);

        Assert.NotEmpty(cases);
        Assert.All(cases, ruleCase => Assert.DoesNotContain(Reviewed(ruleCase).Findings, finding => finding.Rule == rule));
    }

    [Fact]
    public void Rules_of_other_stages_are_not_asked()
    {
        var reviewed = Starter.Value.Cases.SelectMany(ruleCase => Reviewed(ruleCase).Findings.Select(finding => finding.Rule)).Distinct().ToHashSet(StringComparer.Ordinal);

        Assert.Superset(reviewed, Rules().Select(row => row.Data).Append("unknown-item").Append("order-not-expanded").ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void An_order_that_was_stopped_before_its_first_execution_planned_nothing()
    {
        var drug = Ordered.Drug(Items.Penicillin, 2, frequency: "qd", days: 5) with { Id = "stopped", StartAt = When.Day(2, 10) };
        var patient = Inpatient.Female(45).Signed(drug).With(new OrderStopped(drug.Id, null) { Id = "stop", OccurredAt = When.Day(2, 9) });
        var rules = Rulebook.With(("sex_limits", $"item_code,sex\n{Items.Penicillin},男\n"));

        Assert.Empty(Evaluator.ReviewEncounter("review", rules.Release, rules.Dictionary, patient.State.Key, patient.Facts, null, When.Day(30)).Findings);
    }

    [Fact]
    public void An_order_that_was_stopped_is_reviewed_up_to_its_end()
    {
        var rules = Rulebook.With((
            "perioperative_antibiotics",
            $"item_code,procedures,operation,incision,usable,most_minutes_before,most_hours_after,infections\n{Items.Penicillin},06.2-06.5,甲状腺手术,Ⅰ,是,,24,J12-J18\n"));
        var drug = Ordered.Drug(Items.Penicillin, 2, frequency: "qd", days: 5);
        var patient = Inpatient.Female(45).With(new ProcedureRecorded("06.400", "甲状腺切除术", true, null) { Id = "op", OccurredAt = When.Day(2, 9) }).Signed(drug);

        Assert.Equal("prophylaxis-too-long", Assert.Single(Reviewed(patient).Findings).Rule);
        Assert.Empty(Reviewed(patient.With(new OrderStopped(drug.Id, null) { Id = "stop", OccurredAt = When.Day(2, 23) })).Findings);
        // A charge that is posted at night says nothing of when the drug was given.
        Assert.Empty(Reviewed(Inpatient.Female(45).With(new ProcedureRecorded("06.400", null, true, null) { Id = "op", OccurredAt = When.Day(2, 9) }).Charged(Items.Penicillin, 1, 4)).Findings);

        CheckAnswer Reviewed(Inpatient inpatient) => Evaluator.ReviewEncounter(
            "review", rules.Release, rules.Dictionary, inpatient.State.Key, inpatient.Facts, null, When.Day(30));
    }

    private static IReadOnlyList<RuleCase> Of(string rule, CaseKind kind) =>
        [.. Starter.Value.Cases.Where(ruleCase => ruleCase.Shows.TryGetValue(rule, out var shown) && shown == kind)];

    private static CheckAnswer Reviewed(RuleCase ruleCase)
    {
        var hospital = ruleCase.Dictionary.Hospital;
        Fact[] happened =
        [
            .. ruleCase.History,
            .. ruleCase.Orders.Select(order => new OrderSigned(order, null, true) { Id = order.Id, Revision = order.Revision, OccurredAt = order.StartAt }),
            .. ruleCase.Orders.SelectMany(order => ChargedOf(order, ruleCase)),
            .. ruleCase.Charges,
        ];
        RecordedFact[] facts = [.. happened.Select((fact, place) => new RecordedFact(place + 1, fact, ruleCase.Recorded.GetValueOrDefault(place, fact.OccurredAt), His))];
        return Evaluator.ReviewEncounter("review", ruleCase.Release, ruleCase.Dictionary, new EncounterKey(hospital.Code, "病例"), facts, ruleCase.OtherEncounters, ruleCase.Now.AddDays(30));
    }

    private static IEnumerable<Charge> ChargedOf(Order order, RuleCase ruleCase) =>
        OrderExpansion.Expand(order, ruleCase.Release, ruleCase.Dictionary, ruleCase.Now).Lines.SelectMany((line, place) => line.Uses.Select((use, time) => new Charge
        {
            Id = $"{order.Id}-{place}-{time}",
            ItemCode = line.ItemCode,
            ItemName = line.ItemName,
            Quantity = use.Quantity == 0 ? 1 : use.Quantity,
            Unit = line.Unit,
            UnitPrice = line.UnitPrice ?? default,
            Amount = (line.UnitPrice ?? default).TimesToFen(use.Quantity == 0 ? 1 : use.Quantity),
            OccurredAt = use.At,
            OrderId = order.Id,
            InfantNo = order.InfantNo,
        }));

    private static (Release, IReadOnlyList<RuleCase>) Read()
    {
        var folder = new RuleFolder([.. Repository.RuleFiles()]);
        var release = Folders.Built(folder);
        return (release, CaseSet.Read(folder, release).Cases);
    }
}

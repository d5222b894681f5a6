using OrderCheck.Core.Encounters;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Encounters;

/// <summary>入径 and 出径, as the HIS tells of them: late, twice, or one of the two alone.</summary>
public sealed class PathwayPeriodTests
{
    private static readonly PathwayPeriod FirstDays = new("P1", When.Day(1), When.Day(3), false, "变异");

    [Fact]
    public void A_patient_is_on_it_from_entering_to_leaving_and_may_enter_again() => Assert.Equal(
        [FirstDays, new PathwayPeriod("P1", When.Day(5), null, false, null)],
        Periods(Entered("a", 1), Left("b", 3, "变异"), Entered("c", 5)));

    [Fact]
    public void What_happened_first_comes_first_whatever_was_reported_first() => Assert.Equal([FirstDays], Periods(Left("b", 3, "变异"), Entered("a", 1)));

    [Fact]
    public void Entering_told_once_more_is_no_second_period() => Assert.Equal([FirstDays], Periods(Entered("a", 1), Entered("c", 2), Left("b", 3, "变异")));

    [Fact]
    public void Several_pathways_have_their_own_periods() => Assert.Equal(
        [FirstDays, new PathwayPeriod("P2", When.Day(2), null, false, null)],
        Periods(Entered("a", 1), Entered("c", 2, "P2"), Left("b", 3, "变异")));

    [Fact]
    public void Who_was_put_on_it_by_the_group_may_leave_without_having_entered() =>
        Assert.Equal([new PathwayPeriod("P1", null, When.Day(3), false, null)], Periods(Left("b", 3)));

    [Fact]
    public void A_correction_takes_the_place_of_what_was_told() =>
        Assert.Equal([FirstDays with { To = When.Day(4) }], Periods(Entered("a", 1), Left("b", 3), Left("b", 4, "变异") with { Revision = 1 }));

    [Fact]
    public void What_was_recorded_by_mistake_did_not_happen()
    {
        Assert.Empty(Periods(Entered("a", 1), Entered("a", 1) with { Revision = 1, Withdrawn = true }));
        Assert.Equal([FirstDays with { To = null, Reason = null }], Periods(Entered("a", 1), Left("b", 3, "变异"), Left("b", 3, "变异") with { Revision = 1, Withdrawn = true }));
    }

    private static PathwayPeriod[] Periods(params Fact[] facts) => [.. facts.Aggregate(Inpatient.Male(50), (patient, fact) => patient.With(fact)).State.Stay.Pathways];

    private static PathwayEntered Entered(string id, int day, string pathway = "P1") => new(pathway, null) { Id = id, OccurredAt = When.Day(day) };

    private static PathwayLeft Left(string id, int day, string? reason = null) => new("P1", false, reason) { Id = id, OccurredAt = When.Day(day) };
}

using OrderCheck.Core.Grouping;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

[Trait("gate", "allocation")]
public sealed class GroupingAllocationTests
{
    [Fact]
    public void Grouping_a_case_allocates_nothing()
    {
        var grouper = new Grouper(SmallScheme.Build());
        var cases = new[]
        {
            Inpatient.Male(50).With("B01", "CC1", "X01", "unknown").Operated("b.1", "q.1"),
            Inpatient.Newborn(3, 1400).With("P01", "G99"),
            Inpatient.Female(70).With("B01x").Operated("b.2", "b.3"),
            Inpatient.Male(50).With("nonsense"),
        };
        foreach (var patient in cases)
            grouper.Group(patient);

        // A collection meanwhile counts the unused rest of the thread's allocation context: a real allocation is in every round.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated(grouper, cases)));
    }

    private static long Allocated(Grouper grouper, GroupingCase[] cases)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1_000; round++)
            foreach (var patient in cases)
                grouper.Group(patient);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Grouping;
using Xunit;

namespace OrderCheck.Server.Tests.Grouping;

public sealed class GroupingServiceAllocationTests
{
    [Theory]
    [InlineData("")]
    [InlineData(StarterRelease.Scheme)]
    public void Without_reasons_a_case_without_remarks_on_its_codes_costs_its_answer_and_nothing_else(string scheme)
    {
        var grouper = new CaseGrouper(new GrouperPool());
        var reader = FieldReader.ForRequest(TimeProvider.System.GetUtcNow());
        var coded = StarterRelease.Stroke();
        (coded.Scheme, coded.Region, coded.InsuranceType, coded.DischargeDate) = (scheme, StarterRelease.Region, "390", "2026-03-01");
        Assert.NotNull(grouper.Group(reader, coded, withReasons: false, StarterRelease.Release, ""));
        var answer = Enumerable.Range(0, 5).Min(static _ => Allocated(static () => new CaseGroup()));

        // A collection meanwhile counts the unused rest of the thread's allocation context: a real allocation is in every round.
        Assert.Equal(answer, Enumerable.Range(0, 5).Min(_ => Allocated(() => grouper.Group(reader, coded, withReasons: false, StarterRelease.Release, "")!)));
    }

    /// <summary>Bytes of a thousand calls.</summary>
    private static long Allocated(Func<CaseGroup> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1_000; round++)
            GC.KeepAlive(call());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

using OrderCheck.Core.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Bytes, not time: what a check allocates does not grow with the rules that find nothing.</summary>
public sealed class AllocationTests
{
    [Fact]
    public void Candidates_that_find_nothing_allocate_nothing()
    {
        var few = Bytes(Rulebook.With(("sex_limits", $"item_code,sex\n{Items.Aspirin},男\n")));
        var many = Bytes(Rulebook.With(
            ("sex_limits", $"item_code,sex\n{Items.Aspirin},男\n"),
            ("age_limits", $"item_code,age_group,min_age,max_age,age_unit\n{Items.Aspirin},,18,,岁\n"),
            ("insurance_limits", $"item_code,insurance\n{Items.Aspirin},职工\n"),
            ("visit_limits", $"item_code,allowed_modes,denied_modes\n{Items.Aspirin},住院,\n"),
            ("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Aspirin},90,片,单日,\n{Items.Aspirin},900,片,周,\n{Items.Aspirin},990,片,24小时,\n"),
            ("exclusive_pairs", $"item_code,item_name,other_code,other_name,window\n{Items.Aspirin},阿司匹林肠溶片,{Items.Vitamin},维生素C注射液,单日\n")));

        Assert.Equal(few, many);
    }

    private static long Bytes(Rulebook rules)
    {
        var state = Inpatient.Male(62).Charged(Items.Aspirin, 1).State;
        var request = new CheckRequest([Ordered.Drug(Items.Aspirin, frequency: "tid", days: 7)], Stage.Order);
        var least = long.MaxValue;
        // The first rounds pay for what is made once: compiled code, the plan of the state.
        for (var round = 0; round < 50; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var answer = Evaluator.CheckOrders("check", rules.Release, rules.Dictionary, state, request, When.Day(1));
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Empty(answer.Findings);
        }
        return least;
    }
}

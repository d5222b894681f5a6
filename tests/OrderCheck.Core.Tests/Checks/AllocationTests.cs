using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>
/// Bytes, not time: what a check allocates does not grow with the rules that find nothing. Only the uses of an item are put in
/// order once, and once added up, for all rules that ask for windows.
/// </summary>
[Trait("gate", "allocation")]
public sealed class AllocationTests
{
    /// <summary>What a check of five orders that finds nothing may allocate, however long the history is. Raise it knowingly.</summary>
    private const long BudgetOfACheck = 16 * 1024;

    [Fact]
    public void A_check_of_five_orders_that_finds_nothing_allocates_a_fixed_small_number_of_bytes()
    {
        var rules = Rulebook.With(("sex_limits", $"item_code,sex\n{Items.Aspirin},男\n"), ("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Aspirin},900,片,周,\n"));
        string[] items = [Items.Aspirin, Items.Vitamin, Items.Albumin, Items.Oxygen, Items.Monitor];
        Order[] orders = [.. items.Select((item, number) => Ordered.Drug(item, frequency: "qd", days: 1) with { Id = $"o{number}" })];

        var bytes = Bytes(new(rules, Stay(50), orders), new(rules, Stay(50), orders), new(rules, Stay(500), orders));

        Assert.Equal(bytes[0], bytes[1]);
        Assert.True(bytes[0] <= BudgetOfACheck, $"{bytes[0]} bytes");
        Assert.True(bytes[2] <= BudgetOfACheck, $"{bytes[2]} bytes after 500 charges");
    }

    /// <summary>Other items than those that are ordered: a history is there, but not theirs.</summary>
    private static EncounterState Stay(int charges)
    {
        var patient = Inpatient.Male(62);
        for (var number = 0; number < charges; number++)
            patient = patient.Charged(number % 2 == 0 ? Items.Bed : Items.Nursing, 1);
        return patient.State;
    }

    [Fact]
    public void Candidates_that_find_nothing_allocate_nothing()
    {
        var few = Rulebook.With(
            ("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Aspirin},90,片,单日,\n{Items.Aspirin},900,片,周,\n{Items.Aspirin},901,片,周,\n"));
        var many = Rulebook.With(
            ("sex_limits", $"item_code,sex\n{Items.Aspirin},男\n"),
            ("age_limits", $"item_code,age_group,min_age,max_age,age_unit\n{Items.Aspirin},,18,,岁\n"),
            ("insurance_limits", $"item_code,insurance\n{Items.Aspirin},职工\n"),
            ("visit_limits", $"item_code,allowed_modes,denied_modes\n{Items.Aspirin},住院,\n"),
            ("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Aspirin},90,片,单日,\n{Items.Aspirin},900,片,周,\n{Items.Aspirin},990,片,24小时,\n{Items.Aspirin},991,片,24小时,\n{Items.Aspirin},992,片,周,\n"),
            ("exclusive_pairs", $"item_code,item_name,other_code,other_name,window\n{Items.Aspirin},阿司匹林肠溶片,{Items.Vitamin},维生素C注射液,单日\n"),
            ("exclusive_sets", $"item_code,set_name,window\n{Items.Aspirin},一组,单日\n{Items.Vitamin},一组,单日\n{Items.Albumin},一组,单日\n"));
        var state = Inpatient.Male(62).Charged(Items.Aspirin, 1).State;
        Order[] orders = [Ordered.Drug(Items.Aspirin, frequency: "tid", days: 7)];

        var bytes = Bytes(new(few, state, orders), new(many, state, orders));

        Assert.Equal(bytes[0], bytes[1]);
    }

    /// <summary>
    /// The least that each allocates, asked in turn: what the runtime compiles anew meanwhile, and then allocates otherwise, is
    /// compiled anew for all of them.
    /// </summary>
    private static long[] Bytes(params Asked[] all)
    {
        var least = new long[all.Length];
        Array.Fill(least, long.MaxValue);
        // The first rounds pay for what is made once: compiled code, the plan of the state.
        for (var round = 0; round < 100; round++)
        {
            for (var i = 0; i < all.Length; i++)
            {
                var request = new CheckRequest(all[i].Orders, Stage.Order);
                var before = GC.GetAllocatedBytesForCurrentThread();
                var answer = Evaluator.CheckOrders("check", all[i].Rules.Release, all[i].Rules.Dictionary, all[i].State, request, When.Day(1));
                least[i] = Math.Min(least[i], GC.GetAllocatedBytesForCurrentThread() - before);
                Assert.Empty(answer.Findings);
            }
        }
        return least;
    }

    private sealed record Asked(Rulebook Rules, EncounterState State, Order[] Orders);
}

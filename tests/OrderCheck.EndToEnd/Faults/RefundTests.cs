using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using Xunit;

namespace OrderCheck.EndToEnd.Faults;

/// <summary>A refund names its charge, and all refunds together never pass it.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class RefundTests(SharedServer shared)
{
    private readonly His _his = shared.His;

    [Fact]
    public async Task A_refund_of_a_charge_that_is_not_there_is_refused()
    {
        await _his.ReportAsync("refund-none", "r1", Facts.Admit("refund-none"));

        var refusal = await Refusal.OfAsync(() => _his.PostAsync("refund-none", "r2", Facts.Refund("c2", Facts.Charge("c1", StarterItems.Plain), 1)));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Contains("c1", refusal.Field("charges[0].refund_of").Description);
    }

    [Fact]
    public async Task A_refund_beyond_its_charge_is_refused_and_says_what_is_left()
    {
        var charge = Facts.Charge("c1", StarterItems.Plain, price: 20m, quantity: 3);
        await _his.ReportAsync("refund-beyond", "r1", Facts.Admit("refund-beyond"));
        await _his.PostAsync("refund-beyond", "r2", charge);
        await _his.PostAsync("refund-beyond", "r3", Facts.Refund("c2", charge, 2));

        var refusal = await Refusal.OfAsync(() => _his.PostAsync("refund-beyond", "r4", Facts.Refund("c3", charge, 2)));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Equal("20.00", (await _his.DescribeAsync("refund-beyond")).Totals.Total);
    }

    [Fact]
    public async Task Two_refunds_in_one_call_count_together()
    {
        var charge = Facts.Charge("c1", StarterItems.Plain, price: 20m, quantity: 3);
        await _his.ReportAsync("refund-two", "r1", Facts.Admit("refund-two"));
        await _his.PostAsync("refund-two", "r2", charge);

        await Refusal.OfAsync(() => _his.PostAsync("refund-two", "r3", Facts.Refund("c2", charge, 2), Facts.Refund("c3", charge, 2)));

        Assert.Equal("60.00", (await _his.DescribeAsync("refund-two")).Totals.Total);
    }

    [Fact]
    public async Task Partial_refunds_up_to_the_charge_leave_nothing()
    {
        var charge = Facts.Charge("c1", StarterItems.Plain, price: 20m, quantity: 3);
        await _his.ReportAsync("refund-all", "r1", Facts.Admit("refund-all"));
        await _his.PostAsync("refund-all", "r2", charge);
        await _his.PostAsync("refund-all", "r3", Facts.Refund("c2", charge, 1));
        await _his.PostAsync("refund-all", "r4", Facts.Refund("c3", charge, 2));

        Assert.Equal("0.00", (await _his.DescribeAsync("refund-all")).Totals.Total);
    }
}

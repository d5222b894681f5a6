using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Orders;

public sealed class OrderBookTests
{
    [Fact]
    public void An_order_goes_through_its_life()
    {
        var order = Ordered.Drug(Items.Aspirin);
        var signed = Inpatient.Male(62).Signed(order);
        var executed = signed.With(Verified(order.Id)).With(new OrderExecuted(order.Id, null) { Id = "e", OccurredAt = When.Day(1, 11) });

        Assert.Equal(OrderStatus.Signed, StatusOf(signed, order.Id));
        Assert.Equal(OrderStatus.Verified, StatusOf(signed.With(Verified(order.Id)), order.Id));
        Assert.Equal(OrderStatus.Executed, StatusOf(executed, order.Id));
        Assert.Equal(OrderStatus.Executed, StatusOf(executed.With(Verified(order.Id)), order.Id));
        Assert.Equal(1, executed.State.Orders.ActiveCount);
        Assert.Equal(0, executed.With(new OrderCancelled(order.Id, "开错") { Id = "c", OccurredAt = When.Day(1, 12) }).State.Orders.ActiveCount);
    }

    [Fact]
    public void What_is_done_to_an_unknown_order_waits_for_it()
    {
        var order = Ordered.Drug(Items.Aspirin);
        var parked = Inpatient.Male(62).With(Verified(order.Id)).With(new OrderStopped(order.Id, null) { Id = "s", OccurredAt = When.Day(2) });

        Assert.Equal(2, parked.State.Orders.Parked[order.Id].Count);

        var joined = parked.Signed(order);
        Assert.Empty(joined.State.Orders.Parked);
        Assert.Equal((OrderStatus.Stopped, When.Day(2)), (StatusOf(joined, order.Id), joined.State.Orders.Find(order.Id)!.EndedAt!.Value));
    }

    [Fact]
    public void A_higher_revision_is_signed_anew_and_a_lower_one_ignored()
    {
        var order = Ordered.Drug(Items.Aspirin) with { Revision = 1 };
        var returned = Inpatient.Male(62).Signed(order).With(new OrderReturned(order.Id, "剂量不明") { Id = "r", OccurredAt = When.Day(1) });

        Assert.Equal(OrderStatus.Returned, StatusOf(returned, order.Id));
        Assert.Equal(OrderStatus.Signed, StatusOf(returned.Signed(order with { Revision = 2 }), order.Id));
        Assert.Equal(OrderStatus.Returned, StatusOf(returned.Signed(order with { Revision = 0 }), order.Id));
    }

    [Fact]
    public void A_reissue_inherits_the_first_use_through_the_whole_chain()
    {
        var (first, second, third) = (Ordered.Drug(Items.Aspirin, day: 1), Ordered.Drug(Items.Aspirin, day: 4), Ordered.Drug(Items.Aspirin, day: 8));
        var patient = Inpatient.Male(62).Signed(first, second, third)
            .With(new OrderSuperseded(first.Id, second.Id) { Id = "s1", OccurredAt = When.Day(4) })
            .With(new OrderSuperseded(second.Id, third.Id) { Id = "s2", OccurredAt = When.Day(8) });

        var last = patient.State.Orders.Find(third.Id)!;
        Assert.Equal((first.Id, When.Day(1)), (last.Root, last.FirstStartAt));
        Assert.Equal((OrderStatus.Superseded, second.Id), (StatusOf(patient, first.Id), patient.State.Orders.Find(first.Id)!.SupersededBy));
    }

    [Fact]
    public void A_supersession_may_arrive_before_its_orders()
    {
        var (old, reissue) = (Ordered.Drug(Items.Aspirin, day: 1), Ordered.Drug(Items.Aspirin, day: 4));
        var patient = Inpatient.Male(62)
            .With(new OrderSuperseded(old.Id, reissue.Id) { Id = "s", OccurredAt = When.Day(4) })
            .Signed(reissue).Signed(old);

        Assert.Equal(OrderStatus.Superseded, StatusOf(patient, old.Id));
        Assert.Equal((old.Id, When.Day(1)), (patient.State.Orders.Find(reissue.Id)!.Root, patient.State.Orders.Find(reissue.Id)!.FirstStartAt));
    }

    [Fact]
    public void A_chain_that_bites_its_own_tail_ends()
    {
        var (one, other) = (Ordered.Drug(Items.Aspirin), Ordered.Drug(Items.Aspirin));
        var patient = Inpatient.Male(62).Signed(one, other)
            .With(new OrderSuperseded(one.Id, other.Id) { Id = "s1", OccurredAt = When.Day(2) })
            .With(new OrderSuperseded(other.Id, one.Id) { Id = "s2", OccurredAt = When.Day(3) });

        Assert.Equal(OrderStatus.Superseded, StatusOf(patient, one.Id));
    }

    private static OrderVerified Verified(string order) => new(order, null) { Id = "v" + order, OccurredAt = When.Day(1, 11) };

    private static OrderStatus StatusOf(Inpatient patient, string order) => patient.State.Orders.Find(order)!.Status;
}

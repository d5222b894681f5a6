using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Simulation;

/// <summary>What is done with signed orders: nurses verify all of them, doctors stop some later.</summary>
internal static class OrderStory
{
    public static void Verify(SimulatedPatient patient, IReadOnlyList<Order> orders, StoryWriter writer)
    {
        var at = patient.AdmittedAt.AddMinutes(35);
        Report([.. orders.Select(order => new OrderVerified(order.Id, null) { Id = writer.NextActionId(), OccurredAt = at })], writer);
    }

    public static void Stop(IEnumerable<string> orderIds, DateTimeOffset at, StoryWriter writer) =>
        Report([.. orderIds.Select(order => new OrderStopped(order, "病情好转") { Id = writer.NextActionId(), OccurredAt = at })], writer);

    private static void Report(IReadOnlyList<Fact> actions, StoryWriter writer)
    {
        if (actions.Count > 0)
            writer.Write(actions);
    }
}

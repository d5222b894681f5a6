using System.Text.Json.Nodes;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>Refunds among the lines of before: 150 yuan a bottle, three bottles before.</summary>
public sealed class RefundTests
{
    private const string Before = "YZ000002";

    [Fact]
    public void A_refund_with_the_id_of_its_line_leaves_the_rest_of_it()
    {
        var visit = Told(Refund(Before, -1, 50)).ReadVisit();

        var line = Assert.Single(visit.Reported.Orders);
        Assert.Equal((Before, 2m, Money.FromYuan(100)), (line.Id, line.Quantity!.Value.Value, line.Amount!.Value));
        Assert.Empty(visit.Reported.TakenBack);
    }

    [Fact]
    public void A_refund_with_an_id_of_its_own_is_of_the_only_line_of_its_item() =>
        Assert.Equal(2, Assert.Single(Told(Refund("TF000001", -1, 50)).ReadVisit().Reported.Orders).Quantity!.Value.Value);

    [Fact]
    public void What_is_refunded_wholly_is_told_as_taken_back()
    {
        var body = Told(Refund("TF000001", -3, 150));

        Assert.Empty(body.ReadVisit().Reported.Orders);
        Assert.Equal([Before], body.ReadVisit().Reported.TakenBack);
        Assert.DoesNotContain("refund_line", body.Tolerated().Keys);
    }

    [Fact]
    public void Of_two_lines_that_it_could_mean_and_of_more_than_was_ordered_nobody_knows_and_it_is_counted()
    {
        var two = Told(Refund("TF000001", -1, 50)).With(body => body.Lines.Add(Another(body)));
        var more = Told(Refund(Before, -4, 200));

        Assert.Equal([3m, 3m], two.ReadVisit().Reported.Orders.Select(line => line.Quantity!.Value.Value));
        Assert.Equal(1, two.Tolerated()["refund_line"]);
        Assert.Equal(3, Assert.Single(more.ReadVisit().Reported.Orders).Quantity!.Value.Value);
        Assert.Equal(1, more.Tolerated()["refund_line"]);
    }

    [Fact]
    public void A_refund_of_another_item_or_price_is_none_of_the_line() =>
        Assert.Equal(2, Told(Refund(Before, -1, 50, "001201000140009"), Refund(Before, -1, 40, price: 40)).Tolerated()["refund_line"]);

    [Fact]
    public void A_line_that_was_recorded_and_is_refunded_wholly_is_used_no_more_and_said_so_once()
    {
        var known = EncounterState.Empty(new EncounterKey("H", "V"), Body.Zone);
        known = Told().ReadVisit().Reported is var before ? Knowing(known, before) : known;
        var refunded = Told(Refund(Before, -3, 150)).ReadVisit().Reported;

        var cancelled = Assert.IsType<OrderCancelled>(Assert.Single(ReportedFacts.Missing(known, refunded, Body.Now)));
        Assert.Equal(Before, cancelled.OrderId);
        known = Knowing(known, refunded);
        Assert.False(known.Orders.Find(Before)!.Planned);
        Assert.Empty(ReportedFacts.Missing(known, refunded, Body.Now));
    }

    /// <summary>Of a caller that tells the new lines alone.</summary>
    [Fact]
    public void A_refund_told_by_itself_takes_back_the_line_that_is_known_by_its_id_where_it_is_all_of_it()
    {
        var known = Knowing(EncounterState.Empty(new EncounterKey("H", "V"), Body.Zone), Told().ReadVisit().Reported);

        Assert.Equal([Before], Cancelled(known, Alone(Before, -3, 150)));
        Assert.Empty(Cancelled(known, Alone(Before, -1, 50)));
        Assert.Empty(Cancelled(known, Alone(Before, -3, 150, "001201000140009")));
        Assert.Empty(Cancelled(known, Alone("TF000001", -3, 150)));
        Assert.Empty(Cancelled(Knowing(known, Alone(Before, -3, 150)), Alone(Before, -3, 150)));
    }

    private static IEnumerable<string> Cancelled(EncounterState state, ReportedEncounter told) =>
        ReportedFacts.Missing(state, told, Body.Now).OfType<OrderCancelled>().Select(static cancelled => cancelled.OrderId);

    private static ReportedEncounter Alone(string id, int quantity, int amount, string? item = null)
    {
        var body = Told(Refund(id, quantity, amount, item));
        body.Lines.RemoveAt(0);
        return body.ReadVisit().Reported;
    }

    private static EncounterState Knowing(EncounterState state, ReportedEncounter told) =>
        state.Assuming(ReportedFacts.Assumed(state, ReportedFacts.Missing(state, told, Body.Now), Body.Now));

    private static Body Told(params Action<Body>[] changes)
    {
        var body = Body.Inpatient();
        (body.Line(0)["cnt"], body.Line(0)["pric"], body.Line(0)["sumamt"]) = (3, 50, 150);
        foreach (var change in changes)
            change(body);
        return body;
    }

    private static Action<Body> Refund(string id, int quantity, int amount, string? item = null, int price = 50) => body =>
    {
        var line = (JsonObject)body.Line(0).DeepClone();
        (line["rx_id"], line["cnt"], line["sumamt"], line["pric"]) = (id, quantity, -amount, price);
        if (item is not null)
            line["hilist_code"] = item;
        body.Lines.Add(line);
    };

    private static JsonObject Another(Body body)
    {
        var line = (JsonObject)body.Line(0).DeepClone();
        line["rx_id"] = "YZ000099";
        return line;
    }
}

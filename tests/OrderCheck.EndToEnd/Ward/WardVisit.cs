using Google.Protobuf.WellKnownTypes;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>One encounter of a history, as the HIS knows it: its orders, charges and events, and the ids of its requests.</summary>
internal sealed class WardVisit(WardHospital hospital, WardCatalogue catalogue, WardTime time, string visit, string patient)
{
    private int _requests;

    public string Number { get; } = visit;

    public WardEvents Events { get; } = new(catalogue, time, patient);

    public WardOrders Orders { get; } = new(catalogue, time);

    public WardCharges Charges { get; } = new(catalogue, time);

    /// <summary>Who sits at the screen of the next call.</summary>
    public string Screen { get; set; } = WardHospital.Everybody;

    public His His => hospital.Of(Screen);

    /// <summary>Of the last write.</summary>
    public long Sequence { get; private set; }

    /// <summary>Ids that the server did not take as new.</summary>
    public List<string> NotRecorded { get; } = [];

    public EncounterRef Encounter => new() { VisitNumber = Number };

    public string NextRequest() => $"请求{++_requests}";

    public async Task ReportAsync(IReadOnlyList<EncounterEvent> events) => Recorded(await His.ReportAsync(Number, NextRequest(), events));

    public async Task<WriteReceipt> SignAsync(IReadOnlyList<Order> orders, string checkId)
    {
        var request = new SignOrdersRequest { Encounter = Encounter, RequestId = NextRequest(), CheckId = checkId };
        request.Orders.Add(orders);
        return Recorded(await His.Orders.SignOrdersAsync(request, His.Options));
    }

    public async Task<WriteReceipt> PostAsync(IEnumerable<Charge> charges)
    {
        var request = new PostChargesRequest { Encounter = Encounter, RequestId = NextRequest() };
        request.Charges.Add(charges);
        return Recorded(await His.Orders.PostChargesAsync(request, His.Options));
    }

    /// <param name="verb">核对, 退回, 执行, 停止 or 作废.</param>
    public async Task ActAsync(string verb, IEnumerable<string> orders, Timestamp at)
    {
        var request = new OrderActionsRequest { Encounter = Encounter, RequestId = NextRequest() };
        foreach (var order in orders)
            request.Actions.Add(new OrderAction { Id = $"{request.RequestId}-{request.Actions.Count + 1}", OrderId = order, OccurredAt = at, Reason = verb });
        Recorded(await (verb switch
        {
            "核对" => His.Orders.VerifyOrdersAsync(request, His.Options),
            "退回" => His.Orders.ReturnOrdersAsync(request, His.Options),
            "执行" => His.Orders.ExecuteOrdersAsync(request, His.Options),
            "停止" => His.Orders.StopOrdersAsync(request, His.Options),
            _ => His.Orders.CancelOrdersAsync(request, His.Options),
        }));
    }

    public async Task SupersedeAsync(string oldOrder, string newOrder, Timestamp at)
    {
        var request = new SupersedeOrdersRequest { Encounter = Encounter, RequestId = NextRequest() };
        request.Supersessions.Add(new Supersession { Id = request.RequestId, OldOrderId = oldOrder, NewOrderId = newOrder, OccurredAt = at });
        Recorded(await His.Orders.SupersedeOrdersAsync(request, His.Options));
    }

    public async Task DecideAsync(IEnumerable<Decision> decisions)
    {
        var request = new RecordDecisionsRequest { Encounter = Encounter, RequestId = NextRequest() };
        foreach (var decision in decisions)
        {
            decision.Id = $"{request.RequestId}-{request.Decisions.Count + 1}";
            request.Decisions.Add(decision);
        }
        Recorded(await His.Orders.RecordDecisionsAsync(request, His.Options));
    }

    private WriteReceipt Recorded(WriteReceipt receipt)
    {
        NotRecorded.AddRange(receipt.IgnoredLowerRevision.Concat(receipt.AlreadyRecorded));
        Sequence = receipt.LedgerSequence;
        return receipt;
    }
}

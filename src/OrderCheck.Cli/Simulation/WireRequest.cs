using Google.Protobuf;
using Grpc.Core;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Simulation;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using Client = OrderCheck.Protocol.V1.OrderCheckService.OrderCheckServiceClient;

namespace OrderCheck.Cli.Simulation;

/// <summary>A simulated write as it goes over the wire.</summary>
/// <param name="Method">Of OrderCheckService, "PostCharges".</param>
/// <param name="Message">Its request.</param>
/// <param name="Send">Calls the method with it.</param>
internal sealed record WireRequest(string Method, IMessage Message, Func<Client, CallOptions, AsyncUnaryCall<WriteReceipt>> Send)
{
    public static WireRequest Of(string visitNumber, SimulatedWrite write)
    {
        var encounter = new EncounterRef { VisitNumber = visitNumber };
        return write.Facts[0] switch
        {
            EncounterFact => Events(encounter, write),
            OrderSigned => Signed(encounter, write),
            OrderActed => Acted(encounter, write),
            Core.Charges.Charge => Charged(encounter, write),
            var other => throw new ArgumentException($"{other.GetType().Name} is not simulated.", nameof(write)),
        };
    }

    private static WireRequest Events(EncounterRef encounter, SimulatedWrite write)
    {
        var request = new ReportEventsRequest { Encounter = encounter, RequestId = write.RequestId };
        request.Events.Add(write.Facts.Cast<EncounterFact>().Select(FactWriter.Event));
        return new WireRequest("ReportEvents", request, (client, options) => client.ReportEventsAsync(request, options));
    }

    private static WireRequest Signed(EncounterRef encounter, SimulatedWrite write)
    {
        var request = new SignOrdersRequest { Encounter = encounter, RequestId = write.RequestId };
        request.Orders.Add(write.Facts.Cast<OrderSigned>().Select(signed => FactWriter.Order(signed.Order)));
        return new WireRequest("SignOrders", request, (client, options) => client.SignOrdersAsync(request, options));
    }

    private static WireRequest Acted(EncounterRef encounter, SimulatedWrite write)
    {
        var request = new OrderActionsRequest { Encounter = encounter, RequestId = write.RequestId };
        request.Actions.Add(write.Facts.Cast<OrderActed>().Select(FactWriter.Action));
        return FactWriter.KindOf((OrderActed)write.Facts[0]) switch
        {
            OrderActionKind.Verify => new("VerifyOrders", request, (client, options) => client.VerifyOrdersAsync(request, options)),
            OrderActionKind.Return => new("ReturnOrders", request, (client, options) => client.ReturnOrdersAsync(request, options)),
            OrderActionKind.Execute => new("ExecuteOrders", request, (client, options) => client.ExecuteOrdersAsync(request, options)),
            OrderActionKind.Stop => new("StopOrders", request, (client, options) => client.StopOrdersAsync(request, options)),
            _ => new("CancelOrders", request, (client, options) => client.CancelOrdersAsync(request, options)),
        };
    }

    private static WireRequest Charged(EncounterRef encounter, SimulatedWrite write)
    {
        var request = new PostChargesRequest { Encounter = encounter, RequestId = write.RequestId };
        request.Charges.Add(write.Facts.Cast<Core.Charges.Charge>().Select(FactWriter.Charge));
        return new WireRequest("PostCharges", request, (client, options) => client.PostChargesAsync(request, options));
    }
}

using Grpc.Core;
using Grpc.Net.Client;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>A HIS that calls a server with an API key, as one of its users.</summary>
internal sealed class His : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Metadata _headers;

    public His(string grpcAddress, string apiKey, string role = "his", string? hospital = null, string person = "D001")
        : this(GrpcChannel.ForAddress(grpcAddress, new GrpcChannelOptions { MaxSendMessageSize = null }), apiKey, role, hospital, person)
    {
    }

    /// <param name="channel">Is disposed with this.</param>
    public His(GrpcChannel channel, string apiKey, string role = "his", string? hospital = null, string person = "D001")
    {
        Channel = channel;
        Orders = new OrderCheckService.OrderCheckServiceClient(Channel);
        Administration = new AdministrationService.AdministrationServiceClient(Channel);
        Grouping = new GroupingService.GroupingServiceClient(Channel);
        _headers = new Metadata { { "x-api-key", apiKey }, { "x-oc-role", role }, { "x-oc-department", "A03.04" }, { "x-oc-person", person } };
        if (hospital is not null)
            _headers.Add("x-oc-hospital", hospital);
    }

    public GrpcChannel Channel { get; }

    public OrderCheckService.OrderCheckServiceClient Orders { get; }

    public AdministrationService.AdministrationServiceClient Administration { get; }

    public GroupingService.GroupingServiceClient Grouping { get; }

    /// <summary>Headers, and a deadline of 20 s.</summary>
    public CallOptions Options => new(_headers, TimeProvider.System.GetUtcNow().UtcDateTime + Patience);

    public async Task<WriteReceipt> ReportAsync(string visit, string requestId, params IReadOnlyList<EncounterEvent> events)
    {
        var request = new ReportEventsRequest { Encounter = Visit(visit), RequestId = requestId };
        request.Events.Add(events);
        return await Orders.ReportEventsAsync(request, Options);
    }

    public async Task<CheckAnswer> CheckAsync(string visit, params IReadOnlyList<Order> orders)
    {
        var request = new CheckOrdersRequest { Encounter = Visit(visit), Stage = Stage.Order };
        request.Orders.Add(orders);
        return await Orders.CheckOrdersAsync(request, Options);
    }

    public async Task<WriteReceipt> SignAsync(string visit, string requestId, params IReadOnlyList<Order> orders)
    {
        var request = new SignOrdersRequest { Encounter = Visit(visit), RequestId = requestId };
        request.Orders.Add(orders);
        return await Orders.SignOrdersAsync(request, Options);
    }

    public Task<WriteReceipt> PostAsync(string visit, string requestId, params IReadOnlyList<Charge> charges) =>
        PostAsync(Visit(visit), requestId, charges);

    public async Task<WriteReceipt> PostAsync(EncounterRef encounter, string requestId, params IReadOnlyList<Charge> charges)
    {
        var request = new PostChargesRequest { Encounter = encounter, RequestId = requestId };
        request.Charges.Add(charges);
        return await Orders.PostChargesAsync(request, Options);
    }

    public async Task<EncounterSummary> DescribeAsync(string visit) =>
        await Orders.GetEncounterAsync(new GetEncounterRequest { VisitNumber = visit }, Options);

    public void Dispose() => Channel.Dispose();

    private static EncounterRef Visit(string visit) => new() { VisitNumber = visit };
}

using Grpc.Core;
using Grpc.Net.Client;
using OrderCheck.Cli.Servers;
using OrderCheck.Cli.Verbs;
using OrderCheck.Protocol.V1;
using Client = OrderCheck.Protocol.V1.OrderCheckService.OrderCheckServiceClient;

namespace OrderCheck.Cli.Load;

/// <summary>The calls that are measured, over as many connections as a ward has workstations up to a few.</summary>
internal sealed class LoadClient : IDisposable
{
    private const int Connections = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly GrpcChannel[] _channels;
    private readonly Client[] _clients;
    private readonly Metadata _headers;
    private readonly IReadOnlyList<LoadPatient> _patients;
    private int _requests;

    /// <param name="run">Makes request ids that an earlier measurement of the same server did not use.</param>
    public LoadClient(string address, Seat seat, IReadOnlyList<LoadPatient> patients, string run)
    {
        _channels = [.. Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(address))];
        _clients = [.. _channels.Select(channel => new Client(channel))];
        _headers = seat.Headers;
        _patients = patients;
        Run = run;
    }

    public string Run { get; }

    private CallOptions Options => new(_headers, TimeProvider.System.GetUtcNow().UtcDateTime + Patience);

    /// <summary>A caller asks for one patient after the other; callers begin with different ones.</summary>
    public async Task EchoAsync(int caller, int call) => await Of(caller).EchoAsync(Patient(caller, call).Five, Options);

    public Task<CheckAnswer> CheckAsync(int caller, int call) => CheckAsync(caller, Patient(caller, call).Five);

    public async Task<CheckAnswer> CheckAsync(int caller, CheckOrdersRequest request)
    {
        var answer = await Of(caller).CheckOrdersAsync(request, Options);
        return answer.State == CheckState.Complete
            ? answer
            : throw new BadInputException("CheckOrders", 0, 0, $"A check was {answer.State} ({string.Join(", ", answer.StateReasons.Select(reason => reason.Code))}): nothing can be said of its speed.");
    }

    /// <summary>Callers post to one encounter after the other, each to its own, as long as there are enough.</summary>
    public Task PostAsync(int caller, int callers, int call) => PostAsync(caller, _patients[(caller + (callers * call)) % _patients.Count]);

    public async Task PostAsync(int caller, LoadPatient patient) =>
        await Of(caller).PostChargesAsync(patient.Post($"{Run}-{Interlocked.Increment(ref _requests)}"), Options);

    public async Task TellAsync(int caller, LoadPatient patient)
    {
        foreach (var write in patient.History)
            await write.Send(Of(caller), Options);
    }

    public LoadPatient Patient(int caller, int call) => _patients[(caller + call) % _patients.Count];

    public void Dispose()
    {
        foreach (var channel in _channels)
            channel.Dispose();
    }

    private Client Of(int caller) => _clients[caller % Connections];
}

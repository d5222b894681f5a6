using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>A server of a test's own, which it may break: set up with a hospital, and started again on the same data.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;
    private readonly string[] _options;
    private ServerProcess? _process;
    private His? _his;
    private string? _apiKey;

    private OwnServer(TemporaryFolder? folder, string data, string[] options) => (_folder, Data, _options) = (folder, data, options);

    public string Data { get; }

    /// <summary>Of its HIS.</summary>
    public string ApiKey => _apiKey ?? throw new InvalidOperationException("The server is not set up.");

    public ServerProcess Process => _process ?? throw new InvalidOperationException("The server is not running.");

    public His His => _his ?? throw new InvalidOperationException("The server is not running.");

    /// <param name="data">Where its data goes; a temporary folder if null.</param>
    /// <param name="options">Further options of the command line.</param>
    public static async Task<OwnServer> StartAsync(string? data = null, params string[] options)
    {
        var folder = data is null ? new TemporaryFolder() : null;
        var server = new OwnServer(folder, data ?? folder!["data"], options);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>After a kill, on the same data.</summary>
    public async Task StartAgainAsync()
    {
        _process = await ServerProcess.StartAsync(Data, _options);
        _apiKey ??= await Installation.SetUpAsync(_process, Data);
        _his = new His(_process.GrpcAddress, _apiKey);
    }

    /// <summary>In order: everything is finished before it ends.</summary>
    public async Task StopAsync()
    {
        await Process.StopAsync();
        await EndAsync();
    }

    public async Task KillAsync()
    {
        await Process.KillAsync();
        await EndAsync();
    }

    /// <summary>An admitted patient with one line of 10.50 yuan.</summary>
    public async Task AdmitAsync(string visit)
    {
        await His.ReportAsync(visit, "admit", Facts.Admit(visit));
        await His.PostAsync(visit, "first", Facts.Charge("first", StarterItems.Plain));
    }

    /// <summary>A line of a yuan; throws as the call does.</summary>
    public Task<WriteReceipt> ChargeAsync(string visit, string id) =>
        His.PostAsync(visit, id, Facts.Charge(id, StarterItems.Plain, price: 1m));

    public Task<CheckAnswer> CheckAsync(string visit) => His.CheckAsync(visit, Facts.Service("o1", StarterItems.Plain));

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _folder?.Dispose();
    }

    private async Task EndAsync()
    {
        _his?.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
        (_his, _process) = (null, null);
    }
}

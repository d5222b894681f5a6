using System.Net;
using Xunit;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>The built OrderCheck.Server as a process of its own on free loopback ports.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ChildProcess _process;
    private readonly List<string> _expectedErrors = [];

    private ServerProcess(ChildProcess process, int httpPort, int grpcPort)
    {
        _process = process;
        HttpAddress = $"http://127.0.0.1:{httpPort}";
        GrpcAddress = $"http://127.0.0.1:{grpcPort}";
    }

    /// <summary>The program under test.</summary>
    public static string Program { get; } = Repository.Built("OrderCheck.Server", "OrderCheck.Server.dll");

    public string HttpAddress { get; }

    public string GrpcAddress { get; }

    public int ProcessId => _process.Id;

    public string Output => _process.Output;

    /// <summary>The memory that it holds now (VmRSS).</summary>
    public long ResidentBytes()
    {
        var line = File.ReadLines($"/proc/{ProcessId}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="data">Its data folder.</param>
    public static Task<ServerProcess> StartAsync(string data, params IReadOnlyList<string> options) =>
        StartAsync(data, (FreePort.Next(), FreePort.Next()), options);

    /// <summary>With the room for young objects that the unit file gives it, which decides how often and how long a collection keeps callers waiting.</summary>
    public static Task<ServerProcess> StartAsInstalledAsync(string data, params IReadOnlyList<string> options) =>
        StartAsync(["env", "DOTNET_GCgen0size=0x4000000", "dotnet"], data, (FreePort.Next(), FreePort.Next()), options);

    /// <summary>On the ports where its callers look for it, as after a restart.</summary>
    public static Task<ServerProcess> StartAsync(string data, (int Http, int Grpc) ports, params IReadOnlyList<string> options) =>
        StartAsync(["dotnet"], data, ports, options);

    private static async Task<ServerProcess> StartAsync(string[] host, string data, (int Http, int Grpc) ports, IReadOnlyList<string> options)
    {
        var (http, grpc) = ports;
        string[] arguments =
        [
            .. host[1..], Program,
            "--data", data, "--http-port", $"{http}", "--grpc-port", $"{grpc}", "--log-json",
            .. options.Contains("--rules") ? [] : (string[])["--rules", Repository.Rules], .. options,
        ];
        var server = new ServerProcess(ChildProcess.Start(host[0], arguments), http, grpc);
        try
        {
            await Wait.UntilAsync(server.IsReadyAsync, "the server is ready", StartLimit, () => server.Output);
        }
        catch
        {
            await server._process.DisposeAsync();
            throw;
        }
        return server;
    }

    /// <summary>A text in error logs that this test brings about.</summary>
    public void Expect(string textOfError) => _expectedErrors.Add(textOfError);

    /// <summary>Its log has no error but those that are expected. The first one is shown whole: by its beginning nobody finds its cause.</summary>
    public void AssertNoUnexpectedErrors()
    {
        if (ServerLogBook.Errors(_process.Lines(), _expectedErrors) is { Count: > 0 } errors)
            Assert.Fail($"The server logged {errors.Count} errors that nobody expected. The first: {errors[0]}");
    }

    public Task KillAsync() => _process.KillAsync();

    public Task StopAsync() => _process.StopAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(HttpAddress + path));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The server ended instead of starting. It printed:\n{Output}");
        try
        {
            return (await GetAsync("/health/ready")).Status == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

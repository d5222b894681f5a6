using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Load;

/// <summary>An OrderCheck server of the measurement's own: a process on free loopback ports with a temporary data folder.</summary>
internal sealed class LoadServer : IAsyncDisposable
{
    private const string Program = "OrderCheck.Server.dll";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly Process _process;
    private readonly string _data;

    private LoadServer(Process process, string data, string address, string httpAddress)
    {
        _process = process;
        _data = data;
        Address = address;
        HttpAddress = httpAddress;
    }

    /// <summary>Of gRPC.</summary>
    public string Address { get; }

    /// <summary>Of everything else.</summary>
    public string HttpAddress { get; }

    /// <summary>From the process's start until it said that it is ready.</summary>
    public TimeSpan StartedIn { get; private set; }

    public int ProcessId => _process.Id;

    /// <summary>The processor time it took so far, of all cores.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The first administrator's key.</summary>
    public string BootstrapKey => File.ReadAllText(Path.Combine(_data, "bootstrap-key")).Trim();

    /// <param name="rules">A complete rules folder.</param>
    /// <param name="options">Further options of the server.</param>
    /// <exception cref="BadInputException">It cannot be found, or did not get ready; what it printed is in the message.</exception>
    public static async Task<LoadServer> StartAsync(string rules, IReadOnlyList<string> options, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("ordercheck-load-").FullName;
        var (http, grpc) = FreePorts();
        string[] arguments = [Find(), "--rules", Path.GetFullPath(rules), "--data", data, "--http-port", $"{http}", "--grpc-port", $"{grpc}", .. options];
        var started = TimeProvider.System.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var printed = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        var server = new LoadServer(process, data, $"http://127.0.0.1:{grpc}", $"http://127.0.0.1:{http}");
        try
        {
            await server.ReadyAsync($"http://127.0.0.1:{http}/health/ready", printed, cancellation);
            server.StartedIn = TimeProvider.System.GetElapsedTime(started);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task ReadyAsync(string address, Task<string[]> printed, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            if (_process.HasExited)
                throw new BadInputException(Program, 0, 0, $"The server ended instead of starting: {string.Concat(await printed).Trim()}");
            try
            {
                using var response = await http.GetAsync(new Uri(address), limit.Token);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or SocketException)
            {
                // It does not listen yet.
            }
        }
    }

    /// <summary>Beside the tool where both are installed, or in the tree that both were built in.</summary>
    private static string Find()
    {
        var own = AppContext.BaseDirectory;
        var built = own.Replace($"{Path.DirectorySeparatorChar}OrderCheck.Cli{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}OrderCheck.Server{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        string[] places = [Path.Combine(own, Program), Path.Combine(built, Program)];
        return places.FirstOrDefault(File.Exists)
            ?? throw new BadInputException(Program, 0, 0, $"The server is not in {string.Join(" or ", places)}. Build it, or name a running one with --server.");
    }

    private static (int Http, int Grpc) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OrderCheck.Ledger.Tests.Places;

/// <summary>
/// A PostgreSQL of the test's own in a temporary folder on a free loopback port, under the user postgres if the test runs as
/// root; it can be stopped and started again.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _programs;
    private readonly string _folder;
    private readonly int _port = FreePort();
    private Process? _server;

    private PostgresServer(string programs)
    {
        _programs = programs;
        _folder = Directory.CreateTempSubdirectory("ordercheck-postgres-").FullName;
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Timeout=3";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Where Debian keeps initdb and postgres, or null.</summary>
    public static string? FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;

    public static async Task<PostgresServer> StartNewAsync(string programs)
    {
        var server = new PostgresServer(programs);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", server._folder);
        await server.AsPostgresAsync("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync(params string[] settings)
    {
        var start = Command(
            "postgres",
            ["-D", Data, "-h", "127.0.0.1", "-p", $"{_port}", "-k", _folder, "-c", "fsync=on", "-c", "synchronous_commit=on", .. settings]);
        _server = Process.Start(start)!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await AnswerAsync();
    }

    /// <summary>Ends every session at once, as an operator's restart does.</summary>
    public async Task StopAsync()
    {
        if (_server is null)
            return;
        // The process we started may be runuser; the server's own id is in its pid file.
        var id = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        await RunAsync("kill", "-INT", id);
        await _server.WaitForExitAsync().WaitAsync(Patience);
        _server.Dispose();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AnswerAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (started.Elapsed < Patience)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }

    private Task AsPostgresAsync(string program, params string[] arguments) => RunAsync(Command(program, arguments));

    private ProcessStartInfo Command(string program, string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = _folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    private static Task RunAsync(string program, params string[] arguments) =>
        RunAsync(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });

    private static async Task RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {await output}{await error}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

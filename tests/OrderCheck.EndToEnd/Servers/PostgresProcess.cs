using Npgsql;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>A PostgreSQL of a test's own, which can be stopped and started again on the same port.</summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder;
    private readonly int _port = FreePort.Next();
    private ChildProcess? _process;

    private PostgresProcess(string folder) => _folder = folder;

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static string? Programs { get; } = !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres";

    public static async Task<PostgresProcess> StartNewAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ordercheck-pg-").FullName;
        var server = new PostgresProcess(folder);
        if (Environment.UserName == "root")
            await RunAsync("chown", ["postgres", folder]);
        var (program, arguments) = AsPostgres("initdb", ["-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
        await RunAsync(program, arguments, folder);
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        var (program, arguments) = AsPostgres(
            "postgres", ["-D", Data, "-h", "127.0.0.1", "-p", $"{_port}", "-k", _folder, "-c", "fsync=on", "-c", "synchronous_commit=on"]);
        _process = ChildProcess.Start(program, arguments, _folder);
        await Wait.UntilAsync(AnswersAsync, "PostgreSQL answers", Patience, () => _process.Output);
    }

    /// <summary>At once: connections are broken, as when the database's machine is rebooted in order.</summary>
    public async Task StopAsync()
    {
        if (_process is null)
            return;
        var id = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        await RunAsync("kill", ["-INT", id]);
        await Wait.UntilAsync(() => Task.FromResult(_process.HasExited), "PostgreSQL ends", Patience, () => _process.Output);
        await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private static (string Program, string[] Arguments) AsPostgres(string name, string[] arguments)
    {
        var program = Path.Combine(Programs ?? throw new InvalidOperationException("PostgreSQL is not installed."), name);
        return Environment.UserName == "root" ? ("runuser", ["-u", "postgres", "--", program, .. arguments]) : (program, arguments);
    }

    private static async Task RunAsync(string program, string[] arguments, string? folder = null)
    {
        var (exitCode, output) = await ChildProcess.RunAsync(program, arguments, Patience, folder);
        if (exitCode != 0)
            throw new InvalidOperationException($"{program} ended with {exitCode}: {output}");
    }

    private async Task<bool> AnswersAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Timeout=5");
        try
        {
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Nhsa.Relay;

/// <summary>A server whose hospital has an insurance bureau, and its HIS.</summary>
internal sealed class RelayedServer : IAsyncDisposable
{
    public const string Secret = "gateway-secret-of-the-hospital";

    private readonly TemporaryFolder _folder;
    private NhsaHis? _his;

    private RelayedServer(TemporaryFolder folder, OwnServer server) => (_folder, Server) = (folder, server);

    public OwnServer Server { get; }

    public NhsaHis His => _his ??= new NhsaHis(Server.Process.HttpAddress, ("x-api-key", Server.ApiKey));

    /// <param name="set">What the hospital's bureau is set otherwise; else it is waited for as long as a busy machine may take.</param>
    public static async Task<RelayedServer> StartAsync(string bureau, Action<JsonObject>? set = null)
    {
        var folder = new TemporaryFolder();
        var hospital = new JsonObject { ["fixmedins_code"] = Installation.HospitalCode, ["url"] = bureau, ["paasid"] = "p1", ["secret_file"] = "secret" };
        (hospital["patience_ms"], hospital["deadline_ms"]) = (20_000, 20_000);
        set?.Invoke(hospital);
        await File.WriteAllTextAsync(folder["secret"], Secret);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["secret"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(folder["bureau.json"], new JsonObject { ["hospitals"] = new JsonArray(hospital) }.ToJsonString());
        return new RelayedServer(folder, await Unhurried.StartAsync(folder["data"], "--bureau", folder["bureau.json"]));
    }

    public async Task KillAndStartAgainAsync()
    {
        _his?.Dispose();
        _his = null;
        await Server.KillAsync();
        await Server.StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _his?.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}

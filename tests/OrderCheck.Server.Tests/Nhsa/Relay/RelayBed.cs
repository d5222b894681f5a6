using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Relay;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Nhsa;
using OrderCheck.Server.Nhsa.Relay;
using OrderCheck.Tests;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

/// <summary>The relay of one hospital on a store of its own, with a clock that the test moves.</summary>
internal sealed class RelayBed : IAsyncDisposable
{
    public const string Hospital = "H31010400001";
    public const string Check = "0f8fad5bd9cb469fa16570867728950e";
    public const string Own = $"OC{Check}-0";
    public const string Secret = "gateway-secret-7";

    private readonly DirectoryInfo _folder;
    private readonly IStore _store;
    private readonly ServiceProvider _services;

    private RelayBed(DirectoryInfo folder, IStore store, ServiceProvider services, FakeTimeProvider time)
    {
        (_folder, _store, _services, Time) = (folder, store, services, time);
        Relay = services.GetRequiredService<BureauRelay>();
        Store = (WatchedRelayStore)services.GetRequiredService<IRelayStore>();
    }

    public FakeTimeProvider Time { get; }

    public BureauRelay Relay { get; }

    public WatchedRelayStore Store { get; }

    public DispositionSender Sender => _services.GetRequiredService<DispositionSender>();

    public static Task<RelayBed> OpenAsync(StandInBureau bureau, Action<JsonObject>? set = null) => OpenAsync(bureau.Url, set);

    public static Task<RelayBed> OpenAsync(string url, Action<JsonObject>? set = null) =>
        OpenAsync(Directory.CreateTempSubdirectory("ordercheck-relay-"), url, set, DateTimeOffset.UnixEpoch.AddDays(20_000));

    /// <summary>The process is ended, and another one starts on its store.</summary>
    public async Task<RelayBed> RestartedAsync(string url)
    {
        await CloseAsync();
        return await OpenAsync(_folder, url, null, Time.GetUtcNow());
    }

    public RelayedCall Ask(string body = """{"infno":"3101"}""", string? contentType = "application/json") =>
        Relay.Begin(Hospital, "3101", Encoding.UTF8.GetBytes(body), contentType)!;

    /// <summary>What the HIS gets, once we have found one thing ourselves.</summary>
    public static async Task<JsonElement> AnswerAsync(RelayedCall call, params string[] names)
    {
        var answer = await call.CompleteAsync(Ours, Question(names));
        if (answer.Sent is { } sent)
            await sent();
        return Read(answer);
    }

    public static JsonElement Read(HisAnswer answer) => JsonDocument.Parse(answer.Body).RootElement;

    public static byte[] Ours { get; } = Encoding.UTF8.GetBytes(
        $$$"""
        {"infcode":0,"inf_refmsgid":"M1","err_msg":"","warn_msg":"","output":{"result":[{{{Row(Own, "限性别", "YZ1")}}}],"ordercheck":{"check_id":"c1"} } }
        """);

    public static RelayedQuestion Question(params string[] names) => new(RelayForm.National, ["ZY1"], names);

    public static string Row(string id, string rule, string line, string content = "不符", string visit = "ZY1") =>
        $$$"""
        {"jr_id":"{{{id}}}","rule_id":"","rule_name":"{{{rule}}}","vola_cont":"{{{content}}}","mdtrt_id":"{{{visit}}}","sev_deg":"2","vola_evid":"",
         "judge_result_detail_dtos":[{"rx_id":"{{{line}}}","vola_item_type":"1"}]}
        """;

    public static string Answer(params string[] rows) => $$$"""{"infcode":"0","output":{"result":[{{{string.Join(',', rows)}}}]}}""";

    /// <summary>A HIS tells what was done about warnings; what it gives back is ours to record.</summary>
    public async Task<IReadOnlyList<NhsaDisposition>> TellAsync(params NhsaDisposition[] told)
    {
        var routes = await Relay.RouteAsync(Hospital, told, CancellationToken.None);
        await Relay.KeepAsync(Hospital, """{"infno":"3103","opter":"D1","fixmedins_code":"H31010400001","input":{}}"""u8.ToArray(), null, "1", routes, FeedbackForm.National);
        return routes.Ours;
    }

    public Task StartAsync() => Sender.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }

    private async Task CloseAsync()
    {
        await Sender.StopAsync(CancellationToken.None);
        await ((IHostedService)Relay).StopAsync(new CancellationToken(canceled: true));
        await _services.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static async Task<RelayBed> OpenAsync(DirectoryInfo folder, string url, Action<JsonObject>? set, DateTimeOffset now)
    {
        var time = new FakeTimeProvider(now);
        var store = OrderCheck.Ledger.Store.Create(
            new StoreOptions { Kind = StoreKind.Sqlite, DataDirectory = Path.Combine(folder.FullName, "data") }, new EntryCodec(), NullLoggerFactory.Instance);
        await store.OpenAsync(CancellationToken.None);
        var services = new ServiceCollection();
        services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IRelayStore>(new WatchedRelayStore(store.Relay));
        services.AddSingleton<DictionaryHolder>();
        services.AddSingleton<ReleaseHolder>();
        services.AddSingleton<HospitalRegions>();
        var readiness = new Readiness();
        readiness.Reach();
        services.AddSingleton(readiness);
        services.AddBureauRelay(new OrderCheckOptions { Bureau = WriteFile(folder, url, set) });
        return new RelayBed(folder, store, services.BuildServiceProvider(), time);
    }

    private static string WriteFile(DirectoryInfo folder, string url, Action<JsonObject>? set)
    {
        var secret = Path.Combine(folder.FullName, "secret");
        File.WriteAllText(secret, Secret + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var hospital = new JsonObject { ["fixmedins_code"] = Hospital, ["url"] = url, ["paasid"] = "hospital1", ["secret_file"] = "secret" };
        set?.Invoke(hospital);
        var file = Path.Combine(folder.FullName, "bureau.json");
        File.WriteAllText(file, new JsonObject { ["hospitals"] = new JsonArray(hospital) }.ToJsonString());
        return file;
    }
}

using System.Globalization;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests.Scale;

namespace OrderCheck.EndToEnd.Releases;

/// <summary>A server on synthetic knowledge, with admitted patients, whose folder can be written anew and published.</summary>
internal sealed class SyntheticServer : IAsyncDisposable
{
    private const int Visits = 4;
    private static readonly TimeSpan PublishingLimit = TimeSpan.FromMinutes(4);
    private readonly TemporaryFolder _folder;
    private readonly His _administrator;
    private readonly bool _inAll;

    private SyntheticServer(TemporaryFolder folder, bool inAll, ServerProcess process, His administrator, His his) =>
        (_folder, _inAll, Process, _administrator, His) = (folder, inAll, process, administrator, his);

    public ServerProcess Process { get; }

    public His His { get; }

    /// <summary>The HIS's.</summary>
    public required string ApiKey { get; init; }

    public string Data => _folder["data"];

    /// <param name="asInstalled">See <see cref="ServerProcess.StartAsInstalledAsync"/>: where times are measured.</param>
    public static Task<SyntheticServer> StartAsync(SyntheticSize size, string mark, bool asInstalled = false) => StartAsync(size, mark, asInstalled, inAll: false);

    /// <summary>With releases that also say their mark in all that <see cref="SyntheticPolicies"/> has, and patients with a budget; about what is said, not how soon.</summary>
    public static Task<SyntheticServer> StartMarkedInAllAsync(SyntheticSize size, string mark) =>
        StartAsync(size, mark, asInstalled: false, inAll: true, "--check-milliseconds", "10000");

    /// <summary>What the next <see cref="PublishAsync"/> publishes.</summary>
    public void Write(SyntheticSize size, string mark) => Write(_folder["rules"], size, mark, _inAll);

    public async Task<PublishReleaseAnswer> PublishAsync() =>
        await _administrator.Administration.PublishReleaseAsync(
            new PublishReleaseRequest(), _administrator.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + PublishingLimit));

    /// <summary>Services of these numbers, all in one check.</summary>
    /// <param name="quantity">Of each; at most 4, and the synthetic rules are silent.</param>
    /// <param name="price">Of one, in yuan; null: nobody knows it.</param>
    public Task<CheckAnswer> CheckAsync(int caller, IEnumerable<int> items, int quantity, string? price = null) =>
        His.CheckAsync(Visit(caller), [.. items.Select(item => Order(item, quantity, price))]);

    /// <summary>The most memory that it ever held (VmHWM).</summary>
    public long PeakBytes()
    {
        var line = File.ReadLines($"/proc/{Process.ProcessId}/status").Single(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    public async ValueTask DisposeAsync()
    {
        His.Dispose();
        _administrator.Dispose();
        await Process.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The visit that a caller asks about.</summary>
    public static string Visit(int caller) => $"scale{caller % Visits}";

    private static async Task<SyntheticServer> StartAsync(SyntheticSize size, string mark, bool asInstalled, bool inAll, params string[] settings)
    {
        var folder = new TemporaryFolder();
        Write(folder["rules"], size, mark, inAll);
        string[] options = ["--rules", folder["rules"], .. settings];
        var process = await (asInstalled ? ServerProcess.StartAsInstalledAsync(folder["data"], options) : ServerProcess.StartAsync(folder["data"], options));
        var key = await Installation.SetUpAsync(process, folder["data"]);
        var his = new His(process.GrpcAddress, key);
        for (var visit = 0; visit < Visits; visit++)
            await his.ReportAsync(Visit(visit), "admit", inAll ? [Facts.Admit(Visit(visit)), Budget()] : [Facts.Admit(Visit(visit))]);
        return new SyntheticServer(folder, inAll, process, new His(process.GrpcAddress, await Installation.BootstrapKeyAsync(folder["data"]), role: "admin"), his) { ApiKey = key };
    }

    private static void Write(string folder, SyntheticSize size, string mark, bool inAll)
    {
        new SyntheticKnowledge(Repository.Rules, size).Write(folder, mark);
        if (inAll)
            SyntheticPolicies.Write(folder, mark);
    }

    private static EncounterEvent Budget() => new()
    {
        Id = "budget",
        OccurredAt = Facts.At(Facts.AdmittedAt),
        GiveBudget = new GiveBudget
        {
            GroupCode = "BR21",
            GroupName = "合成病组",
            StandardCost = SyntheticPolicies.StandardCost,
            PaymentStandard = SyntheticPolicies.PaymentStandard,
            Source = "合成数据",
        },
    };

    private static Order Order(int item, int quantity, string? price)
    {
        var order = Facts.Service($"o{item}", SyntheticKnowledge.CodeOf(item), quantity.ToString(CultureInfo.InvariantCulture));
        if (price is not null)
            order.UnitPrice = price;
        return order;
    }
}

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

    private SyntheticServer(TemporaryFolder folder, ServerProcess process, His administrator, His his) =>
        (_folder, Process, _administrator, His) = (folder, process, administrator, his);

    public ServerProcess Process { get; }

    public His His { get; }

    public string Data => _folder["data"];

    /// <param name="asInstalled">See <see cref="ServerProcess.StartAsInstalledAsync"/>: where times are measured.</param>
    public static async Task<SyntheticServer> StartAsync(SyntheticSize size, string mark, bool asInstalled = false)
    {
        var folder = new TemporaryFolder();
        new SyntheticKnowledge(Repository.Rules, size).Write(folder["rules"], mark);
        string[] options = ["--rules", folder["rules"]];
        var process = await (asInstalled ? ServerProcess.StartAsInstalledAsync(folder["data"], options) : ServerProcess.StartAsync(folder["data"], options));
        var his = new His(process.GrpcAddress, await Installation.SetUpAsync(process, folder["data"]));
        for (var visit = 0; visit < Visits; visit++)
            await his.ReportAsync(Visit(visit), "admit", Facts.Admit(Visit(visit)));
        return new SyntheticServer(folder, process, new His(process.GrpcAddress, await Installation.BootstrapKeyAsync(folder["data"]), role: "admin"), his);
    }

    /// <summary>What the next <see cref="PublishAsync"/> publishes.</summary>
    public void Write(SyntheticSize size, string mark) => new SyntheticKnowledge(Repository.Rules, size).Write(_folder["rules"], mark);

    public async Task<PublishReleaseAnswer> PublishAsync() =>
        await _administrator.Administration.PublishReleaseAsync(
            new PublishReleaseRequest(), _administrator.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + PublishingLimit));

    /// <summary>Services of these numbers, all in one check.</summary>
    /// <param name="quantity">Of each; at most 4, and the synthetic rules are silent.</param>
    public Task<CheckAnswer> CheckAsync(int caller, IEnumerable<int> items, int quantity) =>
        His.CheckAsync(
            Visit(caller % Visits),
            [.. items.Select(item => Facts.Service($"o{item}", SyntheticKnowledge.CodeOf(item), quantity.ToString(CultureInfo.InvariantCulture)))]);

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

    private static string Visit(int number) => $"scale{number}";
}

using Microsoft.Extensions.Options;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Releases;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Releases;

/// <summary>Reads the rules folder, validates it whole, and swaps it in only if it has no fault.</summary>
internal sealed class ReleasePublisher(
    ReleaseHolder releases,
    IInstallationStore store,
    IReleaseArchive archive,
    ReleaseKeeper keeper,
    FirstRelease first,
    IOptions<OrderCheckOptions> options,
    ILogger<ReleasePublisher> logger) : IDisposable
{
    /// <summary>"NUMBER HASH" of the folder that was published last: the same folder keeps its number over restarts.</summary>
    private const string Setting = "release";

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>At the start: the service must not wait for the archive, which follows when it is ready.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">The number cannot be kept; no release is in use.</exception>
    public async Task<ReleaseBuild> OpenAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var (folder, build) = await first.TakeAsync();
            var (number, isNew) = await NumberAsync(folder, cancellation);
            var numbered = build(number);
            if (numbered.Release is not null)
                keeper.KeepLater(folder);
            return await UseAsync(numbered, isNew, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>While the service is in use: what is not archived is not used, or its checks could not be reproduced.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">The release or its number cannot be kept; the release in use stays.</exception>
    public async Task<ReleaseBuild> PublishAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var build = await MakeAsync(cancellation);
            // What the making leaves is hundreds of megabytes of a large release. Beside the checks, which go on: the next may follow at once.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            return build;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<ReleaseBuild> MakeAsync(CancellationToken cancellation)
    {
        using var pauses = new ShortPauses();
        // One folder is just being put in another's place, or somebody forgot to.
        if (!Directory.Exists(options.Value.Rules))
            return await UseAsync(new ReleaseBuild(null, [new Fault(options.Value.Rules, 0, 0, "There is no such folder; put a complete rules folder there.")]), false, cancellation);
        var folder = await Unhurried.RunAsync(() => RuleFolderReader.Read(options.Value.Rules));
        await Unhurried.RunAsync(() => ReleaseBuilder.HashOf(folder));
        var (number, isNew) = await NumberAsync(folder, cancellation);
        var build = await Unhurried.RunAsync(() => Prepared(folder, number));
        if (build.Release is not null)
            await archive.KeepAsync(folder, cancellation);
        return await UseAsync(build, isNew, cancellation);
    }

    private async Task<ReleaseBuild> UseAsync(ReleaseBuild build, bool isNew, CancellationToken cancellation)
    {
        if (build.Release is not { } release)
        {
            ServerLog.ReleaseRefused(logger, build.Faults.Count);
            return build;
        }

        if (isNew)
            await store.PutSettingAsync(Setting, $"{release.Number} {release.Hash}", cancellation);
        releases.Swap(release);
        ServerLog.ReleaseInUse(logger, release.Number, release.Hash, release.Rules.Count);
        if (release.LargeTables is { Rows: > 0 } large)
            ServerLog.LargeTables(logger, release.Number, large.Rows, large.Bytes / large.Rows);
        return build;
    }

    private async Task<(long Number, bool IsNew)> NumberAsync(RuleFolder folder, CancellationToken cancellation) =>
        Next(await store.GetSettingAsync(Setting, cancellation), ReleaseBuilder.HashOf(folder));

    /// <summary>With all that the release in use has in use made ready.</summary>
    private ReleaseBuild Prepared(RuleFolder folder, long number)
    {
        var before = releases.Current;
        var build = ReleaseBuilder.Build(folder, number, before);
        if (before is not null)
            build.Release?.PrepareFor(before);
        return build;
    }

    private static (long Number, bool IsNew) Next(string? last, string hash)
    {
        if (last is null)
            return (1, true);
        var space = last.IndexOf(' ', StringComparison.Ordinal);
        var number = long.Parse(last[..space], System.Globalization.CultureInfo.InvariantCulture);
        return last[(space + 1)..] == hash ? (number, false) : (number + 1, true);
    }
}

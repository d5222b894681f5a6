using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Releases;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Releases;

/// <summary>Reads the rules folder, validates it whole, and swaps it in only if it has no fault.</summary>
internal sealed class ReleasePublisher(
    ReleaseHolder releases, IInstallationStore store, IOptions<OrderCheckOptions> options, ILogger<ReleasePublisher> logger) : IDisposable
{
    /// <summary>"NUMBER HASH" of the folder that was published last: the same folder keeps its number over restarts.</summary>
    private const string Setting = "release";

    private readonly SemaphoreSlim _one = new(1);

    /// <exception cref="Ledger.LedgerUnavailableException">The number cannot be kept; the release in use stays.</exception>
    public async Task<ReleaseBuild> PublishAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var folder = RuleFolderReader.Read(options.Value.Rules);
            var hash = HashOf(folder);
            var (number, isNew) = Next(await store.GetSettingAsync(Setting, cancellation), hash);
            var build = await Task.Run(() => ReleaseBuilder.Build(folder, number), cancellation);
            if (build.Release is not { } release)
            {
                ServerLog.ReleaseRefused(logger, build.Faults.Count);
                return build;
            }

            if (isNew)
                await store.PutSettingAsync(Setting, $"{number} {hash}", cancellation);
            releases.Swap(release);
            ServerLog.ReleaseInUse(logger, release.Number, release.Hash, release.Rules.Count);
            return build;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static (long Number, bool IsNew) Next(string? last, string hash)
    {
        if (last is null)
            return (1, true);
        var space = last.IndexOf(' ', StringComparison.Ordinal);
        var number = long.Parse(last[..space], System.Globalization.CultureInfo.InvariantCulture);
        return last[(space + 1)..] == hash ? (number, false) : (number + 1, true);
    }

    private static string HashOf(RuleFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in folder.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Text.Length}\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(file.Text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

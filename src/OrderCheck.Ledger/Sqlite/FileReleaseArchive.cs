using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>The embedded store's releases: one file each, named by its hash, beside the ledger's file.</summary>
/// <param name="directory">Made with the first release.</param>
/// <param name="readOnly">Nothing is ever written.</param>
internal sealed class FileReleaseArchive(string directory, bool readOnly) : IReleaseArchive
{
    public Task<bool> HasAsync(string hash, CancellationToken cancellation) => Task.FromResult(File.Exists(PathOf(hash)));

    public Task<string> KeepAsync(RuleFolder folder, CancellationToken cancellation)
    {
        if (readOnly)
            throw new LedgerUnavailableException(LedgerUnavailableException.ReadOnly, "The store was opened for reading only.");
        return Unhurried.RunAsync(() => Mapped(() => Keep(folder)));
    }

    public Task<RuleFolder?> FindAsync(string hash, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var path = PathOf(hash);
            if (!File.Exists(path))
                return null;
            var blob = Mapped(() => File.ReadAllBytes(path));
            return ReleaseBlob.Unpack(new MemoryStream(blob, writable: false), hash, path);
        },
        cancellation);

    private string Keep(RuleFolder folder)
    {
        var hash = ReleaseBuilder.HashOf(folder);
        var path = PathOf(hash);
        if (File.Exists(path))
            return hash;
        Directory.CreateDirectory(directory);
        // Under its own name it is whole, whatever happens meanwhile.
        var half = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                ReleaseBlob.Pack(folder, file);
                file.Flush(flushToDisk: true);
            }
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
        return hash;
    }

    private string PathOf(string hash) => Path.Combine(directory, hash + ".tar.br");

    private static T Mapped<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (StoreErrors.Map(failure) is { } unavailable)
        {
            throw unavailable;
        }
    }
}

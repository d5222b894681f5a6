namespace OrderCheck.Ledger.Checkpoints;

/// <summary>
/// Takes checkpoints of the ledger into a folder outside the store, where a tail that is cut off later still shows. Each has
/// only what changed since the one before.
/// </summary>
public sealed class CheckpointWriter(IStore store, string folder, TimeProvider time)
{
    /// <summary>
    /// A unit is committed some time after the time that it bears: what is younger than this at a checkpoint is looked at
    /// again at the next.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <returns>The checkpoint, or null where nothing has changed since the last, or another server took one in this moment.</returns>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    public async Task<Checkpoint?> WriteAsync(CancellationToken cancellation)
    {
        var name = await KnownCheckpoints.StoreAsync(store.Installation, cancellation);
        var now = time.GetUtcNow();
        var last = await LastAsync(name, cancellation);
        var encounters = await store.Chain.CountEncountersAsync(cancellation);
        var marks = await store.Chain.ListHeadsAsync(SinceOf(last?.Checkpoint, now), cancellation);
        var fresh = marks.ToDictionary(mark => mark.Encounter, mark => CheckpointLine.Of(name, mark));
        if (last is not null)
            await LeaveOutAsync(fresh, last.Value.Path, cancellation);
        if (fresh.Count == 0)
            return null;
        var next = new Checkpoint(
            name, last?.Checkpoint.Chain ?? KnownCheckpoints.NewName(), (last?.Checkpoint.Number ?? 0) + 1, now, encounters, fresh.Count, last?.Digest ?? "");
        if (File.Exists(Path.Combine(folder, CheckpointFile.NameOf(next.Chain, next.Number))))
            return null;
        var digest = CheckpointFile.Write(folder, next, fresh.Values);
        await KnownCheckpoints.SetLastAsync(store.Installation, next.Chain, next.Number, digest, cancellation);
        return next;
    }

    private static DateTimeOffset SinceOf(Checkpoint? last, DateTimeOffset now)
    {
        if (last is null)
            return DateTimeOffset.UnixEpoch;
        // A clock that was set back must not leave out what it has recorded since.
        return (last.At < now ? last.At : now) - Overlap;
    }

    /// <summary>The newest whole checkpoint of this store in the folder. One that is damaged is left for the verification, and a new chain begun.</summary>
    private async Task<(Checkpoint Checkpoint, string Digest, string Path)?> LastAsync(string name, CancellationToken cancellation)
    {
        (Checkpoint Checkpoint, string Digest, string Path)? newest = null;
        foreach (var (_, files) in CheckpointFile.Chains(folder))
        {
            var path = files.Last().Value;
            try
            {
                var (checkpoint, digest) = await CheckpointFile.ReadAsync(path, (_, _) => Task.CompletedTask, cancellation);
                if (checkpoint.Store == name && (newest is null || checkpoint.At > newest.Value.Checkpoint.At))
                    newest = (checkpoint, digest, path);
            }
            catch (InvalidDataException)
            {
                continue;
            }
        }
        return newest;
    }

    private static async Task LeaveOutAsync(Dictionary<long, CheckpointLine> fresh, string path, CancellationToken cancellation) =>
        await CheckpointFile.ReadAsync(
            path,
            (_, line) =>
            {
                if (fresh.TryGetValue(line.Encounter, out var head) && head == line)
                    fresh.Remove(line.Encounter);
                return Task.CompletedTask;
            },
            cancellation);
}

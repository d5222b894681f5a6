using System.Globalization;
using OrderCheck.Ledger.Chain;

namespace OrderCheck.Ledger.Checkpoints;

/// <summary>Compares the store with the checkpoints that were taken of it, and those among themselves.</summary>
/// <param name="report">Is told each damage once.</param>
public sealed class CheckpointVerifier(IStore store, string folder, Action<LedgerDamage> report)
{
    private const int Page = 200;

    private readonly HashSet<long> _told = [];
    private readonly List<(Checkpoint Of, CheckpointLine Line)> _page = new(Page);
    private string _store = "";

    /// <summary>Checkpoints of this store that were read.</summary>
    public int Checkpoints { get; private set; }

    /// <summary>Heads in them that were compared.</summary>
    public long Heads { get; private set; }

    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await KnownCheckpoints.FindStoreAsync(store.Installation, cancellation) is not { } name)
            return;
        _store = name;
        // Before the files: a server that is running may take another meanwhile.
        var known = await KnownCheckpoints.LastAsync(store.Installation, cancellation);
        foreach (var (chain, files) in CheckpointFile.Chains(folder))
            await ChainAsync(chain, files, known, cancellation);
        if (Checkpoints == 0 && known.Count > 0)
            Tell($"there is no checkpoint of this store in {folder}, though {known.Values.Max(last => last.Number)} were taken");
    }

    private async Task ChainAsync(
        string chain, SortedDictionary<int, string> files, Dictionary<string, (int Number, string Digest)> known, CancellationToken cancellation)
    {
        var (number, digest) = (0, "");
        foreach (var (next, path) in files)
        {
            try
            {
                var (checkpoint, itsDigest) = await CheckpointFile.ReadAsync(path, (of, line) => AddAsync(of, line, cancellation), cancellation);
                if (checkpoint.Store != _store)
                    return;
                Checkpoints++;
                if (next != number + 1)
                    Tell($"the checkpoints of chain {chain} between {number} and {next} were removed");
                else if (digest is not null && checkpoint.Previous != digest)
                    Tell($"checkpoint {next} of chain {chain} does not continue the one before it: one of them was replaced");
                await CountAsync(checkpoint, cancellation);
                digest = itsDigest;
            }
            catch (InvalidDataException damage)
            {
                _page.Clear();
                Checkpoints++;
                Tell(damage.Message);
                digest = null;
            }
            number = next;
            await FlushAsync(cancellation);
        }
        if (known.TryGetValue(chain, out var last))
            Compare(chain, number, digest, last);
    }

    private void Compare(string chain, int number, string? digest, (int Number, string Digest) last)
    {
        if (last.Number > number)
            Tell($"the checkpoints of chain {chain} after {number} were removed: the store knows of {last.Number}");
        else if (last.Number == number && digest is not null && last.Digest != digest)
            Tell($"checkpoint {number} of chain {chain} was replaced: the store knows it with another digest");
    }

    private async Task CountAsync(Checkpoint checkpoint, CancellationToken cancellation)
    {
        var count = await store.Chain.CountEncountersAsync(cancellation);
        if (count < checkpoint.Encounters && _told.Add(0))
            Tell($"the store has {count} encounters, {checkpoint.Encounters} at checkpoint {checkpoint.Number} of {At(checkpoint)}");
    }

    private async Task AddAsync(Checkpoint of, CheckpointLine line, CancellationToken cancellation)
    {
        if (of.Store != _store)
            return;
        _page.Add((of, line));
        if (_page.Count == Page)
            await FlushAsync(cancellation);
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        var places = await store.Chain.FindAsync([.. _page.Select(head => (head.Line.Encounter, head.Line.Sequence))], cancellation);
        foreach (var ((of, line), place) in _page.Zip(places))
        {
            Heads++;
            if (Fault(of, line, place) is { } fault && _told.Add(line.Encounter))
                report(new LedgerDamage(line.Encounter, line.Sequence, fault));
        }
        _page.Clear();
    }

    private string? Fault(Checkpoint of, CheckpointLine line, ChainPlace place)
    {
        var then = $"checkpoint {of.Number} of {At(of)}";
        if (place.Key is null)
            return $"the encounter is missing: {then} has it up to {line.Sequence}";
        if (CheckpointLine.KeyOf(_store, place.Key) != line.Key)
            return $"its hospital or visit number is not the one of {then}";
        if (place.Hash is not { } hash)
            return place.Last < line.Sequence
                ? $"its tail is cut off: it ends at {place.Last}, {then} has it up to {line.Sequence}"
                : $"it was written anew: no unit ends at {line.Sequence}, where one does in {then}";
        return Convert.ToHexStringLower(hash.Span) == line.Hash ? null : $"it was written anew: the unit that ends at {line.Sequence} has another hash than in {then}";
    }

    private void Tell(string what) => report(new LedgerDamage(null, 0, what));

    private static string At(Checkpoint checkpoint) => checkpoint.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Ledger.Installation;

namespace OrderCheck.Server.Hospitals;

/// <summary>The installation's hospitals and their dictionary streams: kept in the store, used from memory.</summary>
internal sealed class HospitalRegister(
    IInstallationStore store, DictionaryHolder dictionaries, TimeProvider time, ILogger<HospitalRegister> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public bool Knows(string hospital) => dictionaries.Find(hospital) is not null;

    /// <summary>Opens every stored hospital, at the start.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var row in await store.ListHospitalsAsync(cancellation))
        {
            var stream = await DictionaryStream.ReadAsync(store, row, long.MaxValue, cancellation);
            var build = stream.Build();
            if (build.Dictionary is null)
                ServerLog.DictionaryRefused(logger, row.Code, build.Faults.Count);
            Open(build.Dictionary ?? HospitalDictionary.Empty(DictionaryStream.Of(stream.Hospital)));
        }
    }

    /// <summary>Adds the hospital, with a dictionary to start with, or revises it and keeps its dictionary.</summary>
    /// <returns>What is wrong with the seed; empty if the hospital is open.</returns>
    /// <exception cref="ArgumentException">The seed has two tables of one kind, of which the stream could keep but one.</exception>
    public async Task<IReadOnlyList<Fault>> PutAsync(HospitalRow row, IReadOnlyList<RuleFile> seed, CancellationToken cancellation)
    {
        if (seed.GroupBy(DictionaryKinds.Of).FirstOrDefault(static files => files.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"The table {twice.Key} is there twice.", nameof(seed));
        await _one.WaitAsync(cancellation);
        try
        {
            var stream = await DictionaryStream.ReadAsync(store, await KeptAsync(row, cancellation), long.MaxValue, cancellation);
            var fresh = stream.Number == 0;
            var revised = !fresh && stream.Hospital != row;
            var next = stream with { Hospital = row, Number = stream.Number + (fresh || revised ? 1 : 0), Files = fresh ? seed : stream.Files };
            var build = next.Build();
            if (build.Dictionary is null)
                return build.Faults;
            if (revised)
                await ReviseAsync(stream.Hospital, next, cancellation);
            await store.PutHospitalAsync(row, cancellation);
            foreach (var file in fresh ? seed : [])
                await store.AppendDictionaryAsync(new DictionaryRow(row.Code, 1, DictionaryKinds.Of(file), file.Text, time.GetUtcNow()), cancellation);
            if (fresh)
                await store.AppendDictionaryAsync(DictionaryStream.Revision(row, 1, time.GetUtcNow()), cancellation);
            Open(build.Dictionary);
            return [];
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Adds rows of one kind under the next number.</summary>
    /// <returns>The dictionary now in use, or what is wrong with the rows.</returns>
    public async Task<DictionaryBuild> AddAsync(Hospital hospital, string kind, string csv, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var stream = await DictionaryStream.ReadAsync(store, HospitalForms.Row(hospital), long.MaxValue, cancellation);
            var added = new RuleFile(DictionaryStream.PathOf(kind), csv);
            var next = stream with { Number = stream.Number + 1, Files = [.. stream.Files, added] };
            var build = next.Build();
            if (build.Dictionary is null)
                return build;
            if (!await store.AppendDictionaryAsync(new DictionaryRow(hospital.Code, next.Number, kind, csv, time.GetUtcNow()), cancellation))
                return new DictionaryBuild(null, [new Fault(added.Path, 0, 0, "Another dictionary was put at the same moment. Send the rows again.")]);
            Open(build.Dictionary);
            return build;
        }
        finally
        {
            _one.Release();
        }
    }

    public Hospital? Find(string code) => dictionaries.Find(code)?.Hospital;

    public void Dispose() => _one.Dispose();

    /// <summary>The hospital's row as it is kept, or the given one if there is none yet.</summary>
    private async Task<HospitalRow> KeptAsync(HospitalRow row, CancellationToken cancellation) =>
        (await store.ListHospitalsAsync(cancellation)).FirstOrDefault(kept => kept.Code == row.Code) ?? row;

    /// <summary>
    /// A hospital's level or type is what rules look at: a revision is a number of its stream, so that a check that was made
    /// before it can be judged again.
    /// </summary>
    private async Task ReviseAsync(HospitalRow earlier, DictionaryStream next, CancellationToken cancellation)
    {
        // Of a stream from before hospitals were in theirs, the number so far has to keep the hospital as it was.
        await store.AppendDictionaryAsync(DictionaryStream.Revision(earlier, next.Number - 1, time.GetUtcNow()), cancellation);
        await store.AppendDictionaryAsync(DictionaryStream.Revision(next.Hospital, next.Number, time.GetUtcNow()), cancellation);
    }

    private void Open(HospitalDictionary dictionary)
    {
        dictionaries.Swap(dictionary);
        ServerLog.HospitalOpen(logger, dictionary.Hospital.Code, dictionary.Number);
    }
}

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
            var hospital = HospitalForms.Core(row);
            var (number, files) = await ReadStreamAsync(row.Code, cancellation);
            var build = DictionaryBuilder.Build(hospital, number, files);
            if (build.Dictionary is null)
                ServerLog.DictionaryRefused(logger, row.Code, build.Faults.Count);
            Open(build.Dictionary ?? HospitalDictionary.Empty(hospital));
        }
    }

    /// <summary>Adds the hospital, with a dictionary to start with, or revises it and keeps its dictionary.</summary>
    /// <returns>What is wrong with the seed; empty if the hospital is open.</returns>
    public async Task<IReadOnlyList<Fault>> PutAsync(HospitalRow row, IReadOnlyList<RuleFile> seed, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var hospital = HospitalForms.Core(row);
            var (number, files) = await ReadStreamAsync(row.Code, cancellation);
            var fresh = files.Count == 0;
            var build = DictionaryBuilder.Build(hospital, fresh ? 1 : number, fresh ? seed : files);
            if (build.Dictionary is null)
                return build.Faults;
            await store.PutHospitalAsync(row, cancellation);
            foreach (var file in fresh ? seed : [])
                await store.AppendDictionaryAsync(new DictionaryRow(row.Code, 1, DictionaryKinds.Of(file), file.Text, time.GetUtcNow()), cancellation);
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
            var (number, files) = await ReadStreamAsync(hospital.Code, cancellation);
            var added = new RuleFile(DictionaryKinds.Path(kind), csv);
            var build = DictionaryBuilder.Build(hospital, number + 1, [.. files, added]);
            if (build.Dictionary is null)
                return build;
            if (!await store.AppendDictionaryAsync(new DictionaryRow(hospital.Code, number + 1, kind, csv, time.GetUtcNow()), cancellation))
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

    private async Task<(long Number, IReadOnlyList<RuleFile> Files)> ReadStreamAsync(string hospital, CancellationToken cancellation)
    {
        var rows = await store.ListDictionaryAsync(hospital, 0, cancellation);
        return (rows.Count == 0 ? 0 : rows[^1].Number, [.. rows.Select(static r => new RuleFile(DictionaryKinds.Path(r.Kind), r.Csv))]);
    }

    private void Open(HospitalDictionary dictionary)
    {
        dictionaries.Swap(dictionary);
        ServerLog.HospitalOpen(logger, dictionary.Hospital.Code, dictionary.Number);
    }
}

using System.Collections.Frozen;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>The bureaus of those hospitals that have one to be asked.</summary>
internal sealed class Bureaus : IDisposable
{
    private readonly FrozenDictionary<string, Bureau> _byHospital;

    public Bureaus(IReadOnlyList<BureauSettings> settings, HospitalRegions regions, IHttpClientFactory clients, TimeProvider time, ILogger<Bureaus> logger) =>
        _byHospital = settings.ToFrozenDictionary(static one => one.Hospital, one => new Bureau(one, regions, clients, time, logger), StringComparer.Ordinal);

    public IReadOnlyList<Bureau> All => _byHospital.Values;

    /// <summary>Null where the hospital has none.</summary>
    public Bureau? Of(string hospital) => _byHospital.GetValueOrDefault(hospital);

    public void Dispose()
    {
        foreach (var bureau in All)
            bureau.Dispose();
    }
}

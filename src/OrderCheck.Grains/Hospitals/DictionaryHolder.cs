using System.Collections.Immutable;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Grains.Hospitals;

/// <summary>The hospitals of this installation with their current dictionaries. A check reads its hospital's once.</summary>
public sealed class DictionaryHolder
{
    private ImmutableDictionary<string, HospitalDictionary> _byHospital = ImmutableDictionary.Create<string, HospitalDictionary>(StringComparer.Ordinal);

    public int Count => Volatile.Read(ref _byHospital).Count;

    /// <summary>Their codes, as they are now.</summary>
    public IEnumerable<string> Hospitals => Volatile.Read(ref _byHospital).Keys;

    /// <summary>Null for a hospital that is not of this installation.</summary>
    public HospitalDictionary? Find(string hospital) => Volatile.Read(ref _byHospital).GetValueOrDefault(hospital);

    /// <summary>Makes it the hospital's dictionary; an older number than the one in use changes nothing and gives false.</summary>
    public bool Swap(HospitalDictionary dictionary) =>
        ImmutableInterlocked.AddOrUpdate(
            ref _byHospital,
            dictionary.Hospital.Code,
            dictionary,
            (_, current) => current.Number > dictionary.Number ? current : dictionary) == dictionary;
}

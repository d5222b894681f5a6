using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Hospitals;

/// <param name="Dictionary">Null if there is any fault.</param>
/// <param name="Faults">All that were found, by file, line and column.</param>
public sealed record DictionaryBuild(HospitalDictionary? Dictionary, IReadOnlyList<Fault> Faults);

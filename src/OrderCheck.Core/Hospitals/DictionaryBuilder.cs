using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Hospitals;

/// <summary>Makes a hospital's dictionary of CSV texts, or says everything that is wrong with them.</summary>
public static class DictionaryBuilder
{
    /// <param name="number">Position in the hospital's dictionary stream.</param>
    /// <param name="files">dictionary/item_map.csv and its fellows; a later file of the same name adds rows.</param>
    /// <param name="catalogue">Item codes that it does not have are faults; null: codes are not looked at.</param>
    public static DictionaryBuild Build(Hospital hospital, long number, IReadOnlyList<RuleFile> files, ItemCatalogue? catalogue = null)
    {
        var rows = new DictionaryRows();
        var faults = new List<Fault>();
        foreach (var file in files)
            DictionaryReader.Read(file, catalogue, rows, faults);
        return faults.Count == 0
            ? new DictionaryBuild(new HospitalDictionary(hospital, number, rows), faults)
            : new DictionaryBuild(null, faults);
    }
}

namespace OrderCheck.Cli.Regions;

/// <summary>An entry of transaction 1901: its members by name.</summary>
/// <param name="At">Byte offset of the entry in the file.</param>
internal sealed record DictionaryEntry(IReadOnlyDictionary<string, string> Members, int At)
{
    public string this[string member] => Members.GetValueOrDefault(member, "");

    /// <summary>vali_flag: 0 is out of use; whatever else, or none, is in use.</summary>
    public bool IsValid => this["vali_flag"] != "0";
}

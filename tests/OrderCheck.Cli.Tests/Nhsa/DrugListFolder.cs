namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>A folder with a drug list that a test writes itself, one row a line in the published form.</summary>
internal sealed class DrugListFolder : IDisposable
{
    private const string Header = "section,category_code,category_path,class_ab,seq_no,is_repeat_ref,drug_name,dosage_form,pay_standard_text,remark_limit,valid_period";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, List<string>> _files = [];

    public string Path => _folder.Path;

    /// <summary>A substance of the western list.</summary>
    public DrugListFolder Western(string category, string itemClass, string name, string form, string limit = "", int edition = 2024) =>
        Row($"nrdl{edition}_western.csv", $"西药部分,{category},,{itemClass},1,0,{name},{form},,{limit},");

    /// <summary>A product with an agreement.</summary>
    public DrugListFolder Negotiated(string category, string name, string standard, string limit, string days, int edition = 2024) =>
        Row($"nrdl{edition}_negotiated_western.csv", $"协议西药,{category},,乙,1,0,{name},,{standard},{limit},{days}");

    public DrugListFolder Medicine(string category, string itemClass, string name, string limit = "") =>
        Row("nrdl2024_tcm_patent.csv", $"中成药部分,{category},,{itemClass},1,0,{name},,,{limit},");

    public DrugListFolder Row(string file, string row)
    {
        if (!_files.TryGetValue(file, out var rows))
            _files[file] = rows = [Header];
        rows.Add(row);
        File.WriteAllText(_folder.At(file), string.Join('\n', rows) + "\n");
        return this;
    }

    public void Dispose() => _folder.Dispose();
}

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>A folder of published tables that a test writes itself: made-up points in the published form.</summary>
internal sealed class PublishedFolder : IDisposable
{
    private const string PointHeader =
        "kp_id,rule_class,rule_code_1_0,batch,published_at,item_name,constraint_text,detect_logic,med_code_count,supersedes,is_superseded";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _points = [PointHeader];
    private readonly List<string> _codes = ["kp_id,med_code"];

    public PublishedFolder()
    {
        Write("structured_limits_b1_b8.csv", "rule_name,item_kind,item_name,item_code,limit_value,note,batch");
        Write("repeat_charge_pairs_b7.csv", "seq,window,main_name,main_code,other_name,other_code,note");
        Write("service_frequency_limits_b8.csv", "seq,item_name,limit_qty,limit_unit,item_code");
        Write("service_period_limits_b8.csv", "seq,item_name,max_count,period_days,note,item_code");
    }

    public string Path => _folder.Path;

    /// <summary>Adds a point; <paramref name="rest"/> is its last two columns, supersedes and is_superseded.</summary>
    /// <param name="codes">How many codes its row says that it has.</param>
    public PublishedFolder Point(
        string id, string rule, string item, string text, string code, string published = "2026-01-06", string logic = "", string rest = ",0", int codes = 1)
    {
        _points.Add($"{id},{rule},GZ,1,{published},{item},{text},{logic},{codes},{rest}");
        if (code.Length > 0)
            _codes.Add($"{id},{code}");
        return this;
    }

    public PublishedFolder File(string name, params string[] lines)
    {
        Write(name, lines);
        return this;
    }

    /// <summary>Writes the points and their codes.</summary>
    public PublishedFolder Done()
    {
        Write("knowledge_points.csv", [.. _points]);
        Write("knowledge_point_codes.csv", [.. _codes]);
        return this;
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, params string[] lines) =>
        System.IO.File.WriteAllText(_folder.At(name), string.Join('\n', lines) + "\n");
}

namespace OrderCheck.Core.Knowledge;

/// <summary>Rows for every item of a kind: item_code is 药品, and codes tell their kind by how they begin.</summary>
internal static class ItemsOfKind
{
    public const string Drug = "药品";

    /// <summary>X western, Z Chinese patent medicine (《医保药品分类与代码》).</summary>
    private static readonly string[] Drugs = ["X", "Z"];

    /// <summary>What codes of that kind begin with; nothing where the text is no kind.</summary>
    public static IReadOnlyList<string> PrefixesOf(string kind) => kind == Drug ? Drugs : [];
}

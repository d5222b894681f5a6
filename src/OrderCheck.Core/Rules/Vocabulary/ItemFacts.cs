namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The line's catalogue item. Rule text calls it <c>item</c>.</summary>
public sealed class ItemFacts
{
    public string Code { get; internal set; } = "";
    public string Name { get; internal set; } = "";

    /// <summary>药品, 饮片, 项目, 耗材.</summary>
    public string? Kind { get; internal set; }

    /// <summary>甲, 乙, 丙.</summary>
    public string? Class { get; internal set; }

    /// <summary>NHSA med_chrgitm_type.</summary>
    public string? Category { get; internal set; }

    /// <summary>0 to 1.</summary>
    public decimal? OwnShareRatio { get; internal set; }

    /// <summary>Billed unit.</summary>
    public string? Unit { get; internal set; }
}

namespace OrderCheck.Core.Orders;

/// <summary>Why an order, or a part of it, could not be expanded: it is then undetermined, never a pass.</summary>
/// <param name="Code">Stable: "unknown_frequency", "no_strength", "no_conversion", "unmapped_code", "horizon".</param>
/// <param name="Message">Chinese, names the thing and its value.</param>
public sealed record ExpansionGap(string Code, string Message)
{
    public const string UnmappedCode = "unmapped_code";

    /// <summary>Chinese name of what is lacking.</summary>
    public string Lacks => Code switch
    {
        "unknown_frequency" => "频次的含义",
        "no_strength" => "药品含量",
        "no_conversion" => "单位换算",
        UnmappedCode => "医保编码对照",
        _ => "医嘱展开",
    };
}

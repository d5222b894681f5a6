namespace OrderCheck.Core.Orders;

/// <summary>Why an order, or a part of it, could not be expanded: it is then undetermined, never a pass.</summary>
/// <param name="Code">Stable: "unknown_frequency", "no_strength", "no_conversion", "unmapped_code", "horizon".</param>
/// <param name="Message">Chinese, names the thing and its value.</param>
public sealed record ExpansionGap(string Code, string Message)
{
    public const string UnmappedCode = "unmapped_code";
}

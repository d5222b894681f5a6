namespace OrderCheck.Core.Settlement;

/// <summary>One kind of blood that was given. Null: not filled in.</summary>
/// <param name="Kind">bld_cat (输血品种).</param>
/// <param name="Quantity">bld_amt.</param>
/// <param name="Unit">bld_unt.</param>
public sealed record ListedBlood(string Kind, decimal? Quantity, string? Unit);

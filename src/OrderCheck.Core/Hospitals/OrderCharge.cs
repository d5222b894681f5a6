namespace OrderCheck.Core.Hospitals;

/// <summary>What is billed for an order that is no item itself (医嘱收费对照).</summary>
/// <param name="OrderCode">The hospital's or the catalogue's code on the order.</param>
public sealed record OrderCharge(string OrderCode, string ItemCode, decimal Quantity, string? Unit, ChargePer Per) : EffectiveRow;

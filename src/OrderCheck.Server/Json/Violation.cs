namespace OrderCheck.Server.Json;

/// <summary>One field of a JSON request that is not well-formed.</summary>
/// <param name="Field">Spelled as the request spells its fields: charges[3].unitPrice, or charges[3].unit_price.</param>
/// <param name="Description">The value, what is wrong with it, and what is allowed.</param>
internal sealed record Violation(string Field, string Description);

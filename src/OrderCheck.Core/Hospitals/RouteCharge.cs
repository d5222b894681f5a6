namespace OrderCheck.Core.Hospitals;

/// <summary>What giving a drug by a route costs (给药途径收费); billed once for the orders of a group.</summary>
/// <param name="Route">The hospital's route code, "ivgtt".</param>
public sealed record RouteCharge(string Route, string ItemCode, decimal Quantity, ChargePer Per) : EffectiveRow;

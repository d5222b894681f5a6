using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Simulation;

/// <summary>One request: facts of one kind only (events, signed orders, one kind of order action, or charges), as the wire has it.</summary>
/// <param name="RequestId">Unique in its encounter.</param>
public sealed record SimulatedWrite(string RequestId, IReadOnlyList<Fact> Facts);

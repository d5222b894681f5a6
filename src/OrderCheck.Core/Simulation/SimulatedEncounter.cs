namespace OrderCheck.Core.Simulation;

/// <summary>One inpatient's history so far, as the write requests by which a HIS would have reported it, in time.</summary>
public sealed record SimulatedEncounter(string VisitNumber, IReadOnlyList<SimulatedWrite> Writes);

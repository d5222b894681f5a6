namespace OrderCheck.Core.Simulation;

/// <summary>A code with its name.</summary>
internal sealed record Coded(string Code, string Name);

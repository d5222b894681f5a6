namespace OrderCheck.Core.Hospitals;

/// <summary>The hospital's own code of a catalogue item.</summary>
public sealed record ItemMapping(string HospitalCode, string ItemCode) : EffectiveRow;

using OrderCheck.Core.Checks;

namespace OrderCheck.Grains.Encounters;

/// <summary>A check that was recorded, and of which encounter.</summary>
public sealed record RecordedCheck(EncounterRef Encounter, CheckAnswer Answer);

using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Checks;

/// <summary>A check that was answered and recorded: what is looked at again behind the answer.</summary>
/// <param name="Facts">Those that the state is the fold of, where the encounter as a whole was judged; else null.</param>
internal sealed record Answered(CheckAnswer Answer, CheckInputs Inputs, EncounterState State, IReadOnlyList<RecordedFact>? Facts);

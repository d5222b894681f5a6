using CsCheck;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>What the patient's record says, at random.</summary>
internal static class RandomRecord
{
    private static readonly Gen<bool?> YesNoUnknown = Gen.Int[0, 2].Select(value => value == 0 ? (bool?)null : value == 1);

    public static Gen<CaseFacts> Of(Gen<CaseFacts> functions) =>
        Gen.Select(functions, YesNoUnknown.Array[2], (facts, answers) =>
        {
            (facts.DiagnosisMeetsIs, facts.DiagnosisPresentIs) = (answers[0], answers[1]);
            return facts;
        });
}

using OrderCheck.Core.Grouping.Language;

namespace OrderCheck.Core.Grouping.Predicates;

/// <summary>How many different codes of the variables are in the sets, compared with a number.</summary>
internal sealed class HitCountTest(CodeBook book, CodeVariables variables, int[] sets, Comparison comparison, int value) : Predicate
{
    public override bool Holds(CaseFacts facts)
    {
        var count = Count((variables & CodeVariables.Procedures) != 0 ? facts.Procedures : facts.Diagnoses);
        return comparison switch
        {
            Comparison.Equal => count == value,
            Comparison.Less => count < value,
            Comparison.LessOrEqual => count <= value,
            Comparison.Greater => count > value,
            _ => count >= value,
        };
    }

    private int Count(ReadOnlySpan<int> ordinals)
    {
        var principal = (variables & (CodeVariables.PrincipalDiagnosis | CodeVariables.PrincipalProcedure)) != 0;
        var others = (variables & (CodeVariables.OtherDiagnoses | CodeVariables.OtherProcedures)) != 0;
        var looked = ordinals[(principal || ordinals.IsEmpty ? 0 : 1)..(others ? ordinals.Length : Math.Min(1, ordinals.Length))];
        var count = 0;
        for (var at = 0; at < looked.Length; at++)
            if (looked[at] >= 0 && !looked[..at].Contains(looked[at]) && IsInAny(looked[at]))
                count++;
        return count;
    }

    private bool IsInAny(int ordinal)
    {
        foreach (var set in sets)
            if (book.IsIn(ordinal, set))
                return true;
        return false;
    }
}

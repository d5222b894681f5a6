using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Patients;

/// <summary>Whose encounter it is, as far as its own facts tell.</summary>
/// <param name="PatientNumber">The hospital group's master number; null where nobody gave it.</param>
/// <param name="Merges">Master numbers that were merged: its patient is theirs.</param>
/// <param name="MergedVisits">Visit numbers whose facts this encounter took over: they are not to be counted beside it.</param>
public sealed record PatientNaming(string? PatientNumber, IReadOnlyList<PatientMerge> Merges, IReadOnlyList<string> MergedVisits)
{
    public static PatientNaming Of(Stay stay) => new(stay.Details.PatientNumber, [.. stay.PatientMerges], [.. stay.MergedVisits]);

    /// <summary>Whether the same history belongs to both.</summary>
    public static bool Same(Stay left, Stay right) =>
        left.Details.PatientNumber == right.Details.PatientNumber
        && left.PatientMerges.AsSpan().SequenceEqual(right.PatientMerges.AsSpan())
        && left.MergedVisits.AsSpan().SequenceEqual(right.MergedVisits.AsSpan());

    public bool IsOf(Stay stay) =>
        PatientNumber == stay.Details.PatientNumber && Merges.SequenceEqual(stay.PatientMerges) && MergedVisits.SequenceEqual(stay.MergedVisits);
}

using OrderCheck.Core.Encounters;

namespace OrderCheck.Ledger.Patients;

/// <summary>A patient that a fact names: what encounters are found by, whatever they turn out to say in the end.</summary>
/// <param name="Merged">Named as the number under which two master records are one.</param>
internal readonly record struct PatientMention(string PatientNumber, bool Merged)
{
    /// <summary>Each once.</summary>
    public static IReadOnlyList<PatientMention> Of(IEnumerable<Fact> facts) => [.. facts.Select(Of).OfType<PatientMention>().Distinct()];

    private static PatientMention? Of(Fact fact) => fact switch
    {
        Admitted { Stay.PatientNumber: { } number } => new PatientMention(number, false),
        StayUpdated { Stay.PatientNumber: { } number } => new PatientMention(number, false),
        Merged { PatientNumber: { } number } => new PatientMention(number, true),
        _ => null,
    };
}

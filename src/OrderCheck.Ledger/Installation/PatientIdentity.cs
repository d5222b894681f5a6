namespace OrderCheck.Ledger.Installation;

/// <summary>What identifies a person; kept here alone and erasable, never in a ledger body, a log or an exception.</summary>
/// <param name="PatientNumber">The hospital group's master number.</param>
/// <param name="PersonNumber">NHSA psn_no.</param>
public sealed record PatientIdentity(string Hospital, string PatientNumber, string? Name, string? PersonNumber)
{
    /// <summary>Without the person: identities must not slip into a log.</summary>
    public override string ToString() => $"patient of {Hospital}";
}

namespace OrderCheck.Ledger.Wire;

/// <summary>One field of a message that is not well-formed.</summary>
/// <param name="Path">As the sender wrote it: <c>charges[3].unit_price</c>.</param>
/// <param name="Problem">The value, quoted unless it may identify a patient, and what is wrong with it.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record FieldViolation(string Path, string Problem, string Allowed)
{
    public string Description => $"{Problem}; allowed: {Allowed}";

    public override string ToString() => $"{Path}: {Description}";
}

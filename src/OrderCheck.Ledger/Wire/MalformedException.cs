namespace OrderCheck.Ledger.Wire;

/// <summary>A message is not well-formed; nothing of it was used. Every fault is listed, not only the first.</summary>
public sealed class MalformedException(IReadOnlyList<FieldViolation> violations)
    : Exception(string.Join("; ", violations.Take(3)) + (violations.Count > 3 ? $"; and {violations.Count - 3} more" : ""))
{
    public IReadOnlyList<FieldViolation> Violations { get; } = violations;
}

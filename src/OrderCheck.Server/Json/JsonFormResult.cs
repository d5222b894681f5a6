using OrderCheck.Ledger.Wire;

namespace OrderCheck.Server.Json;

/// <param name="Fault">Why the text is no JSON; null if it is.</param>
/// <param name="Violations">Fields that the message does not have, or whose values are of another kind; paths as the request spells them.</param>
/// <param name="HasNulls">A member is null: well-formed, and the same as none.</param>
internal sealed record JsonFormResult(JsonFault? Fault, IReadOnlyList<FieldViolation> Violations, bool HasNulls = false)
{
    public bool IsWellFormed => Fault is null && Violations.Count == 0;
}

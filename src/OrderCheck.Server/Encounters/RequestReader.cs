using OrderCheck.Core.Identity;
using OrderCheck.Grains.Encounters;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Encounters;

/// <summary>The parts that requests have in common.</summary>
internal static class RequestReader
{
    public static EncounterRef Encounter(this FieldReader reader, Proto.EncounterRef? encounter)
    {
        var visit = reader.Code("encounter.visit_number", encounter?.VisitNumber ?? "");
        var alias = reader.Code("encounter.mdtrt_id", encounter?.MdtrtId ?? "");
        if (encounter is null || (encounter.VisitNumber.Length == 0 && encounter.MdtrtId.Length == 0))
            reader.Refuse("encounter", "is required", "a visit_number, or an mdtrt_id where only that is known");
        RefuseParked(reader, "encounter.visit_number", visit, "a visit number of the HIS; an mdtrt_id goes into encounter.mdtrt_id");
        return new EncounterRef(visit, alias);
    }

    /// <summary>An encounter that is named by its visit number alone.</summary>
    public static EncounterRef Visit(this FieldReader reader, string field, string value)
    {
        var visit = reader.Id(field, value);
        RefuseParked(reader, field, visit, "a visit number of the HIS");
        return new EncounterRef(visit, null);
    }

    private static void RefuseParked(FieldReader reader, string field, string? visit, string allowed)
    {
        if (visit?.StartsWith(EncounterKey.ParkedPrefix, StringComparison.Ordinal) == true)
            reader.Refuse(field, $"starts with \"{EncounterKey.ParkedPrefix}\"", allowed);
    }

    public static string RequestId(this FieldReader reader, string requestId) => reader.Id("request_id", requestId);
}

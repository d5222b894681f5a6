using OrderCheck.Grains.Charges;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Encounters;

internal static class ReconcileMapping
{
    private const int MostLines = 10_000;
    private const decimal LargestSum = 1_000_000_000m;

    public static ReconcileRequest Read(FieldReader reader, Proto.ReconcileRequest request)
    {
        var encounter = request.Encounter is null ? null : reader.Encounter(request.Encounter);
        var day = reader.Day("day", request.Day);
        if (encounter is null && request.Day.Length == 0)
            reader.Refuse("encounter", "is empty, and so is day", "at least one of the two");
        if (request.Lines.Count > MostLines)
            reader.Refuse("lines", $"has {request.Lines.Count} elements", $"0 to {MostLines}");
        return new ReconcileRequest(encounter, day, [.. request.Lines.Select((line, i) => Read(reader, line, i, encounter is null))]);
    }

    public static Proto.ReconcileAnswer Write(IReadOnlyList<ReconcileDifference> differences) => new()
    {
        Differences =
        {
            differences.Select(static d => new Proto.Difference
            {
                VisitNumber = d.VisitNumber,
                MedChrgitmType = d.Category,
                HisCount = d.HisCount,
                OurCount = d.OurCount,
                HisAmount = d.HisAmount.ToString(),
                OurAmount = d.OurAmount.ToString(),
            }),
        },
    };

    private static ReconcileLine Read(FieldReader reader, Proto.ReconcileLine line, int index, bool visitRequired)
    {
        reader.Enter("lines", index);
        var visit = visitRequired ? reader.Id("visit_number", line.VisitNumber) : reader.Code("visit_number", line.VisitNumber) ?? "";
        var read = new ReconcileLine(
            visit,
            reader.Code("med_chrgitm_type", line.MedChrgitmType) ?? "",
            reader.Whole("count", line.Count, 0, int.MaxValue),
            reader.Amount("amount", line.Amount, -LargestSum, LargestSum));
        reader.Leave();
        return read;
    }
}

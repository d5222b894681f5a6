using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>The form of requests around their cases.</summary>
internal static class GroupingRequests
{
    private const int MostCases = 1_000;
    private const int MostCasesWithReasons = 100;

    /// <summary>The fields that the reader reads from here on are the case's.</summary>
    public static Proto.CodedCase Case(FieldReader reader, Proto.GroupCaseRequest request)
    {
        if (request.Case is null)
            reader.Refuse("case", "is required", "a case to group");
        reader.Within("case");
        return request.Case ?? new Proto.CodedCase();
    }

    public static void CheckCount(FieldReader reader, Proto.GroupCasesRequest request)
    {
        var most = request.WithReasons ? MostCasesWithReasons : MostCases;
        if (request.Cases.Count == 0 || request.Cases.Count > most)
            reader.Refuse("cases", $"has {request.Cases.Count} cases", $"1 to {MostCases}, with reasons 1 to {MostCasesWithReasons}");
    }
}

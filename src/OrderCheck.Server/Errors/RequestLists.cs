namespace OrderCheck.Server.Errors;

/// <summary>What a method's request calls its list of facts.</summary>
internal static class RequestLists
{
    public static string NameFor(string method) => method[(method.LastIndexOf('/') + 1)..] switch
    {
        "CheckOrders" or "SignOrders" => "orders",
        "PostCharges" => "charges",
        "RecordDecisions" => "decisions",
        "ReportEvents" => "events",
        "SupersedeOrders" => "supersessions",
        _ => "actions",
    };
}

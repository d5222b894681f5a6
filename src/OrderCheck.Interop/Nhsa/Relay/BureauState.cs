namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>What became of a request at the insurance bureau, as output.ordercheck.bureau.state says it in lower case.</summary>
public enum BureauState
{
    /// <summary>It judged the request; its rows are in the answer.</summary>
    Answered,

    /// <summary>It has not answered yet; its rows come with the next answer about the visit.</summary>
    Late,

    /// <summary>It could not be reached, or what it sent is no answer.</summary>
    Failed,

    /// <summary>It answered that it does not take the request: infcode −1.</summary>
    Refused,
}

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>How it stands with the bureau when the HIS is answered.</summary>
/// <param name="Answer">To this request.</param>
/// <param name="LateResults">Rows in the answer that the bureau sent too late for an earlier one.</param>
/// <param name="LostRequests">Earlier requests that were said to be answered late, and that the bureau never answered.</param>
public sealed record BureauStanding(BureauAnswer Answer, int LateResults, int LostRequests = 0);

namespace OrderCheck.Interop.Nhsa;

/// <summary>A line that is asked about and that no rule can judge: it is named in the answer, never silently clean.</summary>
/// <param name="RxId">The caller's id of the line.</param>
/// <param name="Reason">Chinese.</param>
public sealed record NhsaUnjudged(string RxId, string Reason);

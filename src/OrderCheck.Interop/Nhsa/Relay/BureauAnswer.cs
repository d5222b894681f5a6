namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>What the bureau said to one request.</summary>
public sealed record BureauAnswer(BureauState State)
{
    /// <summary>Of <see cref="BureauState.Late"/>: it could not be noted that the answer is awaited, so nobody may promise that it comes.</summary>
    public const string NotKept = "not_kept";

    /// <summary>Stable, of a failure: "timeout", "connection", "status_500", "not_json" …; <see cref="NotKept"/>; "" otherwise.</summary>
    public string Reason { get; init; } = "";

    /// <summary>infcode as it came, "0" or "-1"; "" where none came.</summary>
    public string InfCode { get; init; } = "";

    /// <summary>err_msg, without what may be a patient's.</summary>
    public string Message { get; init; } = "";

    public IReadOnlyList<ResultRow> Rows { get; init; } = [];

    public static BureauAnswer Failed(string reason) => new(BureauState.Failed) { Reason = reason };
}

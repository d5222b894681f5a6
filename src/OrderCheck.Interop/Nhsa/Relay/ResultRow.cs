using System.Text.Json;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>One row of output.result, whoever wrote it: what it is compared by, and its JSON as it was.</summary>
public sealed record ResultRow
{
    /// <summary>jr_id; "" where the row has none.</summary>
    public required string Id { get; init; }

    public required string RuleId { get; init; }

    public required string RuleName { get; init; }

    /// <summary>sev_deg.</summary>
    public required string Severity { get; init; }

    /// <summary>mdtrt_id.</summary>
    public required string VisitId { get; init; }

    /// <summary>vola_cont.</summary>
    public required string Content { get; init; }

    /// <summary>vola_evid.</summary>
    public required string Evidence { get; init; }

    /// <summary>rx_id of the offending items (vola_item_type 1), of all items where none is said to be one; in order, each once.</summary>
    public required IReadOnlyList<string> OffendingLines { get; init; }

    /// <summary>A row of ours that says that it could not be told: what the bureau found is more than that.</summary>
    public bool IsUndetermined => Content.StartsWith("未能判断", StringComparison.Ordinal);

    /// <summary>The row as an object of UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Reads an array of rows.</summary>
    /// <exception cref="JsonException">It is none, or a text in it is none.</exception>
    public static IReadOnlyList<ResultRow> ReadAll(ReadOnlyMemory<byte> array, RelayForm form) => AnswerReading.Rows(array, form);
}

namespace OrderCheck.Core.Settlement;

/// <summary>One 手术及操作. Null: not filled in.</summary>
/// <param name="Code">oprn_oprt_code.</param>
/// <param name="Anaesthesia">anst_way (麻醉方式); null also where there was none.</param>
public sealed record ListedProcedure(string Code, string? Name, bool Principal, string? Anaesthesia)
{
    /// <summary>oprn_oprt_begntime, or its date.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>oprn_oprt_endtime.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>oper_dr_code.</summary>
    public string? Surgeon { get; init; }

    /// <summary>anst_dr_code.</summary>
    public string? Anaesthetist { get; init; }
}

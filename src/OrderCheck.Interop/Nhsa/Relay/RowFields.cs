using System.Runtime.CompilerServices;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>What a region calls the members of answers that the relay reads or writes.</summary>
internal sealed record RowFields
{
    private const string Row = "result";
    private const string Detail = "judge_result_detail_dtos";
    private const string Around = "answer";

    private static readonly ConditionalWeakTable<FieldRenames, RowFields> Made = [];

    /// <param name="own">The region's name of a node's member; the member's own where the region has no other.</param>
    private RowFields(Func<string, string, string> own)
    {
        (Code, Message, Warning, Output) = (own(Around, "infcode"), own(Around, "err_msg"), own(Around, "warn_msg"), own(Around, "output"));
        (Id, RuleId, RuleName, Content) = (own(Row, "jr_id"), own(Row, "rule_id"), own(Row, "rule_name"), own(Row, "vola_cont"));
        (Visit, Severity, Evidence, Details) = (own(Row, "mdtrt_id"), own(Row, "sev_deg"), own(Row, "vola_evid"), own(Row, Detail));
        (Line, Role) = (own(Detail, "rx_id"), own(Detail, "vola_item_type"));
    }

    /// <summary>Made once for each region.</summary>
    public static RowFields Of(FieldRenames renames) => Made.GetValue(renames, static own => new RowFields(own.Of));

    public string Code { get; }

    public string Message { get; }

    public string Warning { get; }

    public string Output { get; }

    public string Id { get; }

    public string RuleId { get; }

    public string RuleName { get; }

    public string Content { get; }

    public string Visit { get; }

    public string Severity { get; }

    public string Evidence { get; }

    public string Details { get; }

    /// <summary>rx_id.</summary>
    public string Line { get; }

    /// <summary>vola_item_type.</summary>
    public string Role { get; }
}

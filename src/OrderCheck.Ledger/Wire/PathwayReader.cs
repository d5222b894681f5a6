using OrderCheck.Core.Encounters;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>入径 and 出径.</summary>
internal static class PathwayReader
{
    private const int LongestName = 200;

    public static PathwayEntered Enter(FieldReader reader, EventHead head, Proto.EnterPathway entered) => new(
        reader.Id("enter_pathway.pathway", entered.Pathway),
        reader.Text("enter_pathway.pathway_name", entered.PathwayName, LongestName))
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At, Withdrawn = entered.Withdrawn };

    public static PathwayLeft Leave(FieldReader reader, EventHead head, Proto.LeavePathway left) => new(
        reader.Id("leave_pathway.pathway", left.Pathway),
        left.Completed,
        reader.Text("leave_pathway.reason", left.Reason, ActionReader.LongestReason))
    { Id = head.Id, Revision = head.Revision, OccurredAt = head.At, Withdrawn = left.Withdrawn };
}

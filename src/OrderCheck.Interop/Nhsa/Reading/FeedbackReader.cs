using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads the input of a 3103.</summary>
internal sealed class FeedbackReader(ReadingContext context)
{
    private readonly List<NhsaDisposition> _warnings = [];
    private string _warnType = "";

    public void Read(FeedbackNode node)
    {
        var values = context.Values;
        values.Enter(context.Fields.Feedback, node);
        if (node.WarnType.IsThere)
            _warnType = values.At(FeedbackField.WarnType, node.WarnType).RowOrRefuse(context.Profile, NhsaTables.WarnType)?.Code ?? "";
        if (node.Warns is { } warnings)
            _warnings.AddRange(values.Each(FeedbackField.Warnings, warnings).Select(Warning));
        foreach (var within in values.One(FeedbackField.Data, node.Data))
            Read(within);
        values.Leave();
    }

    public NhsaFeedback Feedback(NhsaEnvelope envelope) => _warnings.Count > 0
        ? new NhsaFeedback(envelope, _warnType, _warnings, context.Values.Tolerance.All)
        : throw new NotUnderstoodException("input.data.warns", "input.data.warns：缺失，应为至少一条处理", 0);

    private NhsaDisposition Warning(WarningNode node)
    {
        var values = context.Values;
        values.Enter(context.Fields.Warning, node);
        var id = values.At(WarningField.Id, node.WarnRsltId).Id();
        var way = values.At(WarningField.Way, node.DspoWay).RowOrRefuse(context.Profile, NhsaTables.Disposition);
        var reason = values.At(WarningField.Reason, node.DspoWayRea).LongText();
        if (id is null)
            throw values.Lacking(WarningField.Id, node, "应为违规标识，取自结果的jr_id");
        if (way is null)
            throw values.Lacking(WarningField.Way, node, $"应为{string.Join('、', context.Profile.Codes[NhsaTables.Disposition].Rows.Select(row => row.Code + row.Name))}");
        values.Leave();
        return new NhsaDisposition(id, way.Means == RegionWords.Continue, reason);
    }
}

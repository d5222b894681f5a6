using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads the input of a 3103.</summary>
internal sealed class FeedbackReader(ReadingContext context)
{
    private readonly List<NhsaDisposition> _warnings = [];
    private string _warnType = "";

    public void ReadInput(ref JsonWalk walk)
    {
        var (items, index) = (walk.Objects(), 0);
        while (walk.Next(ref items, ref index))
        {
            walk.Enter(out _);
            var seen = 0UL;
            for (var slot = walk.Member(context.Fields.Feedback, ref seen, countMissing: false); slot != JsonWalk.End; slot = walk.Member(context.Fields.Feedback, ref seen, countMissing: false))
                Set((FeedbackField)slot, ref walk);
        }
    }

    public NhsaFeedback Feedback(NhsaEnvelope envelope, Tolerance tolerance) => _warnings.Count > 0
        ? new NhsaFeedback(envelope, _warnType, _warnings, tolerance.All)
        : throw new NotUnderstoodException("input.data.warns", "input.data.warns：缺失，应为至少一条处理", 0);

    private void Set(FeedbackField field, ref JsonWalk walk)
    {
        switch (field)
        {
            case FeedbackField.Data: ReadInput(ref walk); break;
            case FeedbackField.WarnType: _warnType = walk.RowOrRefuse(context.Profile, NhsaTables.WarnType)?.Code ?? ""; break;
            default: ReadWarnings(ref walk); break;
        }
    }

    private void ReadWarnings(ref JsonWalk walk)
    {
        var (items, index) = (walk.Collection(), 0);
        while (walk.Next(ref items, ref index))
            _warnings.Add(ReadWarning(ref walk));
    }

    private NhsaDisposition ReadWarning(ref JsonWalk walk)
    {
        walk.Enter(out _);
        var (seen, id, way, reason) = (0UL, default(string), default(RegionCode), default(string));
        for (var slot = walk.Member(context.Fields.Warning, ref seen); slot != JsonWalk.End; slot = walk.Member(context.Fields.Warning, ref seen))
        {
            switch ((WarningField)slot)
            {
                case WarningField.Id: id = walk.Id(); break;
                case WarningField.Way: way = walk.RowOrRefuse(context.Profile, NhsaTables.Disposition); break;
                default: reason = walk.LongText(); break;
            }
        }
        if (id is null)
            throw walk.Lacking(context.Fields.Warning.Name((int)WarningField.Id), "应为违规标识，取自结果的jr_id");
        if (way is null)
            throw walk.Lacking(context.Fields.Warning.Name((int)WarningField.Way), $"应为{string.Join('、', context.Profile.Codes[NhsaTables.Disposition].Rows.Select(row => row.Code + row.Name))}");
        return new NhsaDisposition(id, way.Means == RegionWords.Continue, reason);
    }
}

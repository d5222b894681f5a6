using OrderCheck.Core.Checks;

namespace OrderCheck.Interop.Nhsa.Writing;

/// <summary>What was not judged of one visit: it is said in a row of its own, since an empty answer would look clean.</summary>
internal sealed record Unchecked
{
    public const string Rule = "OC-UNCHECKED";
    public const string NotClean = "未审核不代表没有问题，请人工留意";

    /// <summary>More of them would hide the others.</summary>
    private const int MostNamed = 200;

    private const string Nothing = "该就诊未返回审核结果";

    private Unchecked(NhsaVisit visit, CheckState state, IReadOnlyList<string> reasons, IReadOnlyList<string> lines) =>
        (Visit, State, Reasons, Lines) = (visit, state, reasons, lines);

    public NhsaVisit Visit { get; }

    public CheckState State { get; }

    /// <summary>Chinese sentences.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>rx_ids.</summary>
    public IReadOnlyList<string> Lines { get; }

    public string Name => State == CheckState.Unchecked ? "未审核" : "未完全审核";

    /// <summary>Null where all of it was judged.</summary>
    /// <param name="answer">Null where there is none.</param>
    public static Unchecked? Of(NhsaVisit visit, NhsaVisitAnswer? answer)
    {
        var checks = answer?.Checks ?? [];
        if (checks.Count == 0)
        {
            return visit is { Current: false, Candidates.Count: 0, Unjudged.Count: 0 }
                ? null
                : new Unchecked(visit, CheckState.Unchecked, [Nothing], RxIds(visit.Candidates.Select(order => order.Id).Concat(visit.Unjudged.Select(line => line.RxId))));
        }
        if (checks.All(static check => check.State == CheckState.Complete) && visit.Unjudged.Count == 0)
            return null;
        var state = checks.All(static check => check.State == CheckState.Unchecked) ? CheckState.Unchecked : CheckState.Partial;
        var reasons = checks.SelectMany(static check => check.StateReasons).Select(static reason => reason.Message)
            .Concat(visit.Unjudged.Select(static line => $"明细{line.RxId}：{line.Reason}")).Distinct(StringComparer.Ordinal).ToList();
        // A check of orders that was not done leaves all of them open.
        var lines = checks.Any(static check => check.State == CheckState.Unchecked)
            ? visit.Candidates.Select(static order => order.Id)
            : checks.SelectMany(static check => check.StateReasons).Select(static reason => reason.Subject).OfType<string>()
                .Where(subject => visit.Candidates.Any(order => order.Id == subject));
        return new Unchecked(visit, state, reasons.Count > 0 ? reasons : [Nothing], RxIds(lines.Concat(visit.Unjudged.Select(static line => line.RxId))));
    }

    public string Sentence => $"{(State == CheckState.Unchecked ? "本次未审核" : "部分内容未审核")}：{string.Join("；", Reasons)}";

    private static string[] RxIds(IEnumerable<string> orders) => [.. orders.Select(LineIds.RxIdOf).Distinct(StringComparer.Ordinal).Take(MostNamed)];
}

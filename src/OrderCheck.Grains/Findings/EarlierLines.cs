using System.Globalization;
using System.IO.Hashing;
using System.Text;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Checks;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Findings;

/// <summary>
/// Lines that a HIS tells of a stay which had begun before OrderCheck heard of it, as on the day it goes live. Nobody was asked about
/// them and nobody can answer for them now: they are judged, by themselves, and recorded as all others, but on no doctor's list. The
/// insurance office gets one line that says how many there are, and the check's id to look them up by.
/// </summary>
internal static class EarlierLines
{
    /// <summary>Of the finding that stands for all of them. Stable.</summary>
    public const string Rule = "OC-EARLIER";

    /// <summary>Who drafts an order may say that it began a little before the first question about the patient.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private static readonly HashSet<string> None = [];

    /// <param name="knownSince">When OrderCheck first heard of the encounter.</param>
    public static bool Is(Order order, DateTimeOffset? knownSince) => ReportedFacts.IsTold(order) && order.StartAt < knownSince - Margin;

    /// <summary>Ids of those of the orders.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<Order> orders, DateTimeOffset? knownSince)
    {
        HashSet<string>? earlier = null;
        foreach (var order in orders)
        {
            if (Is(order, knownSince))
                (earlier ??= new HashSet<string>(StringComparer.Ordinal)).Add(order.Id);
        }
        return earlier ?? None;
    }

    /// <summary>The answer as the lists of doctors and others have it.</summary>
    public static CheckAnswer Without(CheckAnswer answer, IReadOnlySet<string> earlier) => earlier.Count == 0 ? answer : answer with
    {
        Findings = [.. answer.Findings.Where(finding => !IsAboutThemAlone(finding, earlier))],
        Routed = [.. answer.Routed.Where(finding => !IsAboutThemAlone(finding, earlier))],
    };

    /// <summary>The office's line; none where nothing was found.</summary>
    public static IEnumerable<WorkRow> Rows(EncounterState state, CheckAnswer answer, IReadOnlySet<string> earlier)
    {
        if (earlier.Count == 0)
            yield break;
        Finding[] findings = [.. answer.Findings.Concat(answer.Routed).Where(finding => !finding.Folded && !finding.Undetermined && IsAboutThemAlone(finding, earlier))];
        if (findings.Length == 0)
            yield break;
        var ward = state.Stay.Details.Ward ?? state.Stay.Details.Department ?? "";
        yield return new WorkRow(
            0, state.Key, WorkLists.Of(Role.Officer), ward, answer.EvaluatedAt, answer.CheckId,
            AnswerBytes.Write(answer with { Findings = [Together(answer, findings, earlier)], Routed = [] }));
    }

    private static bool IsAboutThemAlone(Finding finding, IReadOnlySet<string> earlier) =>
        finding.Offender?.OrderId is { } order && earlier.Contains(order)
        && finding.AlsoOrderIds.All(earlier.Contains)
        && finding.Also.All(also => also.Offender?.OrderId is not { } other || earlier.Contains(other));

    private static Finding Together(CheckAnswer answer, Finding[] findings, IReadOnlySet<string> earlier)
    {
        var lines = findings.SelectMany(LinesOf).Distinct(StringComparer.Ordinal).Count();
        var amount = findings.Aggregate(Money.Zero, static (sum, finding) => sum + (finding.Amount ?? Money.Zero));
        int Of(Severity severity) => findings.Count(finding => finding.Severity == severity);
        return new Finding
        {
            Key = Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes($"{Rule} {answer.CheckId}"))),
            Rule = Rule,
            Title = "接入前的明细",
            Family = "接入前的明细",
            Domain = Domain.Payment,
            Severity = findings.Min(static finding => finding.Severity),
            Response = Response.Inform,
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"本次就诊在系统接入前已有的{earlier.Count}条明细中，{lines}条有提示（明确违规{Of(Severity.Violation)}项、可疑{Of(Severity.Suspicion)}项、提醒{Of(Severity.Reminder)}项），未列入医生待办；逐条内容见审核{answer.CheckId}。"),
            Amount = amount,
            For = [Role.Officer],
        };
    }

    private static IEnumerable<string> LinesOf(Finding finding) =>
        [finding.Offender!.OrderId!, .. finding.AlsoOrderIds, .. finding.Also.Select(static also => also.Offender?.OrderId).OfType<string>()];
}

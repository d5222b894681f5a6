using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Nhsa;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests.Scale;
using Xunit;

namespace OrderCheck.EndToEnd.Releases;

/// <summary>What an answer shows of the release that it is of: each part of one says the release's number.</summary>
internal static class ReleaseMarks
{
    private const int RulesOfBudget = 2;

    public static void AssertIsOfItsRelease(CheckAnswer answer)
    {
        Assert.Equal(CheckState.Complete, answer.State);
        var (number, mark) = ($"{answer.ReleaseNumber}", MarkOf(answer.ReleaseNumber));
        Assert.Contains(answer.Findings, IsSynthetic);
        foreach (var finding in answer.Findings.Where(static finding => finding.Message.Contains("合成", StringComparison.Ordinal)))
            Assert.Contains(mark, finding.Message, StringComparison.Ordinal);
        foreach (var finding in answer.Findings.Where(IsSynthetic))
        {
            // The item's name and the rule's own text.
            Assert.Equal(3, finding.Message.Split(mark).Length);
            Assert.Contains(mark, finding.Title, StringComparison.Ordinal);
            Assert.Contains(mark, finding.OfficialText, StringComparison.Ordinal);
            Assert.Equal(SyntheticKnowledge.SeverityOf(number), $"{finding.Severity}", ignoreCase: true);
            // The alert settings' share of it.
            Assert.Equal(SyntheticKnowledge.TierOf(number), $"{finding.Tier}", ignoreCase: true);
        }
        var budget = answer.Findings.Where(IsOfBudget).ToList();
        Assert.Equal(RulesOfBudget, budget.Count);
        foreach (var finding in budget)
        {
            Assert.Contains(mark, finding.Message, StringComparison.Ordinal);
            Assert.Contains($"的{SyntheticPolicies.PercentOf(number)}%", finding.Message, StringComparison.Ordinal);
            Assert.Contains(mark, finding.OfficialText, StringComparison.Ordinal);
        }
    }

    /// <param name="reply">To a 3101.</param>
    /// <param name="judgedBy">The releases of the checks that it tells of.</param>
    public static void AssertIsOfOneRelease(NhsaReply reply, IReadOnlyList<long> judgedBy)
    {
        Assert.Equal("complete", (string?)reply.AssertAnswered().Additions["state"]);
        var release = Assert.Single(judgedBy.Distinct());
        var (number, mark) = ($"{release}", MarkOf(release));
        // As many stages as the region's scenario asks.
        Assert.Equal(SyntheticPolicies.StagesOf(number).Split(' ').Length, judgedBy.Count);
        Assert.Contains(reply.Rows, static row => Text(row, "vola_cont").Contains("合成", StringComparison.Ordinal));
        Assert.Equal(RulesOfBudget, reply.Rows.Count(static row => Text(row, "vola_cont").Contains("本次就诊费用达到", StringComparison.Ordinal)));
        foreach (var row in reply.Rows)
        {
            Assert.EndsWith(SyntheticPolicies.CodeOf("", number), Text(row, "sev_deg"), StringComparison.Ordinal);
            Assert.EndsWith(SyntheticPolicies.CodeOf("", number), Text(row, "vola_bhvr_type"), StringComparison.Ordinal);
            Assert.Contains(mark, Text(row, "vola_cont"), StringComparison.Ordinal);
            Assert.Contains(mark, Text(row, "vola_evid"), StringComparison.Ordinal);
        }
    }

    public static void AssertIsOfOneRelease(GroupCasesAnswer answer)
    {
        foreach (var group in answer.Cases.Select(static one => one.Group))
        {
            Assert.Equal((answer.ReleaseNumber, GroupingStatus.Grouped), (group.ReleaseNumber, group.Status));
            foreach (var name in (string[])[group.SchemeName, group.MdcName, group.AdrgName, group.DrgName])
                Assert.EndsWith(MarkOf(answer.ReleaseNumber), name.TrimEnd('）'), StringComparison.Ordinal);
        }
    }

    public static bool IsSynthetic(Finding finding) => finding.Rule.StartsWith("synthetic-", StringComparison.Ordinal);

    private static bool IsOfBudget(Finding finding) => finding.Domain == "money";

    private static string MarkOf(long release) => $"第{release}版";

    private static string Text(JsonObject row, string field) => (string)row[field]!;
}

using System.Collections.Concurrent;
using OrderCheck.EndToEnd.Records;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests.Scale;
using Xunit;

namespace OrderCheck.EndToEnd.Releases;

/// <summary>
/// A check never mixes two releases: one release after another is published, each of which says its number in every item's name, rule,
/// row and severity and in its alert settings, while checks run without pause.
/// </summary>
public sealed class ContinuousPublishingTests
{
    private const int Releases = 8;
    private const int Callers = 3;
    private const int ItemsOfCheck = 3;
    private const int Replayed = 2;
    private static readonly SyntheticSize Size = SyntheticSize.Of(1_000, expressions: 220);

    [Fact]
    public async Task A_check_is_of_one_release_from_start_to_end_and_so_is_its_record()
    {
        await using var server = await SyntheticServer.StartAsync(Size, "1");
        using var over = new CancellationTokenSource();
        var answers = new ConcurrentBag<(string Items, CheckAnswer Answer)>();
        var callers = Enumerable.Range(0, Callers).Select(caller => CheckAsync(server, caller, answers, over.Token)).ToList();
        for (var number = 2; number <= Releases; number++)
        {
            server.Write(Size, $"{number}");
            var published = await server.PublishAsync();
            Assert.Empty(published.Faults);
            Assert.Equal(number, published.ReleaseNumber);
        }
        await over.CancelAsync();
        await Task.WhenAll(callers);

        Assert.All(answers, static one => AssertIsOfItsRelease(one.Answer));
        Assert.True(answers.Select(static one => one.Answer.ReleaseNumber).Distinct().Count() > Releases / 2, "Hardly any release was ever judged by.");
        // The releases differ in nothing but their mark: fewer findings would be rows of none of them.
        Assert.All(
            answers.GroupBy(static one => one.Items), static same => Assert.Single(same.Select(static one => one.Answer.Findings.Count(IsSynthetic)).Distinct()));
        foreach (var told in answers.Select(static one => one.Answer).DistinctBy(static answer => answer.ReleaseNumber))
            await AssertRecordedAsync(server, told);
        var place = (string[])["--data", server.Data];
        foreach (var told in answers.Select(static one => one.Answer).OrderBy(static answer => answer.ReleaseNumber).Take(Replayed))
        {
            var (exitCode, output) = await RecordTool.ReplayAsync(place, told.CheckId);
            Assert.True(exitCode == 0, output);
        }
        Assert.Empty(server.Process.UnexpectedErrors());
    }

    private static async Task CheckAsync(SyntheticServer server, int caller, ConcurrentBag<(string, CheckAnswer)> answers, CancellationToken over)
    {
        var random = new Random(caller);
        var last = 0L;
        while (!over.IsCancellationRequested)
        {
            // Services have odd numbers; a few items come again and again, so that their answers can be compared.
            int[] items = [.. Enumerable.Range(0, ItemsOfCheck).Select(_ => (random.Next(20) * 2) + 1).Distinct().Order()];
            var answer = await server.CheckAsync(caller, items, SyntheticKnowledge.Outrageous);
            Assert.True(answer.ReleaseNumber >= last, $"Release {answer.ReleaseNumber} after {last}.");
            last = answer.ReleaseNumber;
            answers.Add((string.Join(',', items), answer));
        }
    }

    private static void AssertIsOfItsRelease(CheckAnswer answer)
    {
        Assert.Equal(CheckState.Complete, answer.State);
        var (mark, severity) = ($"第{answer.ReleaseNumber}版", answer.ReleaseNumber % 2 == 0 ? Severity.Reminder : Severity.Suspicion);
        Assert.Contains(answer.Findings, IsSynthetic);
        foreach (var finding in answer.Findings.Where(static finding => finding.Message.Contains("合成", StringComparison.Ordinal)))
            Assert.Contains(mark, finding.Message, StringComparison.Ordinal);
        foreach (var finding in answer.Findings.Where(IsSynthetic))
        {
            // The item's name and the rule's own text.
            Assert.Equal(3, finding.Message.Split(mark).Length);
            Assert.Contains(mark, finding.Title, StringComparison.Ordinal);
            Assert.Contains(mark, finding.OfficialText, StringComparison.Ordinal);
            Assert.Equal(severity, finding.Severity);
            // The alert settings' share of it.
            Assert.Equal(SyntheticKnowledge.TierOf($"{answer.ReleaseNumber}") == "list" ? Tier.List : Tier.Show, finding.Tier);
        }
    }

    private static async Task AssertRecordedAsync(SyntheticServer server, CheckAnswer told)
    {
        var recorded = await server.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = told.CheckId }, server.His.Options);
        Assert.Equal((told.ReleaseNumber, told.ReleaseHash), (recorded.ReleaseNumber, recorded.ReleaseHash));
        Assert.Equal(told.Findings.Select(static finding => finding.Message), recorded.Findings.Select(static finding => finding.Message));
    }

    private static bool IsSynthetic(Finding finding) => finding.Rule.StartsWith("synthetic-", StringComparison.Ordinal);
}

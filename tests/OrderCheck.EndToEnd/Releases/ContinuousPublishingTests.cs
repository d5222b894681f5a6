using System.Collections.Concurrent;
using OrderCheck.EndToEnd.Grouping;
using OrderCheck.EndToEnd.Nhsa;
using OrderCheck.EndToEnd.Records;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests.Scale;
using Xunit;

namespace OrderCheck.EndToEnd.Releases;

/// <summary>
/// An answer never mixes two releases: one release after another is published, each of which says its number in every item's name, rule,
/// row and severity, in its alert settings, its budgets' thresholds, its region's codes and its groups' names, while callers ask without pause
/// by gRPC and by 3101.
/// </summary>
public sealed class ContinuousPublishingTests
{
    private const int Releases = 8;
    private const int Callers = 2;
    private const int ItemsOfCheck = 3;
    private const int CasesOfCall = 20;
    private const int Replayed = 2;

    /// <summary>Whose encounter no gRPC caller asks about.</summary>
    private const int NhsaCaller = Callers;

    private static readonly SyntheticSize Size = SyntheticSize.Of(1_000, expressions: 220);

    [Fact]
    public async Task An_answer_is_of_one_release_from_start_to_end_and_so_is_its_record()
    {
        await using var server = await SyntheticServer.StartMarkedInAllAsync(Size, "1");
        using var nhsa = new NhsaHis(server.Process.HttpAddress, ("x-api-key", server.ApiKey));
        using var over = new CancellationTokenSource();
        var answers = new ConcurrentBag<(string Items, CheckAnswer Answer)>();
        var replies = new ConcurrentBag<NhsaReply>();
        var groups = new ConcurrentBag<GroupCasesAnswer>();
        Task[] callers =
        [
            .. Enumerable.Range(0, Callers).Select(caller => CheckAsync(server, caller, answers, over.Token)),
            AskAsync(server, nhsa, replies, groups, over.Token),
        ];
        for (var number = 2; number <= Releases; number++)
        {
            server.Write(Size, $"{number}");
            // Begun under one release, and told to the end under the next.
            var held = new HeldBody(Story(new Random(number)).Build());
            var reply = nhsa.SendAsync("3101", held);
            await held.Begun;
            var published = await server.PublishAsync();
            Assert.Empty(published.Faults);
            Assert.Equal(number, published.ReleaseNumber);
            held.LetGo();
            replies.Add(await reply);
        }
        await over.CancelAsync();
        await Task.WhenAll(callers);

        Assert.All(answers, static one => ReleaseMarks.AssertIsOfItsRelease(one.Answer));
        // The releases differ in nothing but their mark: fewer findings would be rows of none of them.
        Assert.All(
            answers.GroupBy(static one => one.Items), static same => Assert.Single(same.Select(static one => one.Answer.Findings.Count(ReleaseMarks.IsSynthetic)).Distinct()));
        var releases = answers.Select(static one => one.Answer).DistinctBy(static answer => answer.ReleaseNumber).ToList();
        AssertMany(releases.Count);
        foreach (var told in releases)
            await AssertRecordedAsync(server, told);
        AssertMany(await AssertAreEachOfOneReleaseAsync(server, replies));
        Assert.All(groups, ReleaseMarks.AssertIsOfOneRelease);
        AssertMany(groups.Select(static group => group.ReleaseNumber).Distinct().Count());
        var place = (string[])["--data", server.Data];
        foreach (var told in answers.Select(static one => one.Answer).OrderBy(static answer => answer.ReleaseNumber).Take(Replayed))
        {
            var (exitCode, output) = await RecordTool.ReplayAsync(place, told.CheckId);
            Assert.True(exitCode == 0, output);
        }
        server.Process.AssertNoUnexpectedErrors();
    }

    private static async Task CheckAsync(SyntheticServer server, int caller, ConcurrentBag<(string, CheckAnswer)> answers, CancellationToken over)
    {
        var random = new Random(caller);
        var last = 0L;
        while (!over.IsCancellationRequested)
        {
            var items = Items(random);
            var answer = await server.CheckAsync(caller, items, SyntheticKnowledge.Outrageous, price: "10");
            Assert.True(answer.ReleaseNumber >= last, $"Release {answer.ReleaseNumber} after {last}.");
            last = answer.ReleaseNumber;
            answers.Add((string.Join(',', items), answer));
        }
    }

    private static async Task AskAsync(
        SyntheticServer server, NhsaHis nhsa, ConcurrentBag<NhsaReply> replies, ConcurrentBag<GroupCasesAnswer> groups, CancellationToken over)
    {
        var random = new Random(NhsaCaller);
        var cases = new GroupCasesRequest { Cases = { Enumerable.Range(0, CasesOfCall).Select(static number => Cases.Stroke($"c{number}")) } };
        while (!over.IsCancellationRequested)
        {
            replies.Add(await nhsa.AskAsync(Story(random)));
            groups.Add(await server.His.Grouping.GroupCasesAsync(cases, server.His.Options));
        }
    }

    private static NhsaStory Story(Random random)
    {
        var story = NhsaStory.Of(SyntheticServer.Visit(NhsaCaller), Installation.HospitalCode, SyntheticPolicies.Scenario);
        foreach (var item in Items(random))
            story.Asking($"r{item}", SyntheticKnowledge.CodeOf(item), $"{SyntheticKnowledge.Outrageous}");
        return story;
    }

    /// <summary>Services have odd numbers; a few items come again and again, so that their answers can be compared.</summary>
    private static int[] Items(Random random) => [.. Enumerable.Range(0, ItemsOfCheck).Select(_ => (random.Next(20) * 2) + 1).Distinct().Order()];

    private static void AssertMany(int releases) => Assert.True(releases > Releases / 2, "Hardly any release was ever answered by.");

    /// <returns>How many releases they are of.</returns>
    private static async Task<int> AssertAreEachOfOneReleaseAsync(SyntheticServer server, IEnumerable<NhsaReply> replies)
    {
        var releases = new HashSet<long>();
        foreach (var reply in replies)
        {
            var judgedBy = new List<long>();
            foreach (var id in reply.AssertAnswered().Additions["check_ids"]!.AsArray())
                judgedBy.Add((await server.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = (string)id! }, server.His.Options)).ReleaseNumber);
            ReleaseMarks.AssertIsOfOneRelease(reply, judgedBy);
            releases.UnionWith(judgedBy);
        }
        return releases.Count;
    }

    private static async Task AssertRecordedAsync(SyntheticServer server, CheckAnswer told)
    {
        var recorded = await server.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = told.CheckId }, server.His.Options);
        Assert.Equal((told.ReleaseNumber, told.ReleaseHash), (recorded.ReleaseNumber, recorded.ReleaseHash));
        Assert.Equal(told.Findings.Select(static finding => finding.Message), recorded.Findings.Select(static finding => finding.Message));
    }
}

using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Records;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using Xunit;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>What users do about rows, on a server of its own that is started again.</summary>
public sealed class FeedbackTests
{
    [Fact]
    public async Task A_disposition_is_kept_once_folds_its_finding_and_is_known_after_a_restart()
    {
        await using var server = await Unhurried.StartAsync();
        var story = NhsaStory.Of("v", Installation.HospitalCode).Before("r0", StarterItems.Plain).Asking("r1", StarterItems.ForWomen);
        JsonObject told;
        using (var his = Connect(server))
        {
            var asked = (await his.AskAsync(story)).AssertAnswered();
            var row = (string)Assert.Single(asked.Rows)["jr_id"]!;
            told = story.Telling((row, "1", "病情需要，已告知患者"));

            (await his.TellAsync(story.Telling((row, "1", "")))).AssertRefused("input.data.warns[0].dspo_way_rea");
            (await his.TellAsync(story.Telling((row, "1", "病情需要"), ("JR0001", "2", "")))).AssertRefused("input.data.warns[1].warn_rslt_id");
            (await his.TellAsync(story.Telling((row, "1", new string('长', 501))))).AssertRefused("input.data.warns[0].dspo_way_rea");
            Assert.Equal(["r1"], (await his.AskAsync(Other(story))).AssertAnswered().Offending);
            // That nothing was checked may be answered too, also where there is no record of a check.
            (await his.TellAsync(story.Telling(($"OC{Guid.NewGuid():N}--1", "1", "系统未返回结果，先行处理"), ($"OC{Guid.Parse(asked.CheckId):N}--1", "2", "")))).AssertAnswered();
            (await his.TellAsync(told)).AssertAnswered();
            (await his.TellAsync(told)).AssertAnswered();
            var again = (await his.AskAsync(story)).AssertAnswered();
            Assert.Empty(again.Rows);
            Assert.True((bool)Assert.Single(again.Additions["findings"]!.AsArray())!["folded"]!);
            (await his.TellAsync(story.Telling((row, "2", "")))).AssertAnswered();
            Assert.Equal(["r1"], (await his.AskAsync(Other(story))).AssertAnswered().Offending);
        }

        await server.StopAsync();
        await server.StartAgainAsync();

        using var after = Connect(server);
        (await after.TellAsync(told)).AssertAnswered();
        Assert.Empty((await after.AskAsync(story)).AssertAnswered().Rows);
        server.Process.AssertNoUnexpectedErrors();
    }

    [Fact]
    public async Task A_check_of_a_3101_is_reproduced_though_what_it_told_was_recorded_since()
    {
        await using var server = await Unhurried.StartAsync();
        using var his = Connect(server);
        var story = NhsaStory.Of("v", Installation.HospitalCode).Before("r0", StarterItems.OncePerDay).Asking("r1", StarterItems.OncePerDay);
        var first = (await his.AskAsync(story)).AssertAnswered();
        var settled = (await his.AskAsync(NhsaStory.Of("v", Installation.HospitalCode, "8").Asking("r2", StarterItems.ForWomen), "3102")).AssertAnswered();

        Assert.NotEmpty(first.Rows);
        string[] checks = [first.CheckId, .. settled.Additions["check_ids"]!.AsArray().Select(static id => (string)id!)];
        foreach (var checkId in checks)
        {
            var (exitCode, output) = await RecordTool.ReplayAsync(["--data", server.Data], checkId);
            Assert.True(exitCode == 0, output);
            Assert.True(RecordTool.Figure(output, "judged").GetBoolean());
        }
    }

    /// <summary>Another doctor, who was shown nothing yet.</summary>
    private static NhsaStory Other(NhsaStory _) =>
        NhsaStory.Of("v", Installation.HospitalCode, person: $"D{Guid.NewGuid():N}"[..12]).Before("r0", StarterItems.Plain).Asking("r1", StarterItems.ForWomen);

    private static NhsaHis Connect(OwnServer server) => new(server.Process.HttpAddress, ("x-api-key", server.ApiKey));
}

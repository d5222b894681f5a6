using System.Net;
using System.Text;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using Xunit;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>What a HIS is answered when we are in trouble, and when it is.</summary>
public sealed class TroubleTests
{
    private const int Mutations = 100_000;

    [Fact]
    public async Task While_the_store_is_gone_a_stay_it_must_read_is_answered_as_not_checked()
    {
        Assert.SkipWhen(PostgresProcess.Programs is null, "PostgreSQL is not installed.");
        await using var database = await PostgresProcess.StartNewAsync();
        await using var server = await Unhurried.StartAsync(null, "--store-postgres", database.ConnectionString);
        using var his = new NhsaHis(server.Process.HttpAddress, ("x-api-key", server.ApiKey));
        (await his.AskAsync(NhsaStory.Of("known", Installation.HospitalCode).Asking("r1", StarterItems.ForWomen))).AssertAnswered();
        await database.StopAsync();

        var unknown = (await his.AskAsync(NhsaStory.Of("never seen", Installation.HospitalCode).Asking("r1", StarterItems.ForWomen))).AssertAnswered();

        Assert.Equal("OC-UNCHECKED", (string)Assert.Single(unknown.Rows)["rule_id"]!);
        Assert.Equal("unchecked", (string)unknown.Additions["state"]!);
        Assert.NotEmpty((string)unknown.Body["warn_msg"]!);

        // Who calls cannot be looked up: no fault of the caller's, and nothing looks clean for it.
        using var stranger = new NhsaHis(server.Process.HttpAddress, ("x-api-key", "a key that was not seen before"));
        var story = NhsaStory.Of("unproved", Installation.HospitalCode).Asking("r1", StarterItems.ForWomen);
        var unproved = (await stranger.AskAsync(story)).AssertAnswered();
        var row = Assert.Single(unproved.Rows);
        Assert.Equal(("OC-UNCHECKED", "unproved", "r1"), ((string)row["rule_id"]!, (string)row["mdtrt_id"]!, Assert.Single(unproved.Offending)));
        Assert.Contains("身份", (string)unproved.Body["warn_msg"]!, StringComparison.Ordinal);
        // What was not kept is not said to be.
        (await stranger.TellAsync(story.Telling(((string)row["jr_id"]!, "1", "病情需要")))).AssertRefused("无法保存");
        (await his.TellAsync(story.Telling(((string)row["jr_id"]!, "1", "病情需要")))).AssertRefused("无法保存");
    }

    [Fact]
    public async Task A_hundred_thousand_broken_requests_are_all_answered_and_none_as_our_failure()
    {
        await using var server = await Unhurried.StartAsync();
        using var his = new NhsaHis(server.Process.HttpAddress, ("x-api-key", server.ApiKey));
        var story = NhsaStory.Of("v", Installation.HospitalCode).Before("r0", StarterItems.Plain).Asking("r1", StarterItems.ForWomen);
        byte[] audit = Encoding.UTF8.GetBytes(story.Build().ToJsonString()), told = Encoding.UTF8.GetBytes(story.Telling(("JR1", "1", "病情需要")).ToJsonString());
#pragma warning disable CA5394 // Nothing secret: the same mutations every time.
        var chance = new Random(20261128);
        for (var i = 0; i < Mutations; i++)
        {
            var (number, body) = (i % 3) switch
            {
                0 => ("3101", audit),
                1 => ("3102", audit),
                _ => ("3103", told),
            };
            var broken = Mutated(body, chance);

            var reply = await his.SendAsync(number, broken);

            Assert.True(reply.Status == HttpStatusCode.OK && reply.Code is "0" or "-1", $"{i}: {reply.Status} {Convert.ToBase64String(broken)}");
        }
#pragma warning restore CA5394
        server.Process.AssertNoUnexpectedErrors();
        Assert.Equal(["r1"], (await his.AskAsync(NhsaStory.Of("w", Installation.HospitalCode).Asking("r1", StarterItems.ForWomen))).AssertAnswered().Offending);
    }

#pragma warning disable CA5394
    private static byte[] Mutated(byte[] body, Random chance)
    {
        var bytes = body.ToList();
        for (var times = chance.Next(1, 4); times > 0; times--)
        {
            var at = chance.Next(bytes.Count);
            switch (chance.Next(5))
            {
                case 0: bytes[at] = (byte)chance.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(chance.Next(1, 40), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Words[chance.Next(Words.Length)])); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(60, bytes.Count - at))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
            if (bytes.Count == 0)
                bytes.Add((byte)'{');
        }
        return [.. bytes];
    }
#pragma warning restore CA5394

    private static readonly string[] Words = ["\"", "{", "[", "null", "-", "1e999", "\\u0000", "\\ud800", "99999999999999999999", "true", ",", "\"\":", "\n", "2026-13-40 25:61:61"];
}

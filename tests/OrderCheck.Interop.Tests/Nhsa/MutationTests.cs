using System.Text.Json;
using System.Text.Json.Nodes;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>
/// Whatever a caller sends, it gets an answer of the transaction's form: a refusal that says where, or a judgement that leaves
/// out no line that was understood as asked about.
/// </summary>
public sealed class MutationTests
{
    private const int Fixed = 90_000;
    private const int Fresh = 10_000;

    /// <summary>In no catalogue: a rule of ours speaks about each line with it.</summary>
    private const string UnknownItem = "009999999990000";

    private static readonly byte[] Small = SmallBody();

    [Fact]
    public void A_hundred_thousand_changed_requests_are_each_refused_with_a_place_or_judged_whole()
    {
        var mutation = new BodyMutation(Small);
        var (refused, judged) = (0, 0);
        var first = Random.Shared.Next(Fixed, int.MaxValue - Fresh);
        Parallel.For(0, Fixed + Fresh, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            var seed = number < Fixed ? number : first + (number - Fixed);
            var body = mutation.Make(seed);
            try
            {
                if (Check(body, seed % 5 == 0 ? Repository.Dialect : Repository.National))
                    Interlocked.Increment(ref judged);
                else
                    Interlocked.Increment(ref refused);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
            }
        });

        Assert.InRange(refused, 10_000, 90_000);
        Assert.InRange(judged, 10_000, 90_000);
    }

    /// <summary>Whether it was judged.</summary>
    private static bool Check(byte[] body, RegionProfile profile)
    {
        var (request, fault) = NhsaReader.ReadAudit(body, null, profile, Body.Zone, Body.Now);
        if (request is null)
        {
            Assert.NotNull(fault);
            Assert.True(fault.Path.Length > 0 ? fault.Message.StartsWith(fault.Path, StringComparison.Ordinal) : fault.Message.StartsWith("报文", StringComparison.Ordinal), fault.Message);
            using var refusal = JsonDocument.Parse(Bench.Write(fault));
            Assert.Equal(-1, refusal.RootElement.GetProperty("infcode").GetInt32());
            return false;
        }
        var asked = request.Visits.SelectMany(visit => visit.Candidates.Select(order => LineIds.RxIdOf(order.Id)).Concat(visit.Unjudged.Select(line => line.RxId))).ToHashSet();
        Assert.Superset(AskedRecount.Of(body).ToHashSet(), asked);

        using var answer = JsonDocument.Parse(Bench.Write(request, Bench.Judge(request), profile));
        var code = answer.RootElement.GetProperty("infcode").GetInt32();
        var named = code == -1
            ? []
            : answer.RootElement.Rows().SelectMany(row => row.GetProperty("judge_result_detail_dtos").EnumerateArray())
                .Select(detail => detail.Text(profile.Renames.Of("judge_result_detail_dtos", "rx_id"))).ToHashSet();
        foreach (var visit in request.Visits)
        {
            var open = visit.Candidates.Where(order => order.ItemCode == UnknownItem).Select(order => LineIds.RxIdOf(order.Id)).Concat(visit.Unjudged.Select(line => line.RxId));
            Assert.All(open, line => Assert.True(code == -1 || named.Contains(line), $"Nothing is said of line {line}."));
        }
        return true;
    }

    private static byte[] SmallBody()
    {
        var body = Body.Inpatient();
        body.Lines.RemoveAt(0);
        foreach (var line in body.Lines)
        {
            line!["hilist_code"] = UnknownItem;
            foreach (var unread in (string[])["lv1_hosp_item_pric", "lv2_hosp_item_pric", "lv3_hosp_item_pric", "hilist_memo", "hilist_dosform", "hosplist_dosform", "spec", "chrg_type"])
                ((JsonObject)line).Remove(unread);
        }
        return body.Bytes();
    }
}

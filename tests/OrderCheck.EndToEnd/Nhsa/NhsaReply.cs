using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>What came back of a 3101, 3102 or 3103.</summary>
internal sealed record NhsaReply(HttpStatusCode Status, string ContentType, JsonObject Body)
{
    public string Code => Body["infcode"]!.ToString();

    public string Error => (string?)Body["err_msg"] ?? "";

    public IReadOnlyList<JsonObject> Rows => [.. (Body["output"]?["result"]?.AsArray() ?? []).Select(static row => row!.AsObject())];

    public JsonObject Additions => Body["output"]!["ordercheck"]!.AsObject();

    public string CheckId => (string)Additions["check_id"]!;

    /// <summary>rx_ids of the offending lines.</summary>
    public IReadOnlyList<string> Offending =>
        [.. Rows.SelectMany(static row => row["judge_result_detail_dtos"]!.AsArray()).Where(static one => (string?)one!["vola_item_type"] == "1").Select(static one => (string)one!["rx_id"]!)];

    /// <summary>It must have been answered.</summary>
    public NhsaReply AssertAnswered()
    {
        Assert.True(Status == HttpStatusCode.OK && Code == "0", $"{Status} {Body.ToJsonString()}");
        return this;
    }

    public void AssertRefused(string part, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.Equal((status, "-1"), (Status, Code));
        Assert.Contains(part, Error, StringComparison.Ordinal);
    }
}

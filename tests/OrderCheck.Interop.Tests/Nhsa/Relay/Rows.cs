using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrderCheck.Interop.Nhsa.Relay;

namespace OrderCheck.Interop.Tests.Nhsa.Relay;

/// <summary>Rows and answers as we and a bureau write them.</summary>
internal static class Rows
{
    public const string Check = "0f8fad5bd9cb469fa16570867728950e";

    public static JsonObject Row(string id, string rule, string severity = "2", params string[] lines) => new()
    {
        ["jr_id"] = id,
        ["rule_id"] = "",
        ["rule_name"] = rule,
        ["vola_cont"] = $"{rule}：不符",
        ["patn_id"] = "P1",
        ["mdtrt_id"] = "ZY1",
        ["vola_amt"] = 12.50m,
        ["sev_deg"] = severity,
        ["vola_evid"] = "",
        ["judge_result_detail_dtos"] = new JsonArray([.. lines.Select(line => new JsonObject { ["rx_id"] = line, ["vola_item_type"] = "1" })]),
    };

    public static JsonObject With(this JsonObject row, string member, JsonNode? value)
    {
        row[member] = value;
        return row;
    }

    public static IReadOnlyList<ResultRow> Read(params JsonObject[] rows) => ResultRow.ReadAll(Bytes(new JsonArray([.. rows])), RelayForm.National);

    public static ReadOnlyMemory<byte> Answer(params JsonObject[] rows) => Bytes(new JsonObject
    {
        ["infcode"] = 0,
        ["inf_refmsgid"] = "M1",
        ["err_msg"] = "",
        ["warn_msg"] = "",
        ["output"] = new JsonObject { ["result"] = new JsonArray([.. rows]), ["ordercheck"] = new JsonObject { ["check_id"] = Check, ["state"] = "complete" } },
    });

    public static BureauAnswer Bureau(string json, params string[] names) =>
        BureauAnswerReader.Read(Encoding.UTF8.GetBytes(json), "", RelayForm.National, names);

    public static BureauAnswer Answered(params JsonObject[] rows) => new(BureauState.Answered) { InfCode = "0", Rows = Read(rows) };

    /// <summary>What the HIS gets.</summary>
    public static JsonElement Merge(ReadOnlyMemory<byte> ours, BureauAnswer bureau, RelayForm? form = null, params IReadOnlyList<string>[] same)
    {
        var asked = form ?? RelayForm.National;
        using var own = new OwnAnswer(ours, asked);
        var merged = new RowMerge(new RuleEquivalents(same), asked.Severities).Merge(own.Rows, bureau.Rows);
        return JsonDocument.Parse(own.Write(merged, new BureauStanding(bureau, 0))).RootElement;
    }

    public static IEnumerable<string> Ids(this JsonElement answer) =>
        answer.GetProperty("output").GetProperty("result").EnumerateArray().Select(static row => row.GetProperty("jr_id").GetString()!);

    public static JsonElement Standing(this JsonElement answer) => answer.GetProperty("output").GetProperty("ordercheck").GetProperty("bureau");

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}

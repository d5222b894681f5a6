using System.Text;
using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>A HIS of the shipped dialect: other names, numbers and codes, child collections beside their parents, and no member that it does not know.</summary>
public sealed class DialectTests
{
    private const string HospitalCode = "H33010600077";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public async Task A_region_is_asked_and_answered_in_its_own_words()
    {
        await using var server = await Unhurried.StartAsync();
        using var his = await OpenAsync(server);

        var reply = await AskAsync(his, "S3101", Body("v", Line("r0", StarterItems.OncePerDay, "0"), Line("r1", StarterItems.OncePerDay, "1")));

        Assert.Equal("0", reply.Code);
        Assert.Contains("gb18030", reply.ContentType, StringComparison.Ordinal);
        var row = Assert.Single(reply.Rows);
        Assert.Equal((Facts.PatientNumber("v"), "v"), ((string)row["psn_no"]!, (string)row["mdtrt_sn"]!));
        Assert.False(row.ContainsKey("patn_id"));
        Assert.Equal("r1", (string)Assert.Single(row["judge_result_detail_dtos"]!.AsArray())!["feedetl_sn"]!);
        // 费用类, where NHSA has 1.
        Assert.Equal("03", (string)row["vola_bhvr_type"]!);
        Assert.False(reply.Body["output"]!.AsObject().ContainsKey("ordercheck"));

        // Told again before anybody decided, it is not gone: this HIS has no word for folded.
        Assert.Single((await AskAsync(his, "S3101", Body("v", Line("r0", StarterItems.OncePerDay, "0"), Line("r1", StarterItems.OncePerDay, "1")))).Rows);
        var told = new JsonObject
        {
            ["infno"] = "S3103",
            ["fixmedins_code"] = HospitalCode,
            ["opter"] = "D001",
            ["input"] = new JsonObject
            {
                ["data"] = new JsonObject
                {
                    ["warn_type"] = "1",
                    ["warns"] = new JsonArray(new JsonObject { ["warn_rslt_id"] = (string)row["jr_id"]!, ["dspo_way"] = "1", ["dspo_way_rea"] = "病情需要" }),
                },
            },
        };
        Assert.Equal("0", (await AskAsync(his, "S3103", told)).Code);
        Assert.Empty((await AskAsync(his, "S3101", Body("v", Line("r0", StarterItems.OncePerDay, "0"), Line("r1", StarterItems.OncePerDay, "1")))).Rows);
        server.Process.AssertNoUnexpectedErrors();
    }

    [Fact]
    public async Task What_cannot_be_judged_or_understood_fails_in_the_regions_words()
    {
        await using var server = await Unhurried.StartAsync();
        using var his = await OpenAsync(server);

        (await AskAsync(his, "S3101", Body("w", Line("r1", StarterItems.Plain, "9")))).AssertRefused("input.data.fsi_order_dtos[0].curr_drord_flag");
        (await AskAsync(his, "S3101", Body("w", Line(null, StarterItems.Plain, "1")))).AssertRefused("input.data.fsi_order_dtos[0].feedetl_sn");
        (await AskAsync(his, "S9999", Body("w", Line("r1", StarterItems.Plain, "1")))).AssertRefused("S9999");
        // A line that no rule can judge is not clean, and one of several: it is a row also where a call that was not judged at all fails.
        var partly = await AskAsync(his, "S3101", Body("w", Line("r1", StarterItems.Plain, "1"), Line("r2", StarterItems.Plain, "1", "-1")));
        Assert.Equal("OC-UNCHECKED", (string)Assert.Single(partly.Rows)["rule_id"]!);
    }

    private static async Task<NhsaHis> OpenAsync(OwnServer server)
    {
        using var administrator = new His(server.Process.GrpcAddress, await Installation.BootstrapKeyAsync(server.Data), role: "admin");
        await administrator.Administration.PutHospitalAsync(
            new Hospital { Code = HospitalCode, Name = "方言医院", Level = 3, Type = "general", TimeZone = "Asia/Shanghai", Region = "psn-dialect" }, administrator.Options);
        return new NhsaHis(server.Process.HttpAddress, ("x-api-key", await Installation.KeyAsync(administrator, HospitalCode, "his")));
    }

    private static Task<NhsaReply> AskAsync(NhsaHis his, string number, JsonObject body) =>
        his.SendAsync(number, Gb18030.GetBytes(body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })), "application/json;charset=GB18030", encoding: Gb18030);

    /// <summary>The collections stand side by side under data.</summary>
    private static JsonObject Body(string visit, params JsonObject[] lines)
    {
        TestPatients.Add(Facts.PatientName, Facts.PatientNumber(visit));
        return new JsonObject
        {
            ["infno"] = "S3101",
            ["msgid"] = "M1",
            ["fixmedins_code"] = HospitalCode,
            ["opter"] = "D001",
            ["input"] = new JsonObject
            {
                ["data"] = new JsonObject
                {
                    ["trig_scen"] = "5",
                    ["patient_dtos"] = new JsonObject
                    {
                        ["psn_no"] = Facts.PatientNumber(visit),
                        ["psn_name"] = Facts.PatientName,
                        ["gend"] = "1",
                        ["brdy"] = "1960-05-06",
                        ["curr_mdtrt_sn"] = visit,
                    },
                    ["fsi_encounter_dtos"] = new JsonObject { ["mdtrt_sn"] = visit, ["adm_date"] = "2026-03-01 09:10:00", ["med_mdtrt_type"] = "2", ["med_type"] = "21", ["insutype"] = "3" },
                    ["fsi_order_dtos"] = new JsonArray([.. lines]),
                },
            },
        };
    }

    private static JsonObject Line(string? id, string item, string current, string count = "1") => new()
    {
        ["feedetl_sn"] = id,
        ["hilist_type"] = "201",
        ["hilist_code"] = item,
        ["cnt"] = count,
        ["pric"] = "10",
        ["sumamt"] = "10",
        ["drord_begn_date"] = "2026-03-15 08:00:00",
        ["curr_drord_flag"] = current,
    };
}

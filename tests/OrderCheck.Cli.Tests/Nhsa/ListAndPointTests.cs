using System.Text.Json;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>What a doctor is told of a drug whose limit the national drug list and a published point give alike; imported, then asked as a HIS asks.</summary>
public sealed class ListAndPointTests
{
    private const string Drug = "XA01AAA001B001010100002";

    /// <summary>A man with hypertension, insured as an employee, in hospital since 2026-06-20; the drug is ordered ten days later.</summary>
    private const string Request = $$$$"""
        {"infno":"3101","msgid":"M1","inf_time":"2026-06-30 08:40:12","input":{"data":{"trig_scen":"1","patient_dtos":[{"patn_id":"P1","gend":"1","brdy":"1958-06-02",
        "curr_mdtrt_id":"V1","fsi_encounter_dtos":[{"mdtrt_id":"V1","adm_date":"2026-06-20 09:10:00","med_mdtrt_type":"2","med_type":"21","insutype":"310","medins_lv":"02",
        "fsi_diagnose_dtos":[{"dise_id":"1","inout_dise_type":"1","maindise_flag":"1","dias_srt_no":"1","dise_codg":"I10.x00","dise_name":"原发性高血压","dise_date":"2026-06-20 09:10:00"}],
        "fsi_order_dtos":[{"rx_id":"A","hilist_type":"101","hilist_code":"{{{{Drug}}}}","hilist_name":"甲定注射液","cnt":1,"pric":5,"spec_unt":"支",
        "drord_begn_date":"2026-06-30 08:00:00","curr_drord_flag":"1","drord_dr_codg":"D1"}]}]}]}}}
        """;

    [Theory]
    [InlineData("药品限工伤保险", "限工伤保险", "限工伤保险。")]
    [InlineData("药品限适应症", "限2型糖尿病患者。", "限2型糖尿病患者")]
    [InlineData("药品限二线使用", "限二线用药。", "限二线用药")]
    [InlineData("药品限就医方式", "限门诊使用。", "限门诊使用")]
    [InlineData("药品限儿童使用", "限儿童。", "限儿童")]
    public async Task Each_alone_makes_one_finding_and_both_together_make_one(string rule, string point, string listed)
    {
        Assert.Single(await FoundAsync(rule, point, null));
        Assert.Single(await FoundAsync(rule, null, listed));

        var both = Assert.Single(await FoundAsync(rule, point, listed));

        Assert.Equal(rule, both.GetProperty("rule_name").GetString());
    }

    [Fact]
    public async Task What_the_two_say_of_different_things_stays_two_findings() =>
        Assert.Equal(2, (await FoundAsync("药品限工伤保险", "限工伤保险", "限儿童。")).Count);

    /// <param name="point">Its sentence; null: no point but one of a man's drug, which tells the code.</param>
    /// <param name="listed">Null: no limit in the list.</param>
    private static async Task<List<JsonElement>> FoundAsync(string rule, string? point, string? listed)
    {
        using var to = new TemporaryFolder();
        using var points = new PublishedFolder().Point("KP-1", "药品区分性别使用", "甲定注射液", "用于男性。", Drug);
        using var list = new DrugListFolder().Western("XA01AA", "乙", "甲定", "注射剂", listed ?? "");
        if (point is not null)
            points.Point("KP-2", rule, "甲定注射液", point, Drug);
        await File.WriteAllTextAsync(to.At("request.json"), Request, TestContext.Current.CancellationToken);
        var import = await ToolRun.OfAsync("import", "nhsa-knowledge", "--from", points.Done().Path, "--drug-list", list.Path, "--to", to.At("release"));
        Assert.True(import.Code == 0, import.Output + import.Errors);

        var check = await ToolRun.OfAsync("check", "--release", to.At("release"), "--in", to.At("request.json"));

        return [.. JsonDocument.Parse(check.Lines[0]).RootElement.GetProperty("output").GetProperty("result").EnumerateArray()];
    }
}

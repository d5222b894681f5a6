using OrderCheck.Core.Rules;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Knowledge;

/// <summary>Rows about settlement lists and uploads: what is right, and what is reported where.</summary>
public sealed class SettlementFaultTests
{
    private const string Fields = "fields,when,part";
    private const string Checks = "check,tolerance";
    private const string Uploads = "hours,measured_by";

    private static IReadOnlyList<Fault> FaultsOf(string kind, string text) => ReleaseBuilder.Build(Folders.Starter((kind, text)), 1).Faults;

    [Theory]
    [InlineData("settlement_fields", Fields, "性别|姓名,总是,基本信息\n开单医师,明细,收费明细\n新生儿出生体重,新生儿,新生儿信息")]
    [InlineData("settlement_checks", Checks, "金额,0.01\n时间,\n明细合计,0")]
    [InlineData("upload_limits", Uploads, "1,上传\n8760,记录\n168,清单")]
    public void A_right_row_has_no_fault(string kind, string header, string rows) => Assert.Empty(FaultsOf(kind, $"{header}\n{rows}\n"));

    [Theory]
    [InlineData("settlement_fields", Fields, "性别|身高,总是,基本信息", "fields", "'身高' is not one of")]
    [InlineData("settlement_fields", Fields, "开单医师,总是,收费明细", "fields", "'开单医师' is not one of")]
    [InlineData("settlement_fields", Fields, "性别,明细,收费明细", "fields", "'性别' is not one of 医保编码, 计价单位")]
    [InlineData("settlement_fields", Fields, "性别,有时,基本信息", "when", "'有时' is not one of 总是, 新生儿, 不满一周岁")]
    [InlineData("settlement_fields", Fields, "性别,总是,", "part", "the field is empty")]
    [InlineData("settlement_fields", Fields, ",总是,基本信息", "fields", "the field is empty")]
    [InlineData("settlement_checks", Checks, "余额,", "check", "'余额' is not one of 时间, 年龄")]
    [InlineData("settlement_checks", Checks, "时间,1", "tolerance", "only amounts may differ by so much: 金额, 支付")]
    [InlineData("settlement_checks", Checks, "金额,-1", "tolerance", "'-1' is no number from 0 to 10000")]
    [InlineData("upload_limits", Uploads, "0,上传", "hours", "'0' is no whole number from 1 to 8760")]
    [InlineData("upload_limits", Uploads, ",上传", "hours", "the field is empty")]
    [InlineData("upload_limits", Uploads, "24,收费", "measured_by", "'收费' is not one of 上传, 记录, 清单")]
    public void A_wrong_field_is_reported_at_its_place_with_what_is_allowed(string kind, string header, string row, string column, string message)
    {
        var position = header.Split(',').ToList().IndexOf(column);
        var place = row.Split(',').Take(position).Sum(field => field.Length + 1) + 1;

        var fault = Assert.Single(FaultsOf(kind, $"{header}\n{row}\n"), fault => fault.Message.StartsWith(column, StringComparison.Ordinal));

        Assert.Contains(message, fault.Message);
        Assert.Equal(($"knowledge/{kind}.csv", 2, place), (fault.File, fault.Line, fault.Column));
    }

    [Fact]
    public void One_comparison_has_one_tolerance_at_a_time() =>
        Assert.Contains(FaultsOf("settlement_checks", $"{Checks}\n金额,0\n金额,1\n"), fault => fault.Message.Contains("the same limit is in force on the same days"));
}

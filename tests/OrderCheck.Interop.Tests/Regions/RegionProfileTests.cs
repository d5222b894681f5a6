using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Regions;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Interop.Tests.Regions;

/// <summary>Region profiles as they are written, and what is said about those that are written wrong.</summary>
public sealed class RegionProfileTests
{
    private const string Main = """{ "title": "某市", "source": "示例", "based_on": "national" }""";
    private const string Signed = "{ \"title\": \"某市\", \"source\": \"示例\", \"signature\": { \"scheme\": ";
    private const string FourHeaders = "{ \"x-id\": \"paasid\", \"x-time\": \"timestamp\", \"x-nonce\": \"nonce\", \"x-sign\": \"signature\" } } }";
    private const string National = """{ "title": "国家", "source": "示例" }""";

    [Fact]
    public void The_shipped_folder_has_the_national_form_and_a_dialect_that_is_really_another()
    {
        var (national, dialect) = (Repository.Release.Regions.Find("national")!, Repository.Dialect);

        Assert.Equal(("feedetl_sn", "rx_id"), (dialect.Renames.Of("fsi_order_dtos", "rx_id"), national.Renames.Of("fsi_order_dtos", "rx_id")));
        Assert.Equal(("3101", "3101"), (dialect.TransactionOf("S3101"), national.TransactionOf("3101")));
        Assert.Equal(("主任医师", null), (dialect.Meaning("drord_dr_profttl", "231"), national.Meaning("drord_dr_profttl", "231")));
        Assert.Equal(national.Meaning("hilist_type", "102"), dialect.Meaning("hilist_type", "102"));
        Assert.True(dialect.Strict && dialect.UncheckedFails && !national.Strict && !national.UncheckedFails);
        Assert.Equal("sm3-nonce", dialect.Signature!.Scheme);
    }

    [Fact]
    public void A_release_without_regions_still_speaks_the_national_form()
    {
        var profile = RegionProfiles.None.For("示例市");

        Assert.Equal("national", profile.Name);
        Assert.Equal([Stage.Charge, Stage.Order], profile.StagesOf("2"));
        Assert.Equal(("1", "2"), (profile.SeverityCode(Severity.Violation, Response.Block), profile.BehaviourCode("住院时间外收费", Domain.Conduct)));
    }

    [Fact]
    public void A_response_may_have_a_code_of_its_own_and_a_family_goes_before_its_domain()
    {
        var profile = Built(
            Main, codes: "sev_deg,1,明确,violation/block,示例\nsev_deg,2,可疑,violation|suspicion,示例\nvola_bhvr_type,8,其他,*,示例\nvola_bhvr_type,7,费用,money,示例\nvola_bhvr_type,6,预算,预算进度,示例\n");

        Assert.Equal(("1", "2", "2"), (profile.SeverityCode(Severity.Violation, Response.Block), profile.SeverityCode(Severity.Violation, Response.Inform), profile.SeverityCode(Severity.Suspicion, Response.Block)));
        Assert.Equal(("6", "7", "8"), (profile.BehaviourCode("预算进度", Domain.Money), profile.BehaviourCode("总额", Domain.Money), profile.BehaviourCode("性别", Domain.Payment)));
    }

    [Theory]
    [InlineData("gend,1,男,man,示例", "regions/320100/codes.csv(2,10): means: 'man' is not one of male, female, unknown, indeterminate; several are separated by '|'.")]
    [InlineData("trig_scen,4,开单,O X,示例", "regions/320100/codes.csv(2,16): means: 'O X' is no list of stages: G, O, V, C, D, R with spaces between.")]
    [InlineData("poolarea,1,某区,yes,示例", "regions/320100/codes.csv(2,15): means: nothing reads what codes of poolarea mean; leave it empty.")]
    [InlineData("gend,1,男,male,", "regions/320100/codes.csv(2,15): source: the field is empty.")]
    [InlineData("gend,1,男,male,示例\ngend,1,女,female,示例", "regions/320100/codes.csv(3,6): code: '1' of gend is there twice.")]
    public void A_code_that_cannot_be_understood_is_named_with_its_place(string row, string fault) =>
        Assert.Equal(fault, Assert.Single(Faults(Main, codes: row + "\n")));

    [Theory]
    [InlineData("fsi_order_dtos,rxid,feedetl_sn,示例", "field: 'rxid' is not one of ")]
    [InlineData("fsi_orders,rx_id,feedetl_sn,示例", "node: 'fsi_orders' is not one of ")]
    [InlineData("fsi_order_dtos,rx_id,rxno,示例", "(2,22): own: 'rxno' is another field of fsi_order_dtos.")]
    [InlineData("fsi_order_dtos,rx_id,a,示例\nfsi_order_dtos,rxno,a,示例", "(3,21): own: 'a' or rxno of fsi_order_dtos is there twice.")]
    public void A_field_is_renamed_once_and_only_where_the_specification_has_it(string row, string fault) =>
        Assert.Contains(fault, Assert.Single(Faults(Main, fields: row + "\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"title\": \"\", \"source\": \"示例\" }", "region.json(1,13): 'title' is empty.")]
    [InlineData("{ \"title\": \"某市\" }", "region.json(1,1): A region lacks 'source'.")]
    [InlineData("{ \"title\": \"某市\", \"source\": \"示例\", \"strikt\": true }", "region.json(1,34): A region has no property 'strikt'.")]
    [InlineData("{ \"title\": \"某市\", \"source\": \"示例\", \"strict\": \"yes\" }", "'strict' must be true or false.")]
    [InlineData("{ \"title\": \"某市\", \"source\": \"示例\", \"unchecked\": \"ignore\" }", "'ignore' is not one of row, fail.")]
    [InlineData("{ \"title\": \"某市\", \"source\": \"示例\", \"based_on\": \"beijing\" }", "'beijing' is no region with tables of its own; it may be national")]
    [InlineData("{ \"title\": \"某市\", \"source\": \"示例\", \"transactions\": { \"3101\": \"A\", \"3102\": \"A\" } }", "'A' is another transaction's number already.")]
    [InlineData("{ \"title\": \"某市\", \"source\": \"示例\", \"transactions\": { \"2201\": \"A\" } }", "'transactions' has no property '2201'.")]
    [InlineData("{ \"title\": \"某市\", \"source\": \"示例\", \"signature\": { \"scheme\": \"x\", \"headers\": [] } }", "'headers' must be an object of header names")]
    [InlineData("{ \"title\": ", "The file is not JSON here")]
    [InlineData(Signed + "\"rot13\", \"headers\": " + FourHeaders, "(1,60): 'rot13' is no way of signing that is known here; 'scheme' must be one of sha256-nonce, sm3-nonce.")]
    [InlineData(Signed + "\"sm3-nonce\", \"headers\": { \"x-id\": \"paasid\", \"x-time\": \"timestamp\", \"x-sign\": \"signature\" } } }", "no header holds nonce; 'headers' must have one for each of paasid, timestamp, nonce, signature.")]
    [InlineData(Signed + "\"sm3-nonce\", \"headers\": { \"x-service\": \"service\" } } }", "header 'x-service' holds 'service'; it must be one of paasid, timestamp, nonce, signature. Headers with a text of their own stand in the file of --bureau.")]
    [InlineData(Signed + "\"sm3-nonce\", \"headers\": { \"x-a\": \"paasid\", \"x-b\": \"paasid\" } } }", "'paasid' is held by another header already.")]
    [InlineData(Signed + "\"sm3-nonce\", \"headers\": { \"x-a\": \"paasid\", \"X-A\": \"nonce\" } } }", "header 'X-A' is there twice.")]
    [InlineData(Signed + "\"sm3-nonce\", \"headers\": { \"x a\": \"paasid\" } } }", "'x a' is no name of a header")]
    public void What_is_wrong_with_a_region_is_named_with_its_place(string main, string fault) =>
        Assert.Contains(Faults(main), told => told.Contains(fault, StringComparison.Ordinal) && told.StartsWith("regions/320100/region.json(1,", StringComparison.Ordinal));

    [Fact]
    public void A_file_that_nothing_reads_and_a_folder_without_a_region_are_refused()
    {
        var faults = Faults(new RuleFile("regions/a/region.txt.csv", ""), new RuleFile("regions/a/codes.csv", "table,code,name,means,source\n"));

        Assert.Contains(faults, fault => fault.Contains("regions/a/region.txt.csv(0,0): Nothing reads this file. A region is regions/NAME/ with region.json, codes.csv, fields.csv.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("regions/a/region.json(0,0): A region needs this file.", StringComparison.Ordinal));
    }

    private static RegionProfile Built(string main, string? codes = null)
    {
        var faults = new List<Fault>();
        var profiles = RegionProfiles.Read(new RuleFolder([.. Files(main, codes, null)]), faults);
        Assert.Empty(faults);
        return profiles.Find("320100")!;
    }

    private static List<string> Faults(string main, string? codes = null, string? fields = null) => Faults([.. Files(main, codes, fields)]);

    private static List<string> Faults(params RuleFile[] files)
    {
        var faults = new List<Fault>();
        _ = RegionProfiles.Read(new RuleFolder(files), faults);
        return [.. faults.Select(fault => fault.ToString())];
    }

    private static IEnumerable<RuleFile> Files(string main, string? codes, string? fields)
    {
        yield return new RuleFile("regions/national/region.json", National);
        yield return new RuleFile("regions/320100/region.json", main);
        if (codes is not null)
            yield return new RuleFile("regions/320100/codes.csv", "table,code,name,means,source\n" + codes);
        if (fields is not null)
            yield return new RuleFile("regions/320100/fields.csv", "node,field,own,source\n" + fields);
    }
}

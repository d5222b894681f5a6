using OrderCheck.Cli.Csv;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>The national drug list, imported beside points that name the same drugs.</summary>
public sealed class DrugListTests : IDisposable
{
    private const string Tablet = "XA01AAA001A001010100001";
    private const string Injection = "XA01AAA001B001010100002";
    private const string Product = "XB01ABB002B001010100003";
    private const string Medicine = "ZA01AAX0001010100001";
    private const string Sex = "药品区分性别使用";

    private readonly TemporaryFolder _to = new();
    private readonly PublishedFolder _points = new();
    private readonly DrugListFolder _list = new();

    public DrugListTests() => _points
        .Point("KP-1", Sex, "盐酸甲定片", "用于男性。", Tablet)
        .Point("KP-2", Sex, "甲定注射液", "用于男性。", Injection)
        .Point("KP-3", Sex, "注射用乙单抗", "用于男性。", Product)
        .Point("KP-4", Sex, "丙参颗粒", "用于女性。", Medicine);

    public void Dispose()
    {
        _to.Dispose();
        _points.Dispose();
        _list.Dispose();
    }

    [Fact]
    public async Task A_substances_class_is_that_of_the_products_of_its_form_from_the_lists_first_day()
    {
        _list.Western("XA01AA", "甲", "甲定", "口服常释剂型").Western("XA01AA", "乙", "甲定", "注射剂").Medicine("ZA01A", "乙", "丙参丸(颗粒、胶囊)");

        var release = await ImportedAsync();

        Assert.Equal((null, "甲"), (Item(release, Tablet, "2024-12-31").Class, Item(release, Tablet, "2025-01-01").Class));
        Assert.Equal(0m, Item(release, Tablet, "2026-06-01").OwnShareRatio);
        Assert.Equal(("乙", null), (Item(release, Injection, "2026-06-01").Class, Item(release, Injection, "2026-06-01").OwnShareRatio));
        Assert.Equal("乙", Item(release, Medicine, "2026-06-01").Class);
        Assert.Null(Item(release, Product, "2026-06-01").Class);
    }

    [Fact]
    public async Task An_agreement_holds_on_its_days_with_class_price_badge_and_limit()
    {
        _list.Negotiated("XB01AB", "注射用乙单抗", "63.00元(10mg/支)", "限2型糖尿病患者。", "2025年1月1日至2026年12月31日");

        var release = await ImportedAsync();

        var price = Assert.Single(Rows<PriceCeiling>(release, KnowledgeKind.PriceCeilings));
        Assert.Equal(("支付标准", 63m, "支"), (price.Kind, price.Ceiling, price.Unit));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31)), (price.EffectiveFrom, price.EffectiveTo));
        var flag = Assert.Single(Rows<ItemFlag>(release, KnowledgeKind.Flags));
        Assert.Equal(("国谈", new DateOnly(2026, 12, 31)), (flag.Kind, flag.EffectiveTo));
        var diagnosis = Assert.Single(Rows<DiagnosisLimit>(release, KnowledgeKind.DiagnosisLimits));
        Assert.Equal(("E11", "限2型糖尿病患者。", false), (diagnosis.IcdCodes, diagnosis.OfficialText, diagnosis.Confirmed));
        Assert.StartsWith("《国家基本医疗保险、工伤保险和生育保险药品目录（2024年）》协议西药", diagnosis.Source, StringComparison.Ordinal);
        Assert.Equal((null, "乙", null), (Item(release, Product, "2024-12-31").Class, Item(release, Product, "2026-12-31").Class, Item(release, Product, "2027-01-01").Class));
    }

    [Theory]
    [InlineData("63.00元(10mg/支)；120.00元(20mg/支)", "医保支付标准：63.00元(10mg/支)；120.00元(20mg/支)")]
    [InlineData("*", "医保支付标准保密，以当地平台为准")]
    public async Task A_standard_of_several_packages_or_a_secret_one_is_shown_and_not_compared(string standard, string text)
    {
        _list.Negotiated("XB01AB", "注射用乙单抗", standard, "", "2025年1月1日至2026年12月31日");

        var release = await ImportedAsync();

        Assert.Empty(Rows<PriceCeiling>(release, KnowledgeKind.PriceCeilings));
        Assert.Equal(text, Assert.Single(Rows<ItemFlag>(release, KnowledgeKind.Flags), flag => flag.Kind == "支付标准").Text);
    }

    [Theory]
    [InlineData("限工伤保险。", "insurance_limits")]
    [InlineData("限生育保险。", "insurance_limits")]
    [InlineData("限二级及以上医疗机构。", "facility_limits")]
    [InlineData("限儿童。", "age_limits")]
    [InlineData("限急诊或住院患者。", "visit_limits")]
    [InlineData("支付不超过14天。", "course_limits")]
    [InlineData("限急性缺血性脑血管疾病，支付不超过14天。", "course_limits diagnosis_limits")]
    [InlineData("限二级及以上医疗机构用于规范治疗效果不佳的急性失代偿性心力衰竭短期治疗。住院方可支付，单次支付不超过3天。", "course_limits diagnosis_limits facility_limits visit_limits")]
    [InlineData("限二级及以上医疗机构说明书标明的治疗。", "facility_limits texts")]
    [InlineData("限特应性皮炎患者的二线用药。", "diagnosis_limits texts")]
    [InlineData("限AST或ALT大于120U/L的患者。", "texts")]
    [InlineData("限急救、抢救。", "texts")]
    [InlineData("首次处方时需由二级及以上医疗机构专科医师开具处方。", "texts")]
    [InlineData("限成人和6岁以上儿童。", "texts")]
    public async Task A_limit_that_can_be_listed_is_executable_and_what_remains_is_shown(string limit, string kinds)
    {
        _list.Western("XA01AA", "乙", "甲定", "注射剂", limit);

        var release = await ImportedAsync();

        var written = release.Knowledge.SelectMany(kind => kind.Value).Where(row => row.ItemCode == Injection && row.Source?.Contains("药品目录", StringComparison.Ordinal) == true);
        Assert.Equal(kinds, string.Join(' ', written.Select(row => KindOf(release, row)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_later_point_that_says_something_else_ends_the_lists_limit_and_one_that_says_the_same_does_not()
    {
        _points.Point("KP-5", "药品限医疗机构级别", "甲定注射液", "限三级医疗机构。", Injection, published: "2026-03-01")
            .Point("KP-6", "药品限医疗机构级别", "盐酸甲定片", "限二级及以上医疗机构。", Tablet, published: "2026-03-01");
        _list.Western("XA01AA", "乙", "甲定", "注射剂", "限二级及以上医疗机构。").Western("XA01AA", "乙", "甲定", "口服常释剂型", "限二级及以上医疗机构。");

        var release = await ImportedAsync();

        var listed = Rows<FacilityLimit>(release, KnowledgeKind.FacilityLimits).Where(row => row.PointId is null).ToDictionary(row => row.ItemCode, row => row.EffectiveTo);
        Assert.Equal(new DateOnly(2026, 2, 28), listed[Injection]);
        Assert.Null(listed[Tablet]);
    }

    [Fact]
    public async Task A_later_edition_takes_over_from_an_earlier_one()
    {
        _list.Western("XA01AA", "乙", "甲定", "注射剂", "限二级及以上医疗机构。").Western("XA01AA", "甲", "甲定", "注射剂", "限三级医疗机构。", edition: 2025);

        var release = await ImportedAsync();

        Assert.Equal(("乙", "甲"), (Item(release, Injection, "2025-12-31").Class, Item(release, Injection, "2026-01-01").Class));
        Assert.Equal(
            [(2, new DateOnly(2025, 12, 31)), (3, (DateOnly?)null)],
            Rows<FacilityLimit>(release, KnowledgeKind.FacilityLimits).Select(row => (row.LowestLevel!.Value, row.EffectiveTo)));
    }

    [Fact]
    public async Task Every_row_is_accounted_for_and_what_no_code_is_known_for_is_kept()
    {
        _list.Western("XA01AA", "甲", "甲定", "口服常释剂型").Western("XA01AA", "乙", "未知素", "口服常释剂型", "限工伤保险。").Western("XA01AA", "乙", "甲定", "注射剂", "限抢救。")
            .Row("nrdl2024_western.csv", "西药部分,XA01AA,,丙,1,0,甲定,注射剂,,,")
            .Row("nrdl2024_bid.csv", "竞价药品部分,XB01AB,,乙,1,0,注射用乙单抗,,面议,,2025年1月1日至2026年12月31日")
            .Row("nrdl2024_bid.csv", "竞价药品部分,XB01AB,,乙,2,0,注射用乙单抗,,1元(1支/支),,明年");

        var run = await RunAsync("--json");

        Assert.Equal(1, run.Code);
        var account = run.Json.GetProperty("drug_list");
        Assert.Equal((6, 1, 1, 0, 1, 3), (Count("rows"), Count("executable"), Count("text"), Count("superseded"), Count("without_code"), Count("rejected")));
        Assert.Contains("rejected: nrdl2024_western.csv:5:14: '丙': 甲 or 乙", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected: nrdl2024_bid.csv:2:30: '面议': prices as", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected: nrdl2024_bid.csv:3:40: '明年': days as", run.Output, StringComparison.Ordinal);
        var kept = CsvTable.Read(_to.At("release", "coverage"), "drug_list.csv", "name", "became", "codes").Rows.Single(row => row["name"] == "未知素");
        Assert.Equal(("without_code", "0"), (kept["became"], kept["codes"]));

        int Count(string name) => account.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_table_of_codes_gives_more_drugs_a_class()
    {
        _list.Western("XA01AA", "甲", "戊素", "口服常释剂型");
        File.WriteAllText(_to.At("codes.csv"), "drug_code,generic_name\nXA01AAE005A001010100009,盐酸戊素肠溶片\n");

        var release = await ImportedAsync("--drug-codes", _to.At("codes.csv"));

        Assert.Equal(("盐酸戊素肠溶片", "甲"), (Item(release, "XA01AAE005A001010100009", "2026-01-01").Name, Item(release, "XA01AAE005A001010100009", "2026-01-01").Class));
    }

    [Fact]
    public async Task The_same_list_twice_changes_no_byte()
    {
        _list.Western("XA01AA", "甲", "甲定", "口服常释剂型", "限工伤保险。").Negotiated("XB01AB", "注射用乙单抗", "*", "限痛风。", "2025年1月1日至2026年12月31日");
        await RunAsync();
        var first = Directory.GetFiles(_to.At("release"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();

        await RunAsync();

        Assert.Equal(first, Directory.GetFiles(_to.At("release"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
    }

    [Fact]
    public async Task An_offices_own_terms_code_and_confirm_and_stay_in_the_folder()
    {
        _list.Western("XA01AA", "乙", "甲定", "注射剂");
        _points.Point("KP-7", "药品限适应症", "甲定注射液", "限某某热。", Injection);
        File.WriteAllText(_to.At("terms.csv"), "term,use,icd_codes,coded_by,coded_on,confirmed_by,note\n某某热,诊断,A92.8,医保办张三,2026-11-20,市医保办,\n");

        var release = await ImportedAsync("--terms", _to.At("terms.csv"));

        var row = Assert.Single(Rows<DiagnosisLimit>(release, KnowledgeKind.DiagnosisLimits));
        Assert.Equal(("A92.8", "医保办张三", "2026-11-20", true), (row.IcdCodes, row.CodedBy, row.CodedOn, row.Confirmed));
        Assert.Contains("某某热", File.ReadAllText(_to.At("release", "catalogue", "disease_terms.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--terms", "terms.csv", "某某热,诊断,9,甲,2026-11-20,,", ":2:8: ")]
    [InlineData("--drug-codes", "codes.csv", "XA01,甲", ":2:1: 'XA01' is no drug's code")]
    public async Task A_wrong_table_beside_the_list_is_bad_input_with_its_place(string option, string name, string row, string place)
    {
        _list.Western("XA01AA", "甲", "甲定", "口服常释剂型");
        File.WriteAllText(_to.At(name), (option == "--terms" ? "term,use,icd_codes,coded_by,coded_on,confirmed_by,note\n" : "drug_code,generic_name\n") + row + "\n");

        var run = await RunAsync(option, _to.At(name));

        Assert.Equal(2, run.Code);
        Assert.Contains(place, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_to.At("release")));
    }

    [Theory]
    [InlineData("nrdl2025_westen.csv")]
    [InlineData("nrdl25_western.csv")]
    public async Task A_part_of_the_list_under_a_wrong_name_is_told_and_not_left_out(string file)
    {
        _list.Western("XA01AA", "甲", "甲定", "口服常释剂型").Row(file, "西药部分,XA01AA,,甲,1,0,甲定,注射剂,,,");

        var run = await RunAsync();

        Assert.Equal(2, run.Code);
        Assert.StartsWith($"{file}: This is no part of the national drug list: files nrdlYEAR_PART.csv with PART one of western, ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_list_is_bad_input()
    {
        var run = await RunAsync();

        Assert.Equal(2, run.Code);
        Assert.Contains("There is no national drug list", run.Errors, StringComparison.Ordinal);
    }

    private Task<ToolRun> RunAsync(params string[] options) =>
        ToolRun.OfAsync(["import", "nhsa-knowledge", "--from", _points.Done().Path, "--drug-list", _list.Path, "--to", _to.At("release"), .. options]);

    private async Task<Release> ImportedAsync(params string[] options)
    {
        var run = await RunAsync(options);
        Assert.True(run.Code == 0, run.Output + run.Errors);
        var build = ReleaseBuilder.Build(RuleFolderReader.Read(_to.At("release")), number: 1);
        Assert.Empty(build.Faults);
        return build.Release!;
    }

    private static CatalogueItem Item(Release release, string code, string day) => Assert.IsType<CatalogueItem>(release.Catalogue.FindItem(code, DateOnly.Parse(day)));

    private static IReadOnlyList<TRow> Rows<TRow>(Release release, KnowledgeKind kind)
        where TRow : KnowledgeRow => [.. release.Knowledge[kind].OfType<TRow>()];

    private static string KindOf(Release release, KnowledgeRow row) => KnowledgeKinds.NameOf(release.Knowledge.First(kind => kind.Value.Contains(row)).Key);
}

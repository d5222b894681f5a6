using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Catalogue;

public sealed class CatalogueTests
{
    private const string Header = "item_code,item_name,kind,class,own_share_ratio,category,unit,strength,strength_unit,generic_name,effective_from,effective_to,source\n";

    private static void AssertFault(string file, string text, int line, int column, string message)
    {
        var fault = Assert.Single(ReleaseBuilder.Build(Folders.With(new RuleFile(file, text)), 1).Faults);
        Assert.Contains(message, fault.Message);
        Assert.Equal((file, line, column), (fault.File, fault.Line, fault.Column));
    }

    [Fact]
    public void An_item_is_what_it_is_on_the_day_asked_for()
    {
        var catalogue = Folders.Built(Folders.With(new RuleFile(
            "catalogue/items.csv",
            Header
            + "X1,甲硝唑片,药品,乙,0.1,09,片,0.2,g,甲硝唑,2024-01-01,2024-12-31,目录2023\n"
            + "X1,甲硝唑片,药品,甲,0,09,片,0.2,g,甲硝唑,2025-01-01,,目录2024\n"))).Catalogue;

        Assert.Null(catalogue.FindItem("X1", new DateOnly(2023, 12, 31)));
        Assert.Equal("乙", catalogue.FindItem("X1", new DateOnly(2024, 1, 1))!.Class);
        Assert.Equal("乙", catalogue.FindItem("X1", new DateOnly(2024, 12, 31))!.Class);
        Assert.Equal(("甲", 0m), (catalogue.FindItem("X1", new DateOnly(2025, 1, 1))!.Class, catalogue.FindItem("X1", new DateOnly(2025, 1, 1))!.OwnShareRatio));
        Assert.Null(catalogue.FindItem("X2", new DateOnly(2025, 1, 1)));
        Assert.True(catalogue.Knows("X1"));
    }

    [Fact]
    public void Items_that_differ_in_what_they_are_called_alone_are_each_its_own()
    {
        var catalogue = Folders.Built(Folders.With(new RuleFile(
            "catalogue/items.csv",
            Header
            + "X1,甲硝唑片,药品,乙,0.1,09,片,0.2,g,甲硝唑,2024-01-01,,目录2023\n"
            + "X2,替硝唑片,药品,乙,0.1,09,片,0.2,g,,2024-01-01,,\n"
            + "X3,奥硝唑片,药品,乙,0.1,09,片,0.5,g,奥硝唑,2024-01-01,,目录2024\n"
            + "X4,塞克硝唑片,药品,乙,0.1,09,片,0.2,g,塞克硝唑,2024-01-01,,目录2024\n"))).Catalogue;

        var day = new DateOnly(2025, 1, 1);
        var first = catalogue.FindItem("X1", day)!;
        Assert.Equal(("甲硝唑片", "甲硝唑", "目录2023"), (first.Name, first.GenericName, first.Source));
        Assert.Equal(first with { Code = "X2", Name = "替硝唑片", GenericName = null, Source = null }, catalogue.FindItem("X2", day));
        Assert.Equal(first with { Code = "X3", Name = "奥硝唑片", GenericName = "奥硝唑", Source = "目录2024", Strength = 0.5m }, catalogue.FindItem("X3", day));
        Assert.Equal(first with { Code = "X4", Name = "塞克硝唑片", GenericName = "塞克硝唑", Source = "目录2024" }, catalogue.FindItem("X4", day));
    }

    [Fact]
    public void An_item_is_found_by_its_name_also_where_a_code_reads_the_same_while_the_folder_is_read_and_afterwards()
    {
        var folder = Folders.With(new RuleFile("catalogue/items.csv", Header + "X1,X2,药品,,,,,,,,,,\nX2,X2,药品,,,,,,,,,,\nX3,丙,药品,,,,,,,X1,,,\n"));
        var texts = new TextPool();
        var reading = ItemReader.Read(folder, CatalogueFiles.ReadCodes(folder, []), texts, []);
        var read = Folders.Built(folder).Catalogue;

        Assert.All([reading, read], catalogue =>
        {
            Assert.Equal(["X1", "X2"], catalogue.Named("X2"));
            Assert.Equal(["X3"], catalogue.Named("X1"));
            Assert.Empty(catalogue.Named("X3"));
        });
    }

    [Theory]
    [InlineData(",甲硝唑片,药品,,,,,,,,,,", 1, "item_code: the field is empty")]
    [InlineData("X1,,药品,,,,,,,,,,", 4, "item_name: the field is empty")]
    [InlineData("X1,甲硝唑片,药,,,,,,,,,,", 9, "'药' is not one of 药品, 饮片, 项目, 耗材")]
    [InlineData("X1,甲硝唑片,药品,丁,,,,,,,,,", 12, "'丁' is not one of 甲, 乙, 丙")]
    [InlineData("X1,甲硝唑片,药品,乙,1.1,,,,,,,,", 14, "'1.1' is no number from 0 to 1")]
    [InlineData("X1,甲硝唑片,药品,乙,0.1,99,,,,,,,", 18, "'99' is not in catalogue/categories.csv")]
    [InlineData("X1,甲硝唑片,药品,乙,0.1,09,片,0,g,,,,", 23, "'0' is no number")]
    [InlineData("X1,甲硝唑片,药品,乙,0.1,09,片,1,,,,,", 25, "the strength has no unit")]
    [InlineData("X1,甲硝唑片,药品,乙,0.1,09,片,1,g,,2025-13-01,,", 28, "'2025-13-01' is no date")]
    public void A_wrong_item_is_reported_at_its_place(string row, int column, string message) =>
        AssertFault("catalogue/items.csv", Header + row + "\n", 2, column, message);

    [Fact]
    public void An_item_that_is_twice_on_a_day_is_reported() =>
        AssertFault(
            "catalogue/items.csv",
            "item_code,item_name,kind,effective_from,effective_to\nX1,甲硝唑片,药品,2024-01-01,2024-12-31\nX1,甲硝唑片,药品,2024-12-31,\n",
            3, 1, "on the same days as in line 2");

    [Theory]
    [InlineData("catalogue/insurance_types.csv", "code,name,insurance\n310,职工,职工\n310,职工,职工\n", 3, 1, "'310' is there twice")]
    [InlineData("catalogue/insurance_types.csv", "code,name\n310,职工\n", 1, 1, "lacks the column 'insurance'")]
    [InlineData("catalogue/med_types.csv", "code,name,mode\n21,普通住院,留观\n", 2, 9, "'留观' is not one of 住院, 门诊, 急诊, 互联网")]
    [InlineData("catalogue/frequencies.csv", "code,name,times,period_days\nBID,每日两次,两,1\n", 2, 10, "'两' is no whole number from 0 to 96")]
    [InlineData("catalogue/frequencies.csv", "code,name,times,period_days\nbid,每日两次,2,1\nBID,每日两次,2,1\n", 3, 1, "'BID' is there twice")]
    [InlineData("catalogue/categories.csv", "code,name\n02,诊察费\n05,治疗费\n09,西药费\n10,中药饮片费\n11,\n", 6, 4, "the field is empty")]
    [InlineData("catalogue/age_groups.csv", "age_group,min_age,max_age,age_unit\n儿童,,,岁\n", 2, 1, "min_age or max_age must be given")]
    [InlineData("catalogue/age_groups.csv", "age_group,min_age,max_age,age_unit\n儿童,14,0,岁\n", 2, 7, "0 is less than min_age 14")]
    [InlineData("catalogue/age_groups.csv", "age_group,min_age,max_age,age_unit\n儿童,0,14,周\n", 2, 9, "'周' is not one of 岁, 月, 天")]
    [InlineData("catalogue/parameters.csv", "name,value\nchild_age,\n", 2, 11, "the field is empty")]
    public void A_wrong_entry_of_a_code_table_is_reported_at_its_place(string file, string text, int line, int column, string message) =>
        AssertFault(file, text, line, column, message);

    [Fact]
    public void Codes_are_found_and_frequencies_whatever_their_case()
    {
        var codes = Folders.Built(Folders.With(new RuleFile("catalogue/parameters.csv", "name,value,source\nchild_age,18,未成年人保护法\n"))).Codes;

        Assert.Equal("职工", codes.InsuranceTypes["310"].Insurance);
        Assert.Equal("住院", codes.MedTypes["21"].Mode);
        Assert.Equal(new Frequency("q8h", "每8小时一次", 3, 1, 8, null), codes.Frequencies["Q8H"]);
        Assert.Equal("西药费", codes.Categories["09"].Name);
        Assert.Equal(new AgeGroup("老年", 60, null, "岁", null), codes.AgeGroups["老年"]);
        Assert.Equal("18", codes.Parameters["child_age"]);
    }
}

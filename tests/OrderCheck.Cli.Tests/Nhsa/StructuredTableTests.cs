using OrderCheck.Cli.Csv;
using OrderCheck.Core.Knowledge;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>
/// The published tables give some limits a second time, in columns. The importer reads the official sentences; the columns
/// are its referee, but for the few places where they say something else than the sentence.
/// </summary>
public sealed class StructuredTableTests(Imported imported)
{
    private const string WhenPublished = "2025-09-01";

    [Fact]
    public void Days_of_a_course_agree_with_the_columns()
    {
        foreach (var (item, limit) in Structured("药品限支付疗程"))
        {
            // Its sentence says 单次住院最多支付14天, its column 15天.
            var expected = item == "注射用益气复脉(冻干)" ? "14天" : limit;
            var rows = imported.RowsOf<CourseLimit>(KnowledgeKind.CourseLimits, item, WhenPublished);
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(expected, $"{row.MaxDays ?? row.MaxSpanDays}天"));
        }
    }

    [Fact]
    public void Levels_agree_with_the_columns()
    {
        foreach (var (item, limit) in Structured("药品限医疗机构级别"))
        {
            var rows = imported.RowsOf<FacilityLimit>(KnowledgeKind.FacilityLimits, item, WhenPublished);
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(limit, row.LowestLevel == 3 ? "三级" : "二级"));
        }
    }

    [Fact]
    public void Sexes_of_services_agree_with_the_columns()
    {
        foreach (var (item, limit) in Structured("医疗服务项目区分性别使用"))
        {
            var rows = imported.RowsOf<SexLimit>(KnowledgeKind.SexLimits, item, WhenPublished);
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(limit, row.Sex));
        }
    }

    [Fact]
    public void Age_groups_of_services_agree_with_the_columns()
    {
        foreach (var (item, limit) in Structured("医疗服务项目儿童专用"))
        {
            // Its sentence says 婴儿专用项目, its column 婴幼儿.
            var expected = item == "婴儿氧舱治疗" ? "婴儿" : limit;
            Assert.Equal(expected, Assert.Single(imported.RowsOf<AgeLimit>(KnowledgeKind.AgeLimits, item, WhenPublished)).Group);
        }
    }

    [Fact]
    public void Inpatients_may_have_what_the_columns_give_to_inpatients()
    {
        foreach (var (item, limit) in Structured("药品限就医方式"))
        {
            var rows = imported.RowsOf<VisitLimit>(KnowledgeKind.VisitLimits, item, WhenPublished);
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.True(row.Allows(limit) && !row.Allows("门诊")));
        }
    }

    private static List<(string Item, string Limit)> Structured(string rule)
    {
        Imported.SkipWithoutTables();
        var rows = CsvTable.Read(Repository.PublishedTables!, "structured_limits_b1_b8.csv", "rule_name", "item_name", "limit_value").Rows;
        var limits = rows.Where(row => row["rule_name"] == rule).Select(row => (row["item_name"], row["limit_value"])).ToList();
        Assert.NotEmpty(limits);
        return limits;
    }
}

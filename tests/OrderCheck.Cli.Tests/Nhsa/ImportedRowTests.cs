using OrderCheck.Core.Knowledge;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>Points of every rule, read by hand in their official sentences, against the rows that were made of them.</summary>
public sealed class ImportedRowTests(Imported imported)
{
    private const string Now = "2026-09-01";

    [Theory]
    [InlineData("阿帕他胺片", "男")]
    [InlineData("艾附暖宫丸", "女")]
    [InlineData("尼拉帕利阿比特龙片", "男")]
    [InlineData("醋酸阿比特龙片(Ⅱ)", "男")]
    [InlineData("氘恩扎鲁胺软胶囊", "男")]
    [InlineData("单胎顺产接生", "女")]
    [InlineData("前列腺注射", "男")]
    public void Sex(string item, string sex) =>
        Assert.All(Rows<SexLimit>(KnowledgeKind.SexLimits, item), row => Assert.Equal(sex, row.Sex));

    [Theory]
    [InlineData("复方聚乙二醇(3350)电解质散", 2, 11, "岁")]
    [InlineData("波生坦分散片", 3, 12, "岁")]
    [InlineData("玛巴洛沙韦干混悬剂", 5, 11, "岁")]
    [InlineData("硫酸氢司美替尼胶囊", 3, 17, "岁")]
    [InlineData("盐酸可乐定缓释片", 6, 17, "岁")]
    [InlineData("孟鲁司特钠口溶膜", 1, 14, "岁")]
    [InlineData("怡培生长激素注射液", 3, 17, "岁")]
    [InlineData("小儿多种维生素注射液(13)", 0, 10, "岁")]
    [InlineData("消旋卡多曲颗粒", 1, 215, "月")]
    [InlineData("他克莫司颗粒", 0, 17, "岁")]
    [InlineData("小儿布洛芬栓", 0, 17, "岁")]
    [InlineData("小儿泄泻停颗粒", 0, 17, "岁")]
    [InlineData("新生儿护理", 0, 28, "天")]
    [InlineData("婴儿氧舱治疗", 0, 11, "月")]
    [InlineData("婴幼儿健康体检", 0, 35, "月")]
    [InlineData("小儿捏脊治疗", 0, 17, "岁")]
    [InlineData("职业功能训练", 16, 62, "岁")]
    public void Age(string item, int min, int max, string unit) =>
        Assert.All(Rows<AgeLimit>(KnowledgeKind.AgeLimits, item), row => Assert.Equal((min, max, unit), (row.MinAge, row.MaxAge, row.AgeUnit)));

    [Theory]
    [InlineData("注射用胸腺法新", "工伤")]
    [InlineData("益母草注射液", "生育")]
    public void Insurance(string item, string insurance) =>
        Assert.All(Rows<InsuranceLimit>(KnowledgeKind.InsuranceLimits, item), row => Assert.Equal(insurance, row.Insurance));

    [Theory]
    [InlineData("安宫牛黄丸", "住院", "急诊", "门诊")]
    [InlineData("脂肪乳注射液(C14-24)", "住院", null, "急诊")]
    [InlineData("注射用重组人脑利钠肽", "住院", null, "门诊")]
    [InlineData("芬太尼透皮贴剂", "住院", "门诊", "互联网")]
    public void Visit(string item, string allowed, string? alsoAllowed, string denied)
    {
        foreach (var row in Rows<VisitLimit>(KnowledgeKind.VisitLimits, item))
        {
            Assert.True(row.Allows(allowed));
            Assert.True(alsoAllowed is null || row.Allows(alsoAllowed));
            Assert.False(row.Allows(denied));
        }
    }

    [Theory]
    [InlineData("艾迪注射液", 2, null)]
    [InlineData("度拉糖肽注射液", 2, null)]
    [InlineData("康柏西普眼用注射液", 3, 2)]
    public void Facility(string item, int lowest, int? specialist) =>
        Assert.All(Rows<FacilityLimit>(KnowledgeKind.FacilityLimits, item), row => Assert.Equal((lowest, specialist), (row.LowestLevel, row.SpecialistLevel)));

    [Theory]
    [InlineData("丁苯酞软胶囊", 20, null, null)]
    [InlineData("帕妥珠单抗注射液", null, 365, null)]
    [InlineData("注射用尤瑞克林", 21, null, null)]
    [InlineData("注射用七叶皂苷钠", 10, null, null)]
    [InlineData("注射用重组人脑利钠肽", 3, null, null)]
    [InlineData("注射用益气复脉(冻干)", 14, null, null)]
    [InlineData("手功能评定", 90, null, 14)]
    [InlineData("轮椅功能训练", 30, null, null)]
    [InlineData("平衡功能训练", 90, null, null)]
    [InlineData("儿童听力障碍语言训练", 365, null, null)]
    public void Course(string item, int? days, int? span, int? interval) =>
        Assert.All(Rows<CourseLimit>(KnowledgeKind.CourseLimits, item), row => Assert.Equal((days, span, interval), (row.MaxDays, row.MaxSpanDays, row.MinIntervalDays)));

    [Theory]
    [InlineData("心电监测", 24, "小时", "24小时", 0)]
    [InlineData("住院诊查费", 1, "日", "单日", 0)]
    [InlineData("硬膜外连续镇痛", 1, "日", "单日", 0)]
    [InlineData("糖化血红蛋白测定", 1, "次", "N天", 15)]
    [InlineData("康复评定", 1, "次", "N天", 14)]
    public void Frequency(string item, int most, string unit, string window, int days) =>
        Assert.All(
            Rows<FrequencyLimit>(KnowledgeKind.FrequencyLimits, item),
            row => Assert.Equal((most, unit, window, days), ((int)row.MaxQuantity, row.Unit, row.Window, row.PeriodDays)));

    [Fact]
    public void A_limit_by_course_and_by_week_makes_a_row_of_each()
    {
        var weekly = Rows<FrequencyLimit>(KnowledgeKind.FrequencyLimits, "儿童听力障碍语言训练");

        Assert.Equal(["N天", "周"], weekly.Select(row => row.Window).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("急诊监护费", "急诊诊查费", "单日")]
    [InlineData("颅内多发血肿清除术", "颅内硬膜外血肿引流术", "单次就诊")]
    [InlineData("单胎顺产接生", "胎心监测", "6小时")]
    [InlineData("冷加压试验", "动态血压监测", "同一小时")]
    public void Pair(string main, string other, string window) =>
        Assert.Contains(Rows<ExclusivePair>(KnowledgeKind.ExclusivePairs, main), row => row.OtherName == other && row.Window == window);

    [Fact]
    public void A_pair_is_found_from_either_side()
    {
        Imported.SkipWithoutTables();

        Assert.Contains(imported.Release.CandidatesFor("003314000020000").ToArray(), found => found.Row is ExclusivePair { OtherCode: "003112010260000" });
        Assert.Contains(imported.Release.CandidatesFor("003112010260000").ToArray(), found => found.Row is ExclusivePair { OtherCode: "003314000020000" });
    }

    [Theory]
    [InlineData("食管再造术", "胃肠手术组")]
    [InlineData("胆囊切除术", "肝胆手术组")]
    [InlineData("睾丸固定术", "男性生殖系统手术组")]
    public void Incision(string item, string group) =>
        Assert.All(Rows<IncisionGroup>(KnowledgeKind.IncisionGroups, item), row => Assert.Equal((group, 50m), (row.GroupName, row.Rate)));

    [Fact]
    public void The_seven_incision_groups_know_their_members()
    {
        Imported.SkipWithoutTables();

        var rows = imported.Release.Knowledge[KnowledgeKind.IncisionGroups].OfType<IncisionGroup>().ToLookup(row => row.GroupName);

        Assert.Equal(7, rows.Count);
        Assert.Equal(87, rows["胃肠手术组"].Count());
    }

    [Theory]
    [InlineData("阿胶", "单复方")]
    [InlineData("薄荷", "单方")]
    public void NotPayable(string item, string mode) =>
        Assert.All(Rows<NotPayableItem>(KnowledgeKind.NotPayable, item), row => Assert.Equal(mode, row.Mode));

    [Theory]
    [InlineData("2025-08-25", 0, null)]
    [InlineData("2025-08-26", 5, "KP-73110fc0e906448e")]
    [InlineData("2026-01-27", 5, "KP-73110fc0e906448e")]
    [InlineData("2026-01-28", 5, "KP-c3d06466c8bbded8")]
    public void A_check_of_a_past_day_meets_the_point_of_that_day(string day, int rows, string? point)
    {
        Imported.SkipWithoutTables();

        var inForce = imported.RowsOf<CourseLimit>(KnowledgeKind.CourseLimits, "丁苯酞软胶囊", day);

        Assert.Equal(rows, inForce.Count);
        Assert.All(inForce, row => Assert.Equal(point, row.PointId));
    }

    [Fact]
    public void A_row_carries_the_official_rule_and_sentence()
    {
        var row = Rows<CourseLimit>(KnowledgeKind.CourseLimits, "丁苯酞软胶囊")[0];

        Assert.Equal(("GZ10000101010000", "药品限支付疗程"), (row.OfficialRuleCode, row.OfficialRuleName));
        Assert.Equal("限新发的急性缺血性脑卒中患者在发作72小时内开始使用，支付不超过20天。", row.OfficialText);
        Assert.Equal("updates_2026-01", row.Batch);
        Assert.Equal("国家医疗保障局“两库”知识点2026年1月更新（2026-01-28）", row.Source);
    }

    [Fact]
    public void A_note_without_items_is_kept_with_the_parameters()
    {
        Imported.SkipWithoutTables();

        Assert.Equal(
            "医疗服务项目区分性别使用：说明：性别不清、两性畸形、染色体异常、性发育异常人群不纳入此规则范畴。",
            imported.Release.Codes.Parameters["note KP-03e96cd241d2f1ae"]);
    }

    private IReadOnlyList<TRow> Rows<TRow>(KnowledgeKind kind, string item)
        where TRow : KnowledgeRow
    {
        Imported.SkipWithoutTables();
        var rows = imported.RowsOf<TRow>(kind, item, Now);
        Assert.NotEmpty(rows);
        return rows;
    }
}

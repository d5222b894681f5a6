using Xunit;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>The ward's case histories (Ward/*.json), each played through gRPC as a HIS would.</summary>
public sealed class WardTests(WardServer server) : IClassFixture<WardServer>
{
    /// <summary>What happens on a ward, and what keeps people reading its alerts.</summary>
    private static readonly string[] Scenes =
    [
        "母婴同室", "转科", "重整", "出院带药", "皮试", "抢救补录", "术中医嘱", "成组输液", "组套", "部分退费", "入院前检查", "日间手术", "第3天补登医保",
        "入院登记", "出院前审核", "其他就诊", "处方权", "禁忌症", "阶梯用药", "知情同意", "病案首页", "收费与医嘱", "临床路径", "结算清单",
        "合并", "卡片上限", "提示级别", "按角色", "已处置折叠", "首日24小时", "晨间清单",
    ];

    public static TheoryData<string, string> Histories()
    {
        var rows = new TheoryData<string, string>();
        foreach (var history in WardHistory.All)
            rows.Add(history.File, history.Name);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task The_history_gets_the_findings_it_should_and_no_others(string file, string name)
    {
        var history = WardHistory.All.Single(history => history.File == file && history.Name == name);
        var hospital = history.Told.TryGetProperty("医院", out var level) ? level.GetString()! : "三级";
        var differences = await new WardPlay(server.Of(hospital), server.Catalogue, history).RunAsync(history);
        Assert.True(differences.Count == 0, $"{file}《{name}》\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void There_are_eighty_histories_and_each_has_findings_that_must_not_appear()
    {
        Assert.True(WardHistory.All.Count >= 80, $"The ward has {WardHistory.All.Count} histories.");
        var without = WardHistory.All.Where(history => !history.Told.GetRawText().Contains("\"不应提示\"", StringComparison.Ordinal)).Select(history => history.Name);
        Assert.Empty(without);
        Assert.Empty(WardHistory.All.GroupBy(history => history.Name).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void The_overview_has_a_line_for_each_history() =>
        Assert.Equal(WardOverview.Text(WardHistory.All), File.ReadAllText(Path.Combine(WardHistory.Folder, WardOverview.File)));

    [Fact]
    public void The_histories_show_what_a_ward_sees() =>
        Assert.Empty(Scenes.Except(WardHistory.All.SelectMany(history => history.Scenes)));
}

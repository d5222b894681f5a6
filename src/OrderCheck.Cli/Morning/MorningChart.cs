using OrderCheck.Protocol.V1;
using Spectre.Console;

namespace OrderCheck.Cli.Morning;

/// <summary>Prints the morning in Chinese, as lines and small tables that stay readable in a file.</summary>
internal sealed class MorningChart
{
    private const int WidthInFile = 110;
    private readonly IAnsiConsole _console;

    public MorningChart(TextWriter output)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected)
        {
            _console.Profile.Width = WidthInFile;
            _console.Profile.Capabilities.Ansi = false;
        }
        _console.Profile.Capabilities.Unicode = true;
    }

    public void Patient(MorningPatient patient)
    {
        _console.WriteLine();
        _console.Write(new Rule(Markup.Escape(patient.Describe())) { Justification = Justify.Left });
    }

    public void Order(int number, Order order, int findings, CheckAnswer answer, TimeSpan roundTrip) => _console.WriteLine(
        $"医嘱 {number}  {order.ItemName}  {order.Quantity.Value}{order.Quantity.Unit}{Schedule(order)}"
        + $"  → {(findings == 0 ? "无提示" : $"{findings} 条提示")}"
        + $"（判定 {answer.ElapsedMicros / 1000m:0.00} 毫秒，往返 {roundTrip.TotalMilliseconds:0.0} 毫秒）");

    public void State(CheckAnswer answer)
    {
        if (answer.State != CheckState.Complete)
            _console.WriteLine($"  未完全检查：{string.Join("；", answer.StateReasons.Select(reason => reason.Message))}");
    }

    public void Finding(Finding finding)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowHeaders = false };
        table.AddColumns(new TableColumn("") { NoWrap = true }, new TableColumn(""));
        var undetermined = finding.Undetermined ? "【无法判定】" : "";
        Row(table, "提示", $"{Words.Of(finding.Severity)}（{Words.Of(finding.Response)}）{undetermined} {finding.Message}");
        Row(table, "规则", OfficialRule(finding));
        Row(table, "官方原文", finding.OfficialText);
        Row(table, "对方项目", finding.Counterpart?.ItemName);
        Row(table, "比对事实", string.Join("；", finding.Facts.Select(fact => $"{fact.Label} {fact.Value}")));
        Row(table, "缺少信息", string.Join("；", finding.MissingInputs));
        Row(table, "涉及金额", finding.Amount.Length == 0 ? "" : $"{finding.Amount} 元");
        Row(table, "可选处置", string.Join("、", finding.AllowedDecisions.Select(Words.Of)));
        Row(table, "依据", finding.Basis);
        _console.Write(table);
    }

    public void Flag(Flag flag) => _console.WriteLine($"  标识：{flag.Text}{(flag.Amount.Length == 0 ? "" : $" {flag.Amount} 元")}");

    public void Budget(BudgetProgress? before, BudgetProgress? after)
    {
        if (before is not null && after is not null)
            _console.WriteLine($"  预算（参考标准，非限额）{after.GroupName}：标准成本的 {before.PercentOfStandardCost}% → {after.PercentOfStandardCost}%");
    }

    public void Line(string text) => _console.WriteLine(text);

    public void Totals(string title, EncounterSummary summary)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle(Markup.Escape(title)) };
        table.AddColumns("累计费用", "自费", "先行自付", "费用行数", "账本序号");
        var totals = summary.Totals;
        table.AddRow(totals.Total, totals.SelfPay, totals.OwnShare, $"{summary.ChargeLines}", $"{summary.LedgerSequence}");
        _console.Write(table);
    }

    private static string Schedule(Order order) =>
        (order.Frequency.Length == 0 ? "" : $" {order.Frequency}") + (order.Days == 0 ? "" : $" {order.Days}天");

    private static string OfficialRule(Finding finding) => finding.OfficialRuleName.Length == 0
        ? $"{finding.Title}（{finding.Rule}）"
        : $"{finding.Title}（{finding.Rule}）· 官方规则 {finding.OfficialRuleName} {finding.OfficialRuleCode}";

    private static void Row(Table table, string label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            table.AddRow(Markup.Escape(label), Markup.Escape(text));
    }
}

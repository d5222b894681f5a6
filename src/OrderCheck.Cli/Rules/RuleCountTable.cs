using System.Globalization;
using OrderCheck.Protocol.V1;
using Spectre.Console;

namespace OrderCheck.Cli.Rules;

/// <summary>Prints each rule's record as a table that stays readable in a file.</summary>
internal static class RuleCountTable
{
    private const int WidthInFile = 200;

    public static void Print(ListRuleCountsAnswer answer, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthInFile;
            console.Profile.Capabilities.Ansi = false;
        }
        console.Profile.Capabilities.Unicode = true;
        console.WriteLine($"规则记录 rule records  {answer.FromDay} – {answer.ToDay}");
        if (answer.Rules.Count == 0)
        {
            console.WriteLine("无记录 nothing was counted");
            return;
        }
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(
            new TableColumn("规则 rule") { NoWrap = true }, new TableColumn("领域 domain") { NoWrap = true }, new TableColumn("状态 state") { NoWrap = true },
            new TableColumn("提示 said") { NoWrap = true, Alignment = Justify.Right }, new TableColumn("已折叠 folded") { NoWrap = true, Alignment = Justify.Right },
            new TableColumn("未答复 unanswered") { NoWrap = true, Alignment = Justify.Right }, new TableColumn("金额 yuan") { NoWrap = true, Alignment = Justify.Right },
            new TableColumn("处置和理由 decided"), new TableColumn("平均用时 time") { NoWrap = true, Alignment = Justify.Right }, new TableColumn("无法判定 blind") { NoWrap = true, Alignment = Justify.Right },
            new TableColumn("缺少 for want of"));
        foreach (var rule in answer.Rules)
        {
            string[] cells =
            [
                rule.Title.Length > 0 ? $"{rule.Title}\n{rule.Rule}" : rule.Rule, rule.Domain, StateOf(rule), Number(rule.Said), Number(rule.Folded),
                Number(rule.Unanswered), rule.Amount, DecidedOn(rule), TimeOf(rule), Number(rule.Blind),
                string.Join("\n", rule.Missing.Select(static missing => $"{WordsOf(missing)} × {Number(missing.Times)}")),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }
        console.Write(table);
    }

    private static string StateOf(RuleRecord rule) => rule.Shadow && rule.State != "shadow" ? $"{rule.State}（当时影子 shadow then）" : rule.State;

    private static string DecidedOn(RuleRecord rule) => string.Join(
        "\n",
        rule.Decided.Select(static decided => $"{WordOf(decided.Kind)} × {Number(decided.Times)}")
            .Concat(rule.Reasons.Select(static reason => $"  {reason.Reason} × {Number(reason.Times)}")));

    /// <summary>From the finding to its first answer: 95s, 12min, 3h.</summary>
    private static string TimeOf(RuleRecord rule)
    {
        if (rule.Answered == 0)
            return "";
        var seconds = rule.AnsweredSeconds / rule.Answered;
        return seconds < 120 ? $"{Number(seconds)}s" : seconds < 7200 ? $"{Number(seconds / 60)}min" : $"{Number(seconds / 3600)}h";
    }

    private static string WordsOf(MissingInput missing) => missing.Label == missing.Input ? missing.Input : $"{missing.Label} {missing.Input}";

    private static string WordOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Withdrawn => "撤回 withdrawn",
        DecisionKind.Changed => "修改 changed",
        DecisionKind.SelfPay => "自费 self-pay",
        DecisionKind.MeetsLimit => "符合限制条件 meets limit",
        DecisionKind.Overridden => "说明理由 overridden",
        DecisionKind.EmergencyBypass => "紧急放行 emergency",
        _ => kind.ToString(),
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}

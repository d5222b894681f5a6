using System.Globalization;
using System.Text.RegularExpressions;

namespace OrderCheck.Tests.Scale;

/// <summary>What a release has beside items, their rows and rules: says its mark in budgets' thresholds, in a region's codes and in the names of groups.</summary>
internal static partial class SyntheticPolicies
{
    /// <summary>What a day of NHSA's 3101 is asked with.</summary>
    public const string Scenario = "5";

    /// <summary>A budget that the smallest order exceeds, whatever the mark.</summary>
    public const string StandardCost = "8";

    /// <summary>As <see cref="StandardCost"/>.</summary>
    public const string PaymentStandard = "9";

    private const int LeastPercent = 50;

    /// <summary>Into a folder that <see cref="SyntheticKnowledge.Write"/> has just written.</summary>
    public static void Write(string folder, string mark)
    {
        Rewrite(Path.Combine(folder, "money", "budget.json"), text => text.Replace("非限额）", $"非限额，第{mark}版）", StringComparison.Ordinal));
        Rewrite(Path.Combine(folder, "knowledge", "budget_thresholds.csv"), text => Threshold().Replace(text, $"$1,{PercentOf(mark)},").Replace("非限额）", $"非限额，第{mark}版）", StringComparison.Ordinal));
        Rewrite(Path.Combine(folder, "regions", "national", "codes.csv"), text => Scenarios().Replace(Codes().Replace(text, "$1," + CodeOf("$2", mark) + ","), $"$1{StagesOf(mark)},"));
        var scheme = Path.Combine(folder, "grouping", "chs-drg-2.0");
        Rewrite(Path.Combine(scheme, "scheme.json"), text => SchemeName().Replace(text, $"$1第{mark}版"));
        foreach (var table in (string[])["mdc.csv", "adrg.csv", "drg.csv"])
            Rewrite(Path.Combine(scheme, table), text => GroupName().Replace(text, $"$1（第{mark}版）"));
    }

    /// <summary>Of the standard cost, and of the payment standard: who is past it is told so.</summary>
    public static string PercentOf(string mark) => (LeastPercent + int.Parse(mark, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    /// <summary>sev_deg or vola_bhvr_type, which the starter set has as this code.</summary>
    public static string CodeOf(string code, string mark) => $"{code}-{mark}";

    /// <summary>What <see cref="Scenario"/> asks: one stage or two.</summary>
    public static string StagesOf(string mark) => mark[^1] % 2 == 0 ? "O C" : "O";

    private static void Rewrite(string path, Func<string, string> with)
    {
        var text = File.ReadAllText(path);
        var marked = with(text);
        if (marked == text)
            throw new InvalidOperationException($"Nothing of {path} took the mark.");
        File.WriteAllText(path, marked);
    }

    [GeneratedRegex("^(标准成本|支付标准),[0-9]+,", RegexOptions.Multiline)]
    private static partial Regex Threshold();

    [GeneratedRegex("^(sev_deg|vola_bhvr_type),([^,]+),", RegexOptions.Multiline)]
    private static partial Regex Codes();

    [GeneratedRegex("^(trig_scen,5,[^,]*,)[^,]*,", RegexOptions.Multiline)]
    private static partial Regex Scenarios();

    [GeneratedRegex("^( *\"name\": \"[^\"]*)", RegexOptions.Multiline)]
    private static partial Regex SchemeName();

    /// <summary>The second column of a row; the first is a code, which a comment and the header are not.</summary>
    [GeneratedRegex("^([A-Z0-9]+,[^,\"\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex GroupName();
}

using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Knowledge;

/// <summary>What the national drug list and NHSA's published points say alike of an item is told once, with both named; asked over gRPC.</summary>
public sealed class SameLimitTests
{
    private const string Point = "国家医疗保障局“两库”知识点第15批（2026-06-16）";
    private const string List = "《国家基本医疗保险、工伤保险和生育保险药品目录（2024年）》西药部分";

    [Fact]
    public async Task A_drug_list_limit_and_a_point_of_the_same_meaning_make_one_finding_that_names_both()
    {
        using var folder = new TemporaryFolder();
        CopyRules(folder["rules"]);
        Append(folder["rules"], "insurance_limits.csv",
            $"{StarterItems.Plain},甲,工伤,2020-01-01,,GZ1,药品限工伤保险,限工伤保险。,15,KP-1,{Point}",
            $"{StarterItems.Plain},甲,工伤,2020-01-01,,,,限工伤保险。,,,{List}");
        Append(folder["rules"], "diagnosis_limits.csv",
            $"{StarterItems.Plain},甲,痛风,M10,,任一诊断,确诊,甲,2026-11-28,,2020-01-01,,GZ2,药品限适应症,限痛风患者。,15,KP-2,{Point}",
            $"{StarterItems.Plain},甲,痛风,M10,,任一诊断,确诊,甲,2026-11-28,,2020-01-01,,,,限痛风,,,{List}");
        Append(folder["rules"], "texts.csv",
            $"{StarterItems.Plain},甲,药品限适应症,2020-01-01,,GZ2,药品限适应症,限抢救患者。,15,KP-3,{Point}",
            $"{StarterItems.Plain},甲,医保药品目录限定支付范围,2020-01-01,,,,限抢救患者,,,{List}",
            $"{StarterItems.Plain},甲,医保药品目录限定支付范围,2020-01-01,,,,限另一种情形。,,,{List}");
        await using var server = await OwnServer.StartAsync(null, "--rules", folder["rules"]);
        await server.His.ReportAsync("ZY1", "admit", Facts.Admit("ZY1"));
        await server.His.ReportAsync("ZY1", "diagnosis", new EncounterEvent
        {
            Id = "dx",
            OccurredAt = Facts.At(Facts.AdmittedAt.AddHours(1)),
            Diagnosis = new Diagnosis { Code = "I10.x00", Name = "原发性高血压", Principal = true },
        });

        var answer = await server.CheckAsync("ZY1");

        Assert.Equal(CheckState.Complete, answer.State);
        AssertBoth(Assert.Single(answer.Findings, finding => finding.Rule == "insurance-does-not-pay"), "GZ1");
        var suspicion = Assert.Single(answer.Findings, finding => finding.Rule == "diagnosis-outside-limit-as-coded-here");
        AssertBoth(suspicion, "GZ2");
        Assert.Equal((Severity.Suspicion, true, "限痛风患者。"), (suspicion.Severity, suspicion.Trial, suspicion.OfficialText));
        var reminders = answer.Findings.Where(finding => finding.Rule == "official-text").ToDictionary(finding => finding.OfficialText);
        Assert.Equal(["限另一种情形。", "限抢救患者。"], reminders.Keys.Order(StringComparer.Ordinal));
        AssertBoth(reminders["限抢救患者。"], "GZ2");
        Assert.DoesNotContain(Point, reminders["限另一种情形。"].Basis);
        Assert.Equal(2, answer.Findings.Count(finding => finding.Undetermined));
        server.Process.AssertNoUnexpectedErrors();
    }

    private static void AssertBoth(Finding finding, string rule)
    {
        Assert.Contains(Point, finding.Basis);
        Assert.Contains(List, finding.Basis);
        Assert.Equal(rule, finding.OfficialRuleCode);
        Assert.Empty(finding.Also);
    }

    private static void Append(string rules, string file, params string[] rows) => File.AppendAllLines(Path.Combine(rules, "knowledge", file), rows);

    private static void CopyRules(string to)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Rules, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Repository.Rules, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Rules folders for tests: a catalogue of made-up items whose codes have the official shapes, and what a test adds.</summary>
internal static class Folders
{
    public const string Drug = "XL02BBA326A001010102180";
    public const string SisterDrug = "XL02BBA326A001010178537";
    public const string Service = "001102000050000";
    public const string OtherService = "001103000010000";
    public const string Herb = "T000100057";

    private static readonly RuleFile[] Catalogue =
    [
        new(
            "catalogue/items.csv",
            $"""
            item_code,item_name,kind,class,own_share_ratio,category,unit,effective_from
            {Drug},阿帕他胺片,药品,乙,0.1,09,片,2024-01-01
            {SisterDrug},阿帕他胺片,药品,乙,0.1,09,片,2024-01-01
            {Service},住院诊查费,项目,甲,0,02,日,2024-01-01
            {OtherService},急诊监护费,项目,甲,0,05,小时,2024-01-01
            {Herb},薄荷,饮片,,,10,g,2024-01-01

            """),
        new("catalogue/categories.csv", "code,name\n02,诊察费\n05,治疗费\n09,西药费\n10,中药饮片费\n"),
        new("catalogue/age_groups.csv", "age_group,min_age,max_age,age_unit\n儿童,0,17,岁\n新生儿,0,28,天\n老年,60,,岁\n"),
        new("catalogue/insurance_types.csv", "code,name,insurance\n310,职工基本医疗保险,职工\n"),
        new("catalogue/med_types.csv", "code,name,mode\n21,普通住院,住院\n"),
        new("catalogue/frequencies.csv", "code,name,times,period_days,every_hours\nbid,每日两次,2,1,\nq8h,每8小时一次,3,1,8\n"),
    ];

    /// <summary>The catalogue and these files; a file of the catalogue's path replaces it.</summary>
    public static RuleFolder With(params RuleFile[] files) =>
        new([.. Catalogue.Where(known => files.All(file => file.Path != known.Path)), .. files]);

    /// <summary>The rules that the product comes with, from the repository.</summary>
    public static IReadOnlyList<RuleFile> StarterRules() =>
        [.. Directory.EnumerateFiles(Repository.Folder("rules"), "*.json", SearchOption.AllDirectories)
            .Select(path => new RuleFile(Path.GetRelativePath(Repository.Folder("rules"), path).Replace('\\', '/'), File.ReadAllText(path)))
            .Where(file => file.Text.Contains("\"WorkflowName\"", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The starter rules that read one kind of knowledge, on a file of it.</summary>
    public static RuleFolder StarterOf(string kind, string text) =>
        With([.. StarterRules().Where(file => file.Text.Contains($"\"{kind}\"", StringComparison.Ordinal)), new RuleFile($"knowledge/{kind}.csv", text)]);

    /// <summary>The starter rules on knowledge files given as (kind, text).</summary>
    public static RuleFolder Starter(params (string Kind, string Text)[] knowledge) =>
        With([.. StarterRules(), .. knowledge.Select(file => new RuleFile($"knowledge/{file.Kind}.csv", file.Text))]);

    public static Release Built(RuleFolder folder)
    {
        var build = ReleaseBuilder.Build(folder, 1);
        Assert.Empty(build.Faults);
        return build.Release!;
    }
}

namespace OrderCheck.Core.Grouping.Import;

/// <summary>What tables don't say of themselves: name, official source, and the policy under which public labels hold.</summary>
/// <param name="Switches">Used unless the import is told otherwise.</param>
internal sealed record SchemeEdition(string Name, string Version, string Source, PolicySwitches Switches)
{
    private const int Groups20 = 634;
    private const int GroupsBeijing = 696;
    private const int Groups11 = 628;

    private static readonly PolicySwitches Going = new();

    /// <summary>The editions are told apart by their official number of groups.</summary>
    public static SchemeEdition Of(int drgs) => drgs switch
    {
        Groups20 => new("CHS-DRG 2.0", "2.0", "国家医疗保障局：按病组（DRG）付费分组方案 2.0 版（医保办发〔2024〕9号）", new PolicySwitches
        {
            QyEnabled = true,
            OpAllSet = "opendrg_site2026",
            StopUnmatched = true,
            SexMismatchQy = true,
            MdcoFemaleOnly = true,
            NewbornNonPQy = true,
        }),
        Groups11 => new("CHS-DRG 1.1", "1.1", "国家医疗保障局：医疗保障疾病诊断相关分组（CHS-DRG）细分组方案（1.1 版）", Going),
        GroupsBeijing => new("北京 CHS-DRG 2022", "2022", "北京市医疗保障局：CHS-DRG 付费分组方案（以 1.1 版为基础，2022 年）", Going),
        _ => new("本地分组方案", "", "本地医疗保障局发布的分组方案", Going),
    };
}

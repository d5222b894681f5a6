using CsCheck;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Files from people who may err, or from a disk that did: whatever is in them, building ends with a release or with faults.</summary>
public sealed class MutationTests
{
    private const string Splinters = "\"'\\{}[](),:;|*?=>$\n\r\t\0 0a男\uFEFF\uD800";

    private static readonly RuleFolder Whole = Folders.With(
        RuleJson.File(RuleJson.Rule("limit.Window == \"单日\" && use.OnDay() > limit.MaxQuantity", "frequency_limits").Set("ErrorMessage", "【$(item.Name)】已达$(use.OnDay())")),
        new RuleFile("knowledge/frequency_limits.csv", $"item_code,max_quantity,unit,window,period_days,effective_from,official_text\n{Folders.Service},1,日,单日,,2025-01-01,\"每日，\"\"一次\"\"\"\n"),
        new RuleFile("dictionary/prices.csv", $"item_code,unit,price\n{Folders.Service},日,20\n"));

    private static readonly Gen<(int File, double Place, int Cut, char Splinter, int Times)> Damage =
        Gen.Select(Gen.Int[0, Whole.Files.Count - 1], Gen.Double[0, 1], Gen.Int[0, 3], Gen.Int[0, Splinters.Length - 1].Select(i => Splinters[i]), Gen.Int[0, 40]);

    [Fact]
    public void A_damaged_file_gives_faults_or_a_release_and_never_an_exception() =>
        Gen.Select(Damage, Damage).Sample(
            (one, other) =>
            {
                var build = ReleaseBuilder.Build(new RuleFolder(Damaged(Damaged(Whole.Files, one), other)), 1);
                return (build.Release is null) == (build.Faults.Count > 0);
            },
            iter: 400);

    private static RuleFile[] Damaged(IReadOnlyList<RuleFile> files, (int File, double Place, int Cut, char Splinter, int Times) damage)
    {
        RuleFile[] damaged = [.. files];
        var text = files[damage.File].Text;
        var at = (int)(text.Length * damage.Place);
        var rest = Math.Min(text.Length, at + damage.Cut);
        damaged[damage.File] = files[damage.File] with { Text = text[..at] + new string(damage.Splinter, damage.Times) + text[rest..] };
        return damaged;
    }
}

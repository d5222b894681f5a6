using OrderCheck.Core.Grouping;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>Cases labelled by independent groupers, under the settings for which their labels hold.</summary>
[Trait("gate", "grouping")]
public sealed class ReferenceCasesTests
{
    [Fact]
    public void Every_labelled_case_of_1_1_gets_its_group()
    {
        ReferenceTables.SkipUnlessPresent();
        var cases = LabelledCase.Read("chs-drg-1.1_referee_cases.csv");

        Assert.True(cases.Count >= 1_000);
        Assert.Empty(Differences("chs-drg-1.1", cases, "expected_drg_qy_off"));
    }

    [Fact]
    public void Every_case_of_2_0_on_which_two_transcriptions_agree_gets_its_group()
    {
        ReferenceTables.SkipUnlessPresent();
        var cases = LabelledCase.Read("chs-drg-2.0_referee_cases.csv").Where(row => row.Columns["same"] == "1").ToList();

        Assert.True(cases.Count >= 1_000);
        Assert.Empty(Differences("chs-drg-2.0", cases, "expected_drg_opendrg_site2026"));
    }

    [Fact]
    public void Of_Beijings_cases_outside_MDCA_at_least_99_in_100_get_their_group()
    {
        ReferenceTables.SkipUnlessPresent();
        var cases = LabelledCase.Read("beijing-2022_referee_cases.csv").Where(row => row.Columns["expected_mdc"] != "MDCA").ToList();

        var differences = Differences("beijing-2022", cases, "expected_drg");

        Assert.True(cases.Count >= 500);
        Assert.True(differences.Count * 100 <= cases.Count, string.Join('\n', differences));
    }

    private static List<string> Differences(string scheme, IReadOnlyList<LabelledCase> cases, string expected)
    {
        var grouper = new Grouper(ReferenceTables.Scheme(scheme));
        return [.. cases
            .Select(row => (row, result: grouper.Group(row.Case)))
            .Where(pair => pair.result.Drg != pair.row.Columns[expected])
            .Select(pair => $"{pair.row.Id} {pair.row.Columns["tag"]}: {pair.result.Drg} ({pair.result.Cause}) for {pair.row.Columns[expected]}")];
    }
}

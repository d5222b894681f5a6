using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Reasons;
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

    [Fact]
    public void Of_2_0_cases_on_which_transcriptions_differ_each_belongs_to_a_named_switch_or_to_one_known_difference_of_code_lists()
    {
        ReferenceTables.SkipUnlessPresent();
        var cases = LabelledCase.Read("chs-drg-2.0_referee_cases.csv").Where(row => row.Columns["same"] == "0").ToList();
        var explainer = new Explainer(ReferenceTables.Scheme("chs-drg-2.0"));

        var bySwitch = cases.ToLookup(row => string.Join(' ', explainer.Explain(row.Case).Switches.Select(PolicySwitchText.NameOf)));

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', bySwitch.Select(
            rows => $"2.0, transcriptions differ by {(rows.Key.Length == 0 ? "code lists" : $"switch {rows.Key}")}: {rows.Count()} cases")));
        Assert.Equal(["1827"], bySwitch[""].Select(row => row.Id));
        Assert.Equal((27, 3), (bySwitch["newbornNonP"].Count(), bySwitch["mdcoFemaleOnly"].Count()));
        Assert.Equal("IB31", explainer.Explain(cases.Single(row => row.Id == "1827").Case).Result.Drg);
        Assert.Equal(["1827"], Differences("chs-drg-2.0", cases, "expected_drg_opendrg_site2026").Select(line => line.Split(' ')[0]));
        Assert.Empty(Differences("chs-drg-2.0", cases, "drg_from_second_transcription",
            KeyValuePair.Create("newbornNonP", "P00"), KeyValuePair.Create("mdcoFemaleOnly", "off")));
    }

    [Fact]
    public void Of_1_1_cases_that_QY_changes_the_engine_with_QY_on_agrees_but_for_those_of_known_switches()
    {
        ReferenceTables.SkipUnlessPresent();
        var cases = LabelledCase.Read("chs-drg-1.1_referee_cases.csv");
        KeyValuePair<string, string>[] settings = [KeyValuePair.Create("qyEnabled", "on"), KeyValuePair.Create("opAllSet", "site2026")];

        var differences = Differences("chs-drg-1.1", cases, "expected_drg_qy_on_site2026", settings);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', differences.Select(line => $"1.1 with QY on, differs: {line}")));
        Assert.True(differences.Count * 100 <= cases.Count, string.Join('\n', differences));
    }

    [Fact]
    public void Hospital_records_get_the_group_of_a_public_grouper_and_the_unlabelled_six_are_listed()
    {
        ReferenceTables.SkipUnlessPresent();
        var records = LabelledCase.Read("opendrg_shipped_hospital_sample_30.csv");
        var unlabelled = records.Where(row => row.Columns["drg_label_shipped"].Length == 0).ToList();
        var grouper = new Grouper(ReferenceTables.Scheme("chs-drg-1.1"));

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join('\n', unlabelled.Select(row => $"hospital record {row.Id} has no label; here {grouper.Group(row.Case).Drg}")));
        Assert.Equal(30, records.Count);
        Assert.Equal(["H07", "H08", "H23", "H25", "H29", "H30"], unlabelled.Select(row => row.Id));
        Assert.Empty(Differences("chs-drg-1.1", [.. records.Except(unlabelled)], "drg_label_shipped"));
        Assert.Empty(Differences("chs-drg-1.1", records, "drg_opendrg_1.1_now"));
    }

    private static List<string> Differences(string scheme, IReadOnlyList<LabelledCase> cases, string expected, params KeyValuePair<string, string>[] settings)
    {
        var grouper = new Grouper(ReferenceTables.Scheme(scheme, settings));
        return [.. cases
            .Select(row => (row, result: grouper.Group(row.Case)))
            .Where(pair => pair.result.Drg != pair.row.Columns[expected])
            .Select(pair => $"{pair.row.Id} {pair.row.Columns.GetValueOrDefault("tag")}: {pair.result.Drg} ({pair.result.Cause}) for {pair.row.Columns[expected]}")];
    }
}

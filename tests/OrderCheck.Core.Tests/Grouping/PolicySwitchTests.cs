using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Reasons;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

public sealed class PolicySwitchTests
{
    public static TheoryData<string, string, string, string, GroupingCase> Cases => new()
    {
        { "qyEnabled", "off", "BQY", "BR15", Inpatient.Male(50).With("B01").Operated("q.1") },
        { "opAllSet", "wide", "CZ14", "CQY", Inpatient.Male(50).With("C01").Operated("c.2").Staying(1) },
        { "unmatchedInMdc", "goOn", "B00", "0000", Inpatient.Male(50).With("B02") },
        { "sexMismatchQy", "on", "0000", "MQY", Inpatient.Female(50).With("M01") },
        { "mdcoFemaleOnly", "on", "OZ19", "0000", Inpatient.Male(50).With("O01") },
        { "newbornNonP", "PQY", "P00", "PQY", Inpatient.Newborn(3, 3000).With("B01") },
        { "hivAnyDiagnosis", "on", "0000", "YR19", Inpatient.Male(50).With("X01", "Y01") },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_switch_decides_its_case_and_is_named_as_the_reason_under_the_new_setting(
        string name, string value, string before, string after, GroupingCase patient)
    {
        var changed = SmallScheme.Build(KeyValuePair.Create(name, value));

        Assert.Equal(before, new Grouper(SmallScheme.Build()).Group(patient).Drg);
        Assert.Equal(after, new Grouper(changed).Group(patient).Drg);
        Assert.Contains(name, new Explainer(changed).Explain(patient).Switches.Select(PolicySwitchText.NameOf));
    }

    [Fact]
    public void A_case_that_no_switch_touches_names_none() =>
        Assert.Empty(new Explainer(SmallScheme.Build()).Explain(Inpatient.Male(50).With("B01", "CC1").Operated("b.1")).Switches);

    [Fact]
    public void Settings_written_out_read_back_to_the_same()
    {
        var switches = new PolicySwitches { QyEnabled = true, OpAllSet = "wide", NewbornNonPQy = true, HivAnyDiagnosis = false };

        var read = switches.All().Aggregate(new PolicySwitches(), (all, pair) => all.With(pair.Key, pair.Value, ["wide"]));

        Assert.Equal(switches, read);
    }

    [Theory]
    [InlineData("qyEnable", "on", "There is no switch 'qyEnable'")]
    [InlineData("qyEnabled", "maybe", "qyEnabled can't be 'maybe'; it is on or off")]
    [InlineData("opAllSet", "narrow", "default, wide")]
    public void A_wrong_name_or_value_says_what_is_allowed(string name, string value, string expected)
    {
        var refused = Assert.Throws<FormatException>(() => new PolicySwitches().With(name, value, ["wide"]));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }
}

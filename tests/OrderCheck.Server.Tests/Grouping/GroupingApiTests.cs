using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Grouping;
using OrderCheck.Server.Health;
using OrderCheck.Server.Tests.Encounters;
using Xunit;

namespace OrderCheck.Server.Tests.Grouping;

public sealed class GroupingApiTests
{
    private readonly GroupingApi _api = StarterRelease.Api();

    [Fact]
    public async Task A_case_gets_its_group_with_names_scheme_version_and_release()
    {
        var group = await GroupAsync(StarterRelease.Stroke());

        Assert.Equal(("c1", GroupingStatus.Grouped, UngroupedCause.Unspecified), (group.CaseId, group.Status, group.Cause));
        Assert.Equal(("MDCB", "BR2"), (group.Mdc, group.Adrg));
        Assert.StartsWith("BR2", group.Drg, StringComparison.Ordinal);
        Assert.All(new[] { group.MdcName, group.AdrgName, group.DrgName, group.SchemeName }, Assert.NotEmpty);
        Assert.Equal((StarterRelease.Scheme, "2.0", 1), (group.Scheme, group.SchemeVersion, group.ReleaseNumber));
        Assert.Null(group.Reasons);
        Assert.Empty(group.Missing);
        Assert.Empty(group.DiagnosisNotes);
    }

    [Fact]
    public async Task The_region_profile_chooses_the_scheme_by_insurance_type_and_discharge_date()
    {
        var coded = StarterRelease.Stroke();
        (coded.Scheme, coded.Region, coded.InsuranceType, coded.DischargeDate) = ("", StarterRelease.Region, "390", "2026-03-01");

        Assert.Equal((StarterRelease.Scheme, "BR2"), ((await GroupAsync(coded)).Scheme, (await GroupAsync(coded)).Adrg));
    }

    [Fact]
    public async Task A_case_without_a_group_says_why()
    {
        Assert.Equal(UngroupedCause.PrincipalDiagnosisMissing, (await GroupAsync(With(StarterRelease.Stroke(), []))).Cause);
        Assert.Equal(UngroupedCause.PrincipalDiagnosisMissing, (await GroupAsync(With(StarterRelease.Stroke(), ["", "I63.900"]))).Cause);
        var unknown = await GroupAsync(With(StarterRelease.Stroke(), ["Q99.nonsense"]));
        Assert.Equal((GroupingStatus.Ungrouped, UngroupedCause.PrincipalDiagnosisUnknown), (unknown.Status, unknown.Cause));
        Assert.Equal(("0000", "0000", "0000"), (unknown.Mdc, unknown.Adrg, unknown.Drg));
        Assert.Equal((0, "Q99.nonsense", true), (unknown.DiagnosisNotes[0].Position, unknown.DiagnosisNotes[0].Code, unknown.DiagnosisNotes[0].Unknown));
    }

    [Fact]
    public async Task Codes_that_are_unknown_grey_or_of_the_clinical_edition_are_named_at_any_position()
    {
        var scheme = StarterRelease.Release.Grouping.Schemes[StarterRelease.Scheme];
        var coded = StarterRelease.Stroke();
        coded.Diagnoses.Add(Enumerable.Repeat("J18.900", 70));
        coded.Diagnoses.Add("no-such-code");
        coded.Procedures.Add("no-such-procedure");

        var group = await GroupAsync(coded);

        Assert.Equal((72, true), (Assert.Single(group.DiagnosisNotes).Position, group.DiagnosisNotes[0].Unknown));
        Assert.Equal("no-such-procedure", Assert.Single(group.ProcedureNotes).Code);
        Assert.True(scheme.Diagnoses.Find("J18.900", out _) >= 0);
    }

    [Theory]
    [InlineData("case_id", "")]
    [InlineData("sex", "7")]
    [InlineData("age_years", "201")]
    [InlineData("age_days", "-1")]
    [InlineData("birth_weight_g", "20001")]
    [InlineData("stay_days", "36501")]
    [InlineData("scheme", "chs-drg-9.9")]
    [InlineData("diagnoses[1]", "  ")]
    [InlineData("procedures[0]", "47.01\n00")]
    public async Task Bad_form_is_refused_by_field_value_and_what_is_allowed(string field, string value)
    {
        var coded = StarterRelease.Appendectomy();
        coded.Diagnoses.Add("J18.900");
        Spoil(coded, field, value);

        var refused = await Assert.ThrowsAsync<MalformedException>(() => GroupAsync(coded));

        var fault = Assert.Single(refused.Violations);
        Assert.Equal("case." + field, fault.Path);
        Assert.NotEmpty(fault.Allowed);
    }

    [Theory]
    [InlineData("无此市", "390", "2026-03-01", "region")]
    [InlineData(StarterRelease.Region, "999", "2026-03-01", "insurance_type")]
    [InlineData(StarterRelease.Region, "390", "1.3.2026", "discharge_date")]
    [InlineData(StarterRelease.Region, "390", "", "discharge_date")]
    [InlineData(StarterRelease.Region, "390", "2024-12-31", "discharge_date")]
    public async Task Where_no_profile_groups_the_case_it_is_refused_and_never_guessed(string region, string insurance, string day, string field)
    {
        var coded = StarterRelease.Stroke();
        (coded.Scheme, coded.Region, coded.InsuranceType, coded.DischargeDate) = ("", region, insurance, day);

        var refused = await Assert.ThrowsAsync<MalformedException>(() => GroupAsync(coded));

        Assert.Equal("case." + field, Assert.Single(refused.Violations).Path);
    }

    [Fact]
    public async Task Without_a_region_the_hospitals_own_profile_chooses_and_where_it_has_none_the_case_is_refused()
    {
        var coded = StarterRelease.Stroke();
        (coded.Scheme, coded.DischargeDate) = ("", "2026-03-01");

        Assert.Equal(StarterRelease.Scheme, (await GroupAsync(coded)).Scheme);
        var refused = await Assert.ThrowsAsync<MalformedException>(() => _api.GroupCase(
            new GroupCaseRequest { Case = coded }, StarterRelease.Call(TestContext.Current.CancellationToken, hospital: "")));
        Assert.Equal("case.region", Assert.Single(refused.Violations).Path);
    }

    [Fact]
    public async Task In_a_batch_bad_form_is_answered_for_its_case_and_the_others_are_grouped()
    {
        var bad = StarterRelease.Stroke("bad");
        bad.AgeYears = 300;
        var request = new GroupCasesRequest { Cases = { StarterRelease.Stroke("a"), bad, StarterRelease.Appendectomy("b") } };

        var answer = await _api.GroupCases(request, Call());

        Assert.Equal(1, answer.ReleaseNumber);
        Assert.Equal(["a", "bad", "b"], answer.Cases.Select(one => one.Group?.CaseId ?? one.Fault.CaseId));
        var fault = Assert.Single(answer.Cases[1].Fault.Violations);
        Assert.Equal("cases[1].age_years", fault.Field);
        Assert.Contains("300", fault.Description, StringComparison.Ordinal);
        Assert.Equal(("BR2", "GE2"), (answer.Cases[0].Group.Adrg, answer.Cases[2].Group.Adrg));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1_001, false)]
    [InlineData(101, true)]
    public async Task A_batch_has_a_limit(int cases, bool withReasons)
    {
        var request = new GroupCasesRequest { WithReasons = withReasons, Cases = { Enumerable.Range(0, cases).Select(n => StarterRelease.Stroke($"c{n}")) } };

        var refused = await Assert.ThrowsAsync<MalformedException>(() => _api.GroupCases(request, Call()));

        Assert.Equal("cases", Assert.Single(refused.Violations).Path);
    }

    [Fact]
    public async Task The_schemes_and_profiles_of_the_release_are_listed()
    {
        var list = await _api.ListSchemes(new ListSchemesRequest(), Call());

        var scheme = Assert.Single(list.Schemes);
        Assert.Equal((StarterRelease.Scheme, "2.0", 26), (scheme.Id, scheme.Version, scheme.Mdcs));
        Assert.True(scheme.Adrgs >= 409 && scheme.Drgs >= 634, $"{scheme.Adrgs} {scheme.Drgs}");
        Assert.NotEmpty(scheme.Sources);
        Assert.Equal(7, scheme.Switches.Count);
        var profile = Assert.Single(list.Profiles);
        Assert.Equal(
            (StarterRelease.Region, "*", StarterRelease.Scheme, "2025-01-01", ""),
            (profile.Region, profile.Insurance, profile.Scheme, profile.ValidFrom, profile.ValidTo));
        Assert.Equal(1, list.ReleaseNumber);
    }

    [Fact]
    public async Task Without_a_release_nothing_is_grouped() => await Assert.ThrowsAsync<StartingException>(
        () => StarterRelease.Api(new ReleaseHolder()).GroupCase(new GroupCaseRequest { Case = StarterRelease.Stroke() }, Call()));

    [Fact]
    public async Task A_request_without_a_case_is_refused() => Assert.Contains(
        (await Assert.ThrowsAsync<MalformedException>(() => _api.GroupCase(new GroupCaseRequest(), Call()))).Violations,
        static fault => fault.Path == "case");

    private static CodedCase With(CodedCase coded, string[] diagnoses)
    {
        coded.Diagnoses.Clear();
        coded.Diagnoses.Add(diagnoses);
        return coded;
    }

    private static void Spoil(CodedCase coded, string field, string value)
    {
        switch (field)
        {
            case "case_id": coded.CaseId = value; break;
            case "scheme": coded.Scheme = value; break;
            case "sex": coded.Sex = (Sex)int.Parse(value); break;
            case "age_years": coded.AgeYears = int.Parse(value); break;
            case "age_days": coded.AgeDays = int.Parse(value); break;
            case "birth_weight_g": coded.BirthWeightG = int.Parse(value); break;
            case "stay_days": coded.StayDays = int.Parse(value); break;
            case "diagnoses[1]": coded.Diagnoses[1] = value; break;
            default: coded.Procedures[0] = value; break;
        }
    }

    private Task<CaseGroup> GroupAsync(CodedCase coded) => _api.GroupCase(new GroupCaseRequest { Case = coded }, Call());

    private static TestCall Call() => StarterRelease.Call(TestContext.Current.CancellationToken);
}

using System.Collections.Immutable;
using CsCheck;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Reasons;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

[Trait("gate", "grouping")]
public sealed class GroupingPropertyTests
{
    private static readonly KeyValuePair<string, string>[][] Policies =
    [
        [],
        [KeyValuePair.Create("qyEnabled", "off"), KeyValuePair.Create("unmatchedInMdc", "goOn")],
        [KeyValuePair.Create("opAllSet", "wide"), KeyValuePair.Create("sexMismatchQy", "on"), KeyValuePair.Create("mdcoFemaleOnly", "on"),
            KeyValuePair.Create("newbornNonP", "PQY"), KeyValuePair.Create("hivAnyDiagnosis", "on")],
    ];

    private static readonly GroupingScheme[] Schemes = [.. Policies.Select(policy => SmallScheme.Build(policy))];

    private static readonly Gen<GroupingCase> Cases =
        from diagnoses in Gen.OneOf([.. SmallScheme.Diagnoses, "B01x", "unknown"]).Array[0, 6]
        from procedures in Gen.OneOf([.. SmallScheme.Procedures, "unknown"]).Array[0, 4]
        from sex in Gen.OneOf(Sex.Male, Sex.Female, Sex.Unknown)
        from age in Gen.OneOf<int?>(null, 0, 1, 6, 69, 70)
        from days in Gen.OneOf<int?>(null, 0, 28, 29)
        from grams in Gen.OneOf<int?>(null, 1499, 1500)
        from stay in Gen.OneOf<int?>(null, 6, 7)
        select new GroupingCase([.. diagnoses], [.. procedures])
        {
            Sex = sex,
            AgeYears = age,
            AgeDays = age == 0 ? days : null,
            BirthWeightGrams = grams,
            StayDays = stay,
        };

    private static readonly Gen<GroupingScheme> AnyScheme = Gen.OneOf(Schemes);

    [Fact]
    public void The_compiled_engine_agrees_with_a_naive_reading_of_the_rules() =>
        Gen.Select(Cases, AnyScheme).Sample((patient, scheme) =>
            new Grouper(scheme).Group(patient).Drg == new Referee(scheme, SmallScheme.Files()).Group(patient), iter: 3_000);

    [Fact]
    public void The_order_of_other_diagnoses_and_procedures_never_matters() =>
        (from patient in Cases
         from diagnoses in Gen.Shuffle(patient.Diagnoses.Skip(1).ToArray())
         from procedures in Gen.Shuffle(patient.Procedures.Skip(1).ToArray())
         from scheme in AnyScheme
         select (patient, scheme, shuffled: patient with
         {
             Diagnoses = [.. patient.Diagnoses.Take(1), .. diagnoses],
             Procedures = [.. patient.Procedures.Take(1), .. procedures],
         })).Sample(pair => Group(pair.scheme, pair.patient) == Group(pair.scheme, pair.shuffled), iter: 3_000);

    [Theory]
    [InlineData("X01")]
    [InlineData("G99")]
    [InlineData("unknown")]
    public void Another_diagnosis_that_no_list_has_never_changes_the_group(string unlisted) =>
        Gen.Select(Cases.Where(patient => patient.Diagnoses.Length > 0), AnyScheme).Sample((patient, scheme) =>
            Group(scheme, patient) == Group(scheme, patient with { Diagnoses = patient.Diagnoses.Add(unlisted) }), iter: 1_000);

    [Fact]
    public void A_complication_that_the_principal_diagnosis_excludes_never_counts()
    {
        var excluded = new Dictionary<string, string> { ["B01"] = "CC2", ["C01"] = "CC2", ["B02"] = "MCC1" };
        Gen.Select(Cases.Where(patient => patient.Diagnoses.Length > 0 && excluded.ContainsKey(patient.Diagnoses[0])), AnyScheme).Sample((patient, scheme) =>
            Group(scheme, patient) == Group(scheme, patient with { Diagnoses = patient.Diagnoses.Add(excluded[patient.Diagnoses[0]]) }), iter: 1_000);
    }

    [Fact]
    public void Every_reason_replays_to_the_same_result() =>
        Gen.Select(Cases, AnyScheme).Sample((patient, scheme) =>
        {
            var reasons = new Explainer(scheme).Explain(patient);
            return reasons.Result == new Grouper(scheme).Group(patient)
                && new Referee(scheme, SmallScheme.Files()).Replay(reasons, patient) == reasons.Result.Drg;
        }, iter: 3_000);

    [Fact]
    public void A_neighbour_is_what_the_case_gets_with_that_procedure_as_principal() =>
        Gen.Select(Cases, AnyScheme).Sample((patient, scheme) =>
            new Explainer(scheme).Explain(patient).Neighbours.All(neighbour =>
                Group(scheme, patient with { Procedures = WithFirst(patient.Procedures, neighbour.Procedure) }) == neighbour.Result.Drg), iter: 1_000);

    private static ImmutableArray<string> WithFirst(ImmutableArray<string> codes, string first) => [first, .. codes.Remove(first)];

    private static string Group(GroupingScheme scheme, GroupingCase patient) => new Grouper(scheme).Group(patient).Drg;
}

using System.Collections.Immutable;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Reasons;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>Groups one case of a message by one release.</summary>
internal sealed class CaseGrouper(GrouperPool groupers)
{
    /// <param name="region">The region profile of the caller's hospital; "" if it has none.</param>
    /// <returns>Null where the reader has a new violation.</returns>
    public Proto.CaseGroup? Group(FieldReader reader, Proto.CodedCase coded, bool withReasons, Release release, string region)
    {
        var before = reader.Violations.Count;
        CaseReader.Check(reader, coded);
        var chosen = SchemeChooser.Choose(reader, coded, release, region);
        if (reader.Violations.Count > before || chosen is not { } scheme)
            return null;
        var group = withReasons ? Explain(coded, scheme) : Group(coded, scheme);
        group.ReleaseNumber = release.Number;
        return group;
    }

    private Proto.CaseGroup Group(Proto.CodedCase coded, ChosenScheme chosen)
    {
        var grouper = groupers.Get(chosen.Scheme);
        grouper.Begin(
            coded.HasAgeYears ? coded.AgeYears : null,
            coded.HasAgeDays ? coded.AgeDays : null,
            coded.HasBirthWeightG ? coded.BirthWeightG : null,
            (int)coded.Sex,
            coded.HasStayDays ? coded.StayDays : null);
        for (var at = 0; at < coded.Diagnoses.Count; at++)
            grouper.AddDiagnosis(coded.Diagnoses[at].AsSpan().Trim());
        for (var at = 0; at < coded.Procedures.Count; at++)
            grouper.AddProcedure(coded.Procedures[at].AsSpan().Trim());
        var result = grouper.Decide();
        groupers.Return(grouper);
        return GroupWriter.Write(coded, chosen, result);
    }

    private static Proto.CaseGroup Explain(Proto.CodedCase coded, ChosenScheme chosen)
    {
        var explanation = new Explainer(chosen.Scheme).Explain(new GroupingCase(Codes(coded.Diagnoses), Codes(coded.Procedures))
        {
            Sex = (Sex)(int)coded.Sex,
            AgeYears = coded.HasAgeYears ? coded.AgeYears : null,
            AgeDays = coded.HasAgeDays ? coded.AgeDays : null,
            BirthWeightGrams = coded.HasBirthWeightG ? coded.BirthWeightG : null,
            StayDays = coded.HasStayDays ? coded.StayDays : null,
        });
        var group = GroupWriter.Write(coded, chosen, explanation.Result);
        group.Reasons = ReasonsWriter.Write(explanation, chosen.Scheme);
        return group;
    }

    private static ImmutableArray<string> Codes(IEnumerable<string> codes) => [.. codes.Select(static code => code.Trim())];
}

using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>
/// 其他就诊: the patient's other encounters, each told as the case's own is. A case without it is of a patient of whom nobody
/// knows of any; an empty list says that there are none.
/// </summary>
internal static class OtherEncountersReader
{
    private const string Member = "其他就诊";

    private static readonly Caller Reporter = new("", Role.His, "", "");

    public static PatientHistory? Read(CaseObject ruleCase, CaseReading reading)
    {
        if (!ruleCase.Has(Member))
            return null;
        // The days of a case are counted from its own admission, also in what is told of the others.
        var firstDay = reading.FirstDay;
        var others = new List<StaySummary>();
        foreach (var value in ruleCase.Each(Member))
        {
            if (CaseObject.Open(value, $"An entry of '{Member}'", ["患者"], ["说明", "此前"], reading) is not { } other)
                continue;
            var history = new CaseHistory();
            PatientReader.Read(other, history, reading);
            reading.FirstDay = firstDay;
            HistoryReader.Read(other, history, reading);
            var key = new EncounterKey(reading.Dictionary.Hospital.Code, $"就诊{others.Count + 1}");
            var facts = history.Facts.Select((fact, place) => new RecordedFact(place + 1, fact, fact.OccurredAt, Reporter)).ToList();
            others.Add(StaySummary.Of(others.Count + 1, key, reading.Zone, facts));
        }
        return PatientHistory.Of(new PatientEncounters(1 + others.Sum(other => other.Stay.Sequence), others));
    }
}

using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>患者: the admission with what was known at it. A case without one is of an encounter that nobody has registered yet.</summary>
internal static class PatientReader
{
    private static readonly TimeOnly Morning = new(8, 0);

    private static readonly string[] Members = ["入院", .. StayReader.Members, .. ClinicalEvents.Readers.Keys];

    public static void Read(CaseObject ruleCase, CaseHistory history, CaseReading reading)
    {
        if (ruleCase.Find("患者") is not { } value || CaseObject.Open(value, "'患者'", [], Members, reading) is not { } patient)
            return;
        var at = Admission(patient, reading);
        history.Facts.Add(new Admitted(StayReader.Read(patient, reading)) { Id = "入院", OccurredAt = at });
        foreach (var (name, read) in ClinicalEvents.Readers)
        {
            foreach (var known in patient.Each(name))
            {
                if (read(known, new EventAt(history.NextEvent(), 0, at), reading) is { } fact)
                    history.Facts.Add(fact);
            }
        }
    }

    /// <summary>A date makes it the first day of the case.</summary>
    private static DateTimeOffset Admission(CaseObject patient, CaseReading reading)
    {
        if (patient.Text("入院") is { } written && CaseTime.Date(written.Split(' ')[0]) is { } date)
            reading.FirstDay = date;
        return patient.Time("入院", Morning) ?? reading.Zone.At(reading.FirstDay, Morning);
    }
}

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>
/// Makes one of visits that a request tells several times, as callers do that send a patient, or a visit, anew with each line: judged apart,
/// two lines of one day would each be the only one.
/// </summary>
internal static class SameVisits
{
    public static void Unite(List<ReadPatient> patients, ReadingContext context)
    {
        // Most requests are about one patient and one visit.
        if (patients.Count > 1)
            UnitePatients(patients, context);
        foreach (var patient in patients)
        {
            if (patient.Visits.Count > 1)
                Unite(patient.Visits, context);
        }
    }

    private static void UnitePatients(List<ReadPatient> patients, ReadingContext context)
    {
        var first = new Dictionary<string, ReadPatient>(StringComparer.Ordinal);
        patients.RemoveAll(patient =>
        {
            if (patient.Id is null || first.TryAdd(patient.Id, patient))
                return false;
            first[patient.Id].Visits.AddRange(patient.Visits);
            context.Values.Tolerance.Add(Deviations.PatientTwice, patient.Path);
            return true;
        });
    }

    /// <summary>What a visit is told of itself the first time stands; its lines, diagnoses and operations are all of them.</summary>
    private static void Unite(List<ReadVisit> visits, ReadingContext context)
    {
        var first = new Dictionary<string, ReadVisit>(StringComparer.Ordinal);
        visits.RemoveAll(visit =>
        {
            if (visit.Id is null || first.TryAdd(visit.Id, visit))
                return false;
            first[visit.Id].Children.Add(visit.Children);
            context.Values.Tolerance.Add(Deviations.VisitTwice, visit.Path);
            return true;
        });
    }
}

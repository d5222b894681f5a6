namespace OrderCheck.Core.Patients;

/// <summary>
/// Which of the encounters that ever named a patient are the patient's now: an encounter may have been moved to another
/// patient, and master numbers that were merged are one patient's.
/// </summary>
public static class PatientMembers
{
    /// <param name="related">Every encounter that ever named the number, or one that was merged with it.</param>
    public static IReadOnlyList<StaySummary> Of(string patientNumber, IReadOnlyList<StaySummary> related)
    {
        var numbers = Merged(patientNumber, related);
        var takenOver = related
            .SelectMany(owner => owner.Patient.MergedVisits.Select(visit => owner.Stay.Key with { VisitNumber = visit }).Where(key => key != owner.Stay.Key))
            .ToHashSet();
        return
        [
            .. related
                .Where(encounter => encounter is { Counts: true, Patient.PatientNumber: { } number } && numbers.Contains(number) && !takenOver.Contains(encounter.Stay.Key))
                .OrderBy(encounter => encounter.Stay.Key.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>The number, and all that were merged with it, over any number of steps.</summary>
    private static HashSet<string> Merged(string patientNumber, IReadOnlyList<StaySummary> related)
    {
        var merges = related.SelectMany(encounter => encounter.Patient.Merges).ToList();
        var numbers = new HashSet<string>(StringComparer.Ordinal) { patientNumber };
        bool grew;
        do
        {
            grew = false;
            foreach (var merge in merges.Where(merge => numbers.Contains(merge.From) || numbers.Contains(merge.Into)))
                grew |= numbers.Add(merge.From) | numbers.Add(merge.Into);
        }
        while (grew);
        return numbers;
    }
}

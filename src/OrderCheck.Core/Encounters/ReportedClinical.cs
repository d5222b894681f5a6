using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Encounters;

/// <summary>Diagnoses, procedures and pregnancy as a caller tells them, against what the encounter knows of them.</summary>
internal static class ReportedClinical
{
    public static void AddTo(ref List<Fact>? missing, EncounterState state, ReportedEncounter reported, DateTimeOffset now)
    {
        foreach (var diagnosis in reported.Diagnoses)
        {
            if (!Knows(state.Stay, diagnosis))
                AddDiagnosis(ref missing, state, diagnosis with { Id = ReportedFacts.IdOf("diagnosis", diagnosis.Id), Revision = 0 });
        }
        foreach (var procedure in reported.Procedures)
        {
            if (!Knows(state, procedure))
                ReportedFacts.Add(ref missing, state, procedure with { Id = ReportedFacts.IdOf("procedure", procedure.Id), Revision = 0 });
        }
        if (reported.Pregnancy is { } pregnancy && pregnancy != state.Stay.PregnancyAt(now))
            (missing ??= []).Add(new PregnancyRecorded(pregnancy, null) { Id = ReportedFacts.ChangeId("pregnancy", state), OccurredAt = now });
    }

    /// <summary>Suspected is what another channel said; who tells a diagnosis here cannot say that it is not.</summary>
    private static bool Knows(Stay stay, DiagnosisRecorded told)
    {
        foreach (var known in stay.Diagnoses)
        {
            if (known.Code == told.Code && known.InfantNo == told.InfantNo)
                return known.Principal == told.Principal && (known.Suspected || !told.Suspected);
        }
        return false;
    }

    /// <summary>When it was made is kept as it was told first: some callers tell the moment of their call.</summary>
    private static void AddDiagnosis(ref List<Fact>? missing, EncounterState state, DiagnosisRecorded told) =>
        ReportedFacts.Add(ref missing, state, state.EventOf(told.Id) is DiagnosisRecorded known ? told with { OccurredAt = known.OccurredAt } : told);

    private static bool Knows(EncounterState state, ProcedureRecorded told)
    {
        foreach (var known in state.Stay.Procedures)
        {
            if (known.Code == told.Code && known.Principal == told.Principal && (told.Doctor is null || told.Doctor == known.Doctor)
                && state.TimeZone.Day(known.OccurredAt) == state.TimeZone.Day(told.OccurredAt))
            {
                return true;
            }
        }
        return false;
    }
}

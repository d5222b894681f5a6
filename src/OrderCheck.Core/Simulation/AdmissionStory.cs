using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Simulation;

/// <summary>What is reported of a patient when the stay begins.</summary>
internal static class AdmissionStory
{
    public const string InfantNo = "1";

    public static IReadOnlyList<Fact> Tell(SimulatedWard ward, SimulatedPatient patient, StoryWriter writer, SimulationRandom random)
    {
        var facts = new List<Fact>
        {
            new Admitted(Stay(ward, patient, random)) { Id = writer.NextEventId(), OccurredAt = patient.AdmittedAt },
            Diagnosis(patient.Case.Principal, principal: true, patient, writer),
        };
        foreach (var other in patient.Case.Others)
        {
            if (random.Percent(45))
                facts.Add(Diagnosis(other, principal: false, patient, writer));
        }
        facts.Add(new WeightRecorded(random.Between(470, 840) * 100, null)
        {
            Id = writer.NextEventId(),
            OccurredAt = patient.AdmittedAt.AddMinutes(12),
        });
        if (random.Percent(9))
        {
            var known = patient.AdmittedAt.AddMinutes(13);
            facts.Add(new AllergyRecorded(null, "青霉素", false) { Id = writer.NextEventId(), OccurredAt = known });
        }
        if (patient.Case.Delivers)
            Deliver(ward, patient, writer, random, facts);
        else if (patient.Case.Procedure is { } procedure)
            Add(facts, ward, Procedure(procedure, Operated(ward, patient), patient, writer));
        return facts;
    }

    private static StayDetails Stay(SimulatedWard ward, SimulatedPatient patient, SimulationRandom random) => new()
    {
        PatientNumber = $"P{patient.Number:000000}",
        Sex = patient.Sex,
        BirthTime = patient.BirthTime,
        MedType = ward.InpatientMedType,
        InsuType = patient.InsuType,
        Department = patient.Department.Code,
        Ward = patient.Department.Ward,
        Bed = $"{random.Between(1, 40):00}",
        AttendingDoctor = patient.Doctor,
        // The alias comes late or never for some.
        MdtrtId = random.Percent(90) ? $"MD{patient.Number:0000000000}" : null,
    };

    private static DiagnosisRecorded Diagnosis(Coded diagnosis, bool principal, SimulatedPatient patient, StoryWriter writer) =>
        new(diagnosis.Code, diagnosis.Name, principal, Suspected: false, Withdrawn: false, InfantNo: null)
        {
            Id = writer.NextEventId(),
            OccurredAt = patient.AdmittedAt.AddMinutes(10),
        };

    private static ProcedureRecorded Procedure(Coded procedure, DateTimeOffset at, SimulatedPatient patient, StoryWriter writer) =>
        new(procedure.Code, procedure.Name, Principal: true, patient.Doctor) { Id = writer.NextEventId(), OccurredAt = at };

    private static void Deliver(SimulatedWard ward, SimulatedPatient patient, StoryWriter writer, SimulationRandom random, List<Fact> facts)
    {
        facts.Add(new PregnancyRecorded(PregnancyState.Pregnant, random.Between(37, 41))
        {
            Id = writer.NextEventId(),
            OccurredAt = patient.AdmittedAt.AddMinutes(5),
        });
        var born = Operated(ward, patient);
        Add(facts, ward, Procedure(patient.Case.Procedure!, born, patient, writer));
        Add(facts, ward, new BirthRecorded(InfantNo, random.Percent(51) ? Sex.Male : Sex.Female, random.Between(260, 410) * 10)
        {
            Id = writer.NextEventId(),
            OccurredAt = born.AddMinutes(35),
        });
        Add(facts, ward, new PregnancyRecorded(PregnancyState.Lactating, null)
        {
            Id = writer.NextEventId(),
            OccurredAt = born.AddHours(2),
        });
    }

    /// <summary>On the morning after admission.</summary>
    private static DateTimeOffset Operated(SimulatedWard ward, SimulatedPatient patient) =>
        ward.TimeZone.At(ward.TimeZone.Day(patient.AdmittedAt).AddDays(1), new TimeOnly(9, 0));

    /// <summary>Nothing is reported before it happened.</summary>
    private static void Add(List<Fact> facts, SimulatedWard ward, Fact fact)
    {
        if (fact.OccurredAt < ward.Now)
            facts.Add(fact);
    }
}

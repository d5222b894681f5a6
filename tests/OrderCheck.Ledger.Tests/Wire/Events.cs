using CsCheck;
using OrderCheck.Core.Encounters;

namespace OrderCheck.Ledger.Tests.Wire;

/// <summary>Any encounter event, with an id and a time that the caller replaces.</summary>
internal static class Events
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<StayDetails> Stay =
        from codes in Facts.Code.Array[8]
        from sex in Facts.OneOf((Sex?)null, Sex.Male, Sex.Female, Sex.Indeterminate)
        from birth in Facts.Time
        select new StayDetails
        {
            PatientNumber = codes[0],
            Sex = sex,
            BirthTime = codes[1] is null ? null : birth,
            MedType = codes[1],
            InsuType = codes[2],
            Department = codes[3],
            Ward = codes[4],
            Bed = codes[5],
            AttendingDoctor = codes[6],
            MdtrtId = codes[7],
        };

    public static readonly Gen<EncounterFact> Any =
        from kind in Gen.Int[0, 24]
        from stay in Stay
        from id in Facts.Id
        from codes in Facts.Code.Array[4]
        from flags in Gen.Bool.Array[3]
        from time in Facts.Time
        from money in Facts.Price
        from number in Gen.Int[1, 45]
        select kind switch
        {
            0 => (EncounterFact)new Admitted(stay) { Id = "", OccurredAt = At },
            1 => new AdmissionCancelled(codes[0]) { Id = "", OccurredAt = At },
            2 => new StayUpdated(stay) { Id = "", OccurredAt = At },
            3 => new Transferred(id, codes[0], codes[1], codes[2]) { Id = "", OccurredAt = At },
            4 => new BedChanged(id, codes[0]) { Id = "", OccurredAt = At },
            5 => new LeaveStarted(codes[0]) { Id = "", OccurredAt = At },
            6 => new LeaveEnded { Id = "", OccurredAt = At },
            7 => new InsuranceChanged(id, time) { Id = "", OccurredAt = At },
            8 => new Discharged(codes[0]) { Id = "", OccurredAt = At },
            9 => new DischargeCancelled(codes[0]) { Id = "", OccurredAt = At },
            10 => new Settled(id) { Id = "", OccurredAt = At },
            11 => new SettlementCancelled(id) { Id = "", OccurredAt = At },
            12 => new Merged(id, codes[0]) { Id = "", OccurredAt = At },
            13 => new BudgetGiven(id, codes[0] ?? "", money, money, codes[1] ?? "") { Id = "", OccurredAt = At },
            14 => new DiagnosisRecorded(id, codes[0], flags[0], flags[1], flags[2], codes[1]) { Id = "", OccurredAt = At },
            15 => new ProcedureRecorded(id, codes[0], flags[0], codes[1])
            {
                Id = "",
                OccurredAt = At,
                Planned = flags[1],
                EndedAt = flags[1] || number % 2 == 0 ? null : At.AddMinutes(number),
                Withdrawn = flags[2],
            },
            16 => new AllergyRecorded(codes[0], id, flags[0]) { Id = "", OccurredAt = At },
            17 => new LaboratoryValueRecorded(id, codes[0], id, codes[1]?[..1]) { Id = "", OccurredAt = At },
            18 => new WeightRecorded(number, codes[0], number % 2 == 0 ? null : 1 + number % 3000) { Id = "", OccurredAt = At },
            19 => new PregnancyRecorded(PregnancyState.Pregnant, flags[0] ? number : null) { Id = "", OccurredAt = At },
            20 => new PathwayEntered(id, codes[0]) { Id = "", OccurredAt = At },
            21 => new PathwayLeft(id, flags[0], codes[0]) { Id = "", OccurredAt = At, Withdrawn = number % 2 == 0 },
            22 => new ChargesUploaded([.. codes.OfType<string>().Append(id).Distinct()]) { Id = "", OccurredAt = At },
            23 => new SettlementListReported(SettlementLists.Of(stay, id, codes, number, flags[0])) { Id = "", OccurredAt = At },
            _ => new BirthRecorded(id, stay.Sex ?? Sex.Unknown, flags[0] ? number : null) { Id = "", OccurredAt = At },
        };
}

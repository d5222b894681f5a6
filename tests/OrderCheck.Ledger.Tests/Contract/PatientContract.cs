using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>Which encounters ever had to do with a patient.</summary>
public abstract class PatientContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    private int _events;

    [Fact]
    public async Task A_patients_encounters_are_those_whose_facts_name_the_patient_with_what_they_have_recorded()
    {
        await RecordAsync("V1", Admitted("P1"), Units.Charge("C1"));
        await RecordAsync("V2", Units.Charge("C1"), Admitted("P1"));
        await RecordAsync("V2", Units.Charge("C2"));
        await RecordAsync("V3", Admitted("P2"));
        await RecordAsync("V4", Admitted(null));

        Assert.Equal([("V1", 2L), ("V2", 3L)], await ListAsync("P1"));
        Assert.Equal([("V3", 1L)], await ListAsync("P2"));
        Assert.Empty(await ListAsync("P3"));
    }

    [Fact]
    public async Task Another_hospitals_patient_of_the_same_number_is_another()
    {
        await RecordAsync("V1", Admitted("P1"));
        var elsewhere = await Ledger.OpenEncounterAsync(new EncounterKey("H31010400002", "V1"), Cancellation);
        await Ledger.AppendAsync(Units.Of(elsewhere, Empty, Admitted("P1")));

        Assert.Equal(Stay.Hospital, Assert.Single(await Ledger.ListPatientEncountersAsync(Stay.Hospital, "P1", 10, Cancellation)).Key.Hospital);
    }

    [Fact]
    public async Task An_encounter_that_was_moved_to_another_patient_has_to_do_with_both_and_joins_nobody_else()
    {
        await RecordAsync("V1", Admitted("P1"));
        await RecordAsync("V2", Admitted("P1"));
        await RecordAsync("V2", Updated("P2"));
        await RecordAsync("V3", Admitted("P2"));

        Assert.Equal([("V1", 1L), ("V2", 2L)], await ListAsync("P1"));
        Assert.Equal([("V2", 2L), ("V3", 1L)], await ListAsync("P2"));
    }

    [Fact]
    public async Task Merged_numbers_lead_to_each_others_encounters_over_any_number_of_steps()
    {
        await RecordAsync("V1", Admitted("P1"));
        await RecordAsync("V2", Admitted("P1"), MergedInto("P2"));
        await RecordAsync("V3", Admitted("P2"));
        await RecordAsync("V4", Admitted("P2"), MergedInto("P3"));
        await RecordAsync("V5", Admitted("P3"));
        await RecordAsync("V6", Admitted("P9"));

        foreach (var number in (string[])["P1", "P2", "P3"])
            Assert.Equal(["V1", "V2", "V3", "V4", "V5"], (await ListAsync(number)).Select(found => found.Visit));
    }

    [Fact]
    public async Task No_more_are_listed_than_asked_for()
    {
        foreach (var visit in (string[])["V1", "V2", "V3"])
            await RecordAsync(visit, Admitted("P1"));

        Assert.Equal(2, (await Ledger.ListPatientEncountersAsync(Stay.Hospital, "P1", 2, Cancellation)).Count);
    }

    [Fact]
    public async Task A_refused_unit_names_nobody()
    {
        await RecordAsync("V1", Units.Charge("C1"));
        var number = await Ledger.OpenEncounterAsync(Key("V1"), Cancellation);

        var refused = await Ledger.AppendAsync(Units.Of(number, Empty, Admitted("P1")));

        Assert.Equal(AppendStatus.SequenceConflict, refused.Status);
        Assert.Empty(await ListAsync("P1"));
    }

    [Fact]
    public async Task An_encounter_is_found_by_its_number()
    {
        Assert.Equal(Stay, await Ledger.FindKeyAsync(Encounter, Cancellation));
        Assert.Null(await Ledger.FindKeyAsync(Encounter + 1, Cancellation));
    }

    [Fact]
    public async Task Read_anew_out_of_the_ledger_it_is_the_same()
    {
        var random = new Random(7);
        for (var visit = 0; visit < 8; visit++)
            await RecordAsync($"V{visit}", [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Fact(random.Next(4), random.Next(1, 5)))]);
        var numbers = Enumerable.Range(1, 4).Select(number => $"P{number}").ToList();
        var before = new List<IReadOnlyList<(string Visit, long Sequence)>>();
        foreach (var number in numbers)
            before.Add(await ListAsync(number));

        await Place.ExecuteAsync("DELETE FROM patient_mention");
        await Place.ExecuteAsync("INSERT INTO patient_mention_due SELECT number FROM encounter");
        Assert.Empty(await ListAsync("P1"));
        var reopened = await Place.OpenAsync();

        Assert.Contains(before, list => list.Count > 1);
        for (var i = 0; i < numbers.Count; i++)
            Assert.Equal(before[i], await ListAsync(numbers[i], reopened));
        Assert.Equal([0L], await Place.QueryAsync("SELECT count(*) FROM patient_mention_due", row => row.GetInt64(0)));
    }

    private Fact Fact(int kind, int patient) => kind switch
    {
        0 => Admitted($"P{patient}"),
        1 => Updated($"P{patient}"),
        2 => MergedInto($"P{patient}"),
        _ => Units.Charge($"C{Interlocked.Increment(ref _events)}"),
    };

    private Admitted Admitted(string? patient) => new(new StayDetails { PatientNumber = patient }) { Id = NextId(), OccurredAt = Units.Morning };

    private StayUpdated Updated(string patient) => new(new StayDetails { PatientNumber = patient }) { Id = NextId(), OccurredAt = Units.Morning };

    private Merged MergedInto(string patient) => new(null, patient) { Id = NextId(), OccurredAt = Units.Morning };

    private string NextId() => $"E{Interlocked.Increment(ref _events)}";

    private static EncounterKey Key(string visit) => Stay with { VisitNumber = visit };

    private async Task RecordAsync(string visit, params Fact[] facts)
    {
        var number = await Ledger.OpenEncounterAsync(Key(visit), Cancellation);
        var result = await Ledger.AppendAsync(Units.Of(number, await Ledger.ReadHeadAsync(number, Cancellation), facts));
        Assert.Equal(AppendStatus.Appended, result.Status);
    }

    private async Task<IReadOnlyList<(string Visit, long Sequence)>> ListAsync(string patient, IStore? store = null) =>
        [.. (await (store ?? Store).Ledger.ListPatientEncountersAsync(Stay.Hospital, patient, 100, Cancellation)).Select(found => (found.Key.VisitNumber, found.Sequence))];
}

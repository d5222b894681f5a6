using OrderCheck.Core.Encounters;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Patients;

/// <summary>Which encounters are a patient's: mistakes are corrected, master records are merged, visits are merged.</summary>
public sealed class PatientMembersTests
{
    [Fact]
    public void An_encounter_is_of_the_patient_that_its_facts_name_now()
    {
        Visited[] related = [Visited.Outpatient("V1", -9), Visited.Outpatient("V2", -8).Corrected("P2")];

        Assert.Equal(["V1"], Members("P1", related));
        Assert.Equal(["V2"], Members("P2", related));
    }

    [Fact]
    public void Merged_master_records_are_one_patients_under_either_number()
    {
        Visited[] related =
        [
            Visited.Outpatient("V1", -9, patient: "P1"), Visited.Outpatient("V2", -8, patient: "P1").MergedInto("P2"),
            Visited.Outpatient("V3", -7, patient: "P2").MergedInto("P3"), Visited.Outpatient("V4", -6, patient: "P3"), Visited.Outpatient("V5", -5, patient: "P9"),
        ];

        Assert.Equal(["V1", "V2", "V3", "V4"], Members("P1", related));
        Assert.Equal(["V1", "V2", "V3", "V4"], Members("P3", related));
    }

    [Fact]
    public void A_merge_that_was_withdrawn_joins_nobody()
    {
        var mistaken = Visited.Outpatient("V2", -8, patient: "P1").MergedInto("P2")
            .With(new Merged(null, null) { Id = "merged-P2", Revision = 1, OccurredAt = When.Day(1) });
        Visited[] related = [Visited.Outpatient("V1", -9, patient: "P1"), mistaken, Visited.Outpatient("V3", -7, patient: "P2")];

        Assert.Equal(["V1", "V2"], Members("P1", related));
        Assert.Equal(["V3"], Members("P2", related));
    }

    [Fact]
    public void A_visit_whose_facts_another_took_over_does_not_count_beside_it()
    {
        Visited[] related = [Visited.Outpatient("V1", -9).TookOver("V2"), Visited.Outpatient("V2", -9)];

        Assert.Equal(["V1"], Members("P1", related));
    }

    [Fact]
    public void What_waits_under_an_mdtrt_id_does_not_count_beside_the_encounter_that_has_it() =>
        Assert.Equal(["V1"], Members("P1", [Visited.Outpatient("V1", -9), Visited.Outpatient("mdtrt:M1", -9)]));

    [Fact]
    public void An_encounter_without_a_patient_is_nobodys() => Assert.Empty(Members("P1", [Visited.Outpatient("V1", -9, patient: null)]));

    private static IEnumerable<string> Members(string patient, IReadOnlyList<Visited> related) =>
        PatientMembers.Of(patient, [.. related.Select(visit => visit.Summary)]).Select(member => member.Stay.Key.VisitNumber);
}

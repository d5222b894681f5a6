using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Faults;

/// <summary>Every event and clinical fact of the contract, reported over the wire, and what the encounter is after it.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class EventTests(SharedServer shared)
{
    private const string InpatientOnly = "XB05BAU005B002010101415";
    private readonly His _his = shared.His;

    [Fact]
    public async Task A_stay_with_every_kind_of_event_is_recorded_and_ends_where_the_last_ones_say()
    {
        await _his.ReportAsync("all-events", "r1", Facts.Admit("all-events", Sex.Female));
        EncounterEvent[] events =
        [
            Event(1, new EncounterEvent { Update = new Update { Stay = new Stay { Bed = "07" } } }),
            Event(2, new EncounterEvent { Transfer = new Transfer { Department = "A05.02", Ward = "W05", Bed = "02", AttendingDoctor = "D002" } }),
            Event(3, new EncounterEvent { ChangeBed = new ChangeBed { Ward = "W05", Bed = "03" } }),
            Event(4, new EncounterEvent { Leave = new Leave { Reason = "请假" } }),
            Event(5, new EncounterEvent { ReturnFromLeave = new ReturnFromLeave() }),
            Event(6, new EncounterEvent { ChangeInsurance = new ChangeInsurance { Insutype = "390" } }),
            Event(7, new EncounterEvent { Diagnosis = new Diagnosis { Code = "I63.900", Name = "脑梗死", Principal = true } }),
            Event(8, new EncounterEvent { Procedure = new Procedure { Code = "74.1x01", Name = "剖宫产术", Principal = true } }),
            Event(9, new EncounterEvent { Allergy = new Allergy { SubstanceName = "青霉素" } }),
            Event(10, new EncounterEvent { LaboratoryValue = new LaboratoryValue { Code = "ALT", Name = "谷丙转氨酶", Value = "41", Unit = "U/L" } }),
            Event(11, new EncounterEvent { Weight = new Weight { Grams = 61_000 } }),
            Event(12, new EncounterEvent { Pregnancy = new Pregnancy { State = PregnancyState.Pregnant, GestationalWeeks = 39 } }),
            Event(13, new EncounterEvent { Birth = new Birth { InfantNo = "1", Sex = Sex.Male, WeightGrams = 3_300 } }),
            Event(14, new EncounterEvent { GiveBudget = new GiveBudget { GroupCode = "OB19", GroupName = "剖宫产术", PaymentStandard = "9000", StandardCost = "8000", Source = "测试" } }),
            Event(15, new EncounterEvent { Discharge = new Discharge { Way = "1" } }),
            Event(16, new EncounterEvent { CancelDischarge = new CancelDischarge { Reason = "召回" } }),
            Event(17, new EncounterEvent { Settle = new Settle { SetlId = "S1" } }),
            Event(18, new EncounterEvent { CancelSettle = new CancelSettle { SetlId = "S1" } }),
        ];

        var receipt = await _his.ReportAsync("all-events", "r2", events);

        Assert.Equal(events.Length, receipt.Recorded);
        var summary = await _his.DescribeAsync("all-events");
        Assert.True(summary.Admitted);
        Assert.False(summary.Discharged);
        Assert.Equal(("A05.02", "OB19"), (summary.Department, summary.Budget.GroupCode));
    }

    [Fact]
    public async Task A_cancelled_admission_is_no_admission()
    {
        await _his.ReportAsync("cancelled", "r1", Facts.Admit("cancelled"));

        await _his.ReportAsync("cancelled", "r2", Event(1, new EncounterEvent { CancelAdmit = new CancelAdmit { Reason = "误登记" } }));

        Assert.False((await _his.DescribeAsync("cancelled")).Admitted);
    }

    [Fact]
    public async Task What_was_charged_under_a_merged_visit_number_counts_here()
    {
        await _his.PostAsync("merged-away", "r1", Facts.Charge("c1", StarterItems.Plain, 12.30m));
        await _his.ReportAsync("merged-into", "r1", Facts.Admit("merged-into"));

        await _his.ReportAsync("merged-into", "r2", Event(1, new EncounterEvent { Merge = new Merge { FromVisitNumber = "merged-away" } }));

        await Wait.UntilAsync(
            async () => (await _his.DescribeAsync("merged-into")).Totals?.Total == "12.30", "the other visit is joined", TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("21", false)]
    [InlineData("11", true)]
    public async Task A_drug_for_inpatients_is_found_at_a_clinic_and_passes_in_a_stay(string medType, bool found)
    {
        var visit = "visit-type-" + medType;
        var admit = Facts.Admit(visit);
        admit.Admit.Stay.MedType = medType;
        await _his.ReportAsync(visit, "r1", admit);

        var answer = await _his.CheckAsync(visit, Facts.Service("o1", InpatientOnly));

        Assert.Equal(found, answer.Findings.Any(finding => finding.Family == "就医方式" && !finding.Undetermined));
    }

    private static EncounterEvent Event(int hour, EncounterEvent happened)
    {
        happened.Id = "e" + hour;
        happened.OccurredAt = Facts.At(Facts.AdmittedAt.AddHours(hour));
        return happened;
    }
}

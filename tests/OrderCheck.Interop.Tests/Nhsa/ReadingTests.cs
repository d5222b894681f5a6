using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Interop.Nhsa;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>What a request that keeps to the specification says in our words.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void The_patient_and_the_stay_are_as_they_were_told()
    {
        var request = Body.Inpatient().Read();
        var visit = Assert.Single(request.Visits);

        Assert.Equal(new NhsaEnvelope("3101", "H32010000001202603150840120001", "H32010000001", "D320100000123", "1"), request.Envelope);
        Assert.Equal("T20260315084012-000001", request.TaskId);
        Assert.Equal(Body.Now.AddSeconds(-1), request.AskedAt);
        Assert.Equal([Stage.Order], request.Stages);
        Assert.Equal(("PSN3201000001", "ZY20260301-0001", true), (visit.PatientId, visit.VisitId, visit.Current));
        Assert.Equal((3, "综合"), (visit.FacilityLevel, visit.FacilityType));
        Assert.Equal(
            new StayDetails
            {
                PatientNumber = "PSN3201000001",
                Sex = Sex.Male,
                BirthTime = new DateTimeOffset(1958, 6, 2, 0, 0, 0, TimeSpan.FromHours(8)),
                MedType = "21",
                InsuType = "310",
                Department = "N01",
                Ward = "W07",
                Bed = "12",
                AttendingDoctor = "D320100000123",
                MdtrtId = "ZY20260301-0001",
            },
            visit.Reported.Stay);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 10, 0, TimeSpan.FromHours(8)), visit.Reported.AdmittedAt);
        Assert.Null(visit.Reported.Pregnancy);
    }

    [Fact]
    public void Lines_flagged_current_are_asked_about_and_the_others_are_what_was_ordered_before()
    {
        var visit = Body.Inpatient().ReadVisit();

        Assert.Equal(["YZ000003", "YZ000005"], visit.Candidates.Select(order => order.Id));
        Assert.Equal(["YZ000002"], visit.Reported.Orders.Select(order => order.Id));
        Assert.Equal(
            new Order
            {
                Id = "YZ000005",
                Kind = OrderKind.Drug,
                ItemCode = "XN07XXD221B002010102774",
                ItemHospitalCode = "H00005",
                ItemName = "丁苯酞氯化钠注射液",
                LongTerm = true,
                Days = 1,
                Quantity = new Quantity(2, "瓶"),
                UnitPrice = Money.FromYuan(150),
                Amount = Money.FromYuan(300),
                StartAt = new DateTimeOffset(2026, 3, 15, 8, 40, 0, TimeSpan.FromHours(8)),
                PrescriptionNumber = "CF000005",
                Department = "N01",
                Doctor = "D320100000123",
                DoctorTitle = "主治医师",
            },
            visit.Candidates[1]);
    }

    [Fact]
    public void A_line_of_a_long_term_order_is_one_quantity_on_one_day()
    {
        var release = Repository.Release;
        var line = Body.Inpatient().With(body => (body.Line(1)["cnt"], body.Line(1)["spec_unt"], body.Line(1)["curr_drord_flag"]) = (3, "-", "0")).ReadVisit().Reported.Orders[1];
        var dictionary = Core.Hospitals.DictionaryBuilder.Build(new Core.Hospitals.Hospital("", "", null, null, Body.Zone), 1, release.Dictionary.Files).Dictionary!;

        var expected = Assert.Single(OrderExpansion.Expand(line, release, dictionary, Body.Now.AddDays(9)).Lines);

        Assert.Equal(3, Assert.Single(expected.Uses).Quantity);
    }

    [Fact]
    public void Diagnoses_and_operations_keep_the_ids_that_the_caller_gave_them()
    {
        var visit = Body.Inpatient().ReadVisit();

        var diagnosis = Assert.Single(visit.Reported.Diagnoses);
        Assert.Equal(("DX1", "I63.900", "脑梗死", true), (diagnosis.Id, diagnosis.Code, diagnosis.Name, diagnosis.Principal));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(8)), diagnosis.OccurredAt);
        var operation = Assert.Single(visit.Reported.Procedures);
        Assert.Equal(("OP1", "39.7400", true, "D320100000123"), (operation.Id, operation.Code, operation.Principal, operation.Doctor));
    }

    [Fact]
    public void The_main_diagnosis_of_the_visit_is_a_diagnosis_though_no_list_has_it()
    {
        var visit = Body.Inpatient().With(body => body.Visit["fsi_diagnose_dtos"]![0]!["dise_codg"] = "I10.x00").With(body => body.Visit["dscg_main_dise_codg"] = "I63.900").ReadVisit();

        Assert.Equal(["I10.x00", "I63.900"], visit.Reported.Diagnoses.Select(one => one.Code));
        Assert.Equal([true, false], visit.Reported.Diagnoses.Select(one => one.Principal));
    }

    [Fact]
    public void Codes_of_Chinese_medicine_stand_among_the_diagnoses()
    {
        var visit = Body.Inpatient().With(body => body.Visit["fsi_diagnose_dtos"]![0]!["dise_codg"] = "A07.01.01").ReadVisit();

        Assert.Contains(visit.Reported.Diagnoses, one => one.Code == "A07.01.01");
    }

    [Theory]
    [InlineData("1", new[] { Stage.Registration, Stage.Order })]
    [InlineData("2", new[] { Stage.Charge, Stage.Order })]
    [InlineData("4", new[] { Stage.Order })]
    [InlineData("4,5", new[] { Stage.Order })]
    [InlineData("8", new[] { Stage.Discharge, Stage.Charge })]
    [InlineData("3,10", new[] { Stage.Registration, Stage.Order, Stage.Charge })]
    public void A_scenario_asks_at_the_stages_that_the_profile_names_and_lines_are_judged_whatever_it_is(string scenario, Stage[] stages) =>
        Assert.Equal(stages, Body.Inpatient().With(body => body.Data["trig_scen"] = scenario).Read().Stages);

    [Fact]
    public void A_registration_without_lines_asks_about_the_encounter_alone() =>
        Assert.Equal([Stage.Registration], Body.Inpatient().With(body => (body.Data["trig_scen"], body.Visit["fsi_order_dtos"]) = ("3", new System.Text.Json.Nodes.JsonArray())).Read().Stages);

    [Fact]
    public void The_title_that_a_line_tells_of_its_doctor_comes_in_our_words() =>
        Assert.Equal("主治医师", Body.Inpatient().ReadVisit().Candidates[1].DoctorTitle);

    [Fact]
    public void Of_several_visits_the_named_one_is_current_and_another_that_is_asked_about_too()
    {
        var body = Body.Inpatient();
        var other = (System.Text.Json.Nodes.JsonObject)body.Visit.DeepClone();
        other["mdtrt_id"] = "MZ20250101-0001";
        ((System.Text.Json.Nodes.JsonArray)body.Patient["fsi_encounter_dtos"]!).Add(other);
        Assert.Equal([true, true], body.Read().Visits.Select(visit => visit.Current));

        foreach (var line in (System.Text.Json.Nodes.JsonArray)other["fsi_order_dtos"]!)
            line!["curr_drord_flag"] = "0";
        Assert.Equal([true, false], body.Read().Visits.Select(visit => visit.Current));
    }

    [Fact]
    public void A_dialect_is_read_by_its_own_names_and_codes()
    {
        var body = Body.Inpatient();
        Rename(body.Patient, "patn_id", "psn_no");
        Rename(body.Patient, "curr_mdtrt_id", "curr_mdtrt_sn");
        Rename(body.Visit, "mdtrt_id", "mdtrt_sn");
        foreach (var line in body.Lines)
            Rename((System.Text.Json.Nodes.JsonObject)line!, "rx_id", "feedetl_sn");
        (body.Visit["insutype"], body.Visit["matn_stas"], body.Line(1)["drord_dr_profttl"]) = ("91", "4", "231");
        var lines = body.Lines.DeepClone();
        body.Visit.Remove("fsi_order_dtos");
        body.Data["fsi_order_dtos"] = lines;

        var request = body.Read(Repository.Dialect);
        var visit = Assert.Single(request.Visits);

        Assert.Equal(("PSN3201000001", "ZY20260301-0001"), (visit.PatientId, visit.VisitId));
        Assert.Equal(["YZ000003", "YZ000005"], visit.Candidates.Select(order => order.Id));
        Assert.Equal("390", visit.Reported.Stay.InsuType);
        Assert.Equal(PregnancyState.Lactating, visit.Reported.Pregnancy);
        Assert.Equal([Stage.Order, Stage.Verify], request.Stages);
        Assert.Equal("主任医师", visit.Candidates[0].DoctorTitle);
    }

    [Fact]
    public void The_same_code_of_another_region_means_another_thing()
    {
        var body = Body.Inpatient().With(one => one.Visit["matn_stas"] = "1");

        Assert.Equal(PregnancyState.Pregnant, body.ReadVisit().Reported.Pregnancy);
        Assert.Equal(PregnancyState.None, body.ReadVisit(Repository.Dialect).Reported.Pregnancy);
    }

    [Fact]
    public void Self_pay_is_what_the_region_says_it_is()
    {
        var body = Body.Inpatient().With(one => one.Visit["reim_flag"] = "0");

        Assert.Equal("310", body.ReadVisit().Reported.Stay.InsuType);
        Assert.Equal("self_pay", body.ReadVisit(Repository.Dialect).Reported.Stay.InsuType);
    }

    [Fact]
    public void Feedback_tells_what_the_user_did_about_each_warning()
    {
        var (feedback, fault) = NhsaReader.ReadFeedback(Body.Feedback().Bytes(), null, Repository.National, Body.Zone, Body.Now);

        Assert.Null(fault);
        Assert.Equal("1", feedback!.WarnType);
        Assert.Equal([new NhsaDisposition("JR0001", true, "病情需要，超疗程部分改自费并已告知"), new NhsaDisposition("JR0002", false, null)], feedback.Warnings);
    }

    private static void Rename(System.Text.Json.Nodes.JsonObject node, string from, string to)
    {
        var value = node[from]!.DeepClone();
        node.Remove(from);
        node[to] = value;
    }
}

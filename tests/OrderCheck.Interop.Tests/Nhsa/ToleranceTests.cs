using System.Text.Json.Nodes;
using OrderCheck.Core.Amounts;
using OrderCheck.Interop.Nhsa;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>Callers that leave the specification and are served all the same; each leaving is counted by its kind.</summary>
public sealed class ToleranceTests
{
    [Fact]
    public void What_keeps_to_the_specification_is_tolerated_for_nothing_but_its_long_codes_and_its_discharge_now() =>
        Assert.Equal(["discharge_is_now", "over_long"], Body.Inpatient().Tolerated().Keys);

    [Theory]
    [InlineData("patient_dtos")]
    [InlineData("fsi_encounter_dtos")]
    [InlineData("fsi_order_dtos")]
    [InlineData("fsi_diagnose_dtos")]
    public void One_object_stands_for_an_array_of_one(string collection)
    {
        var body = Body.Inpatient();
        var parent = collection switch { "patient_dtos" => body.Data, "fsi_encounter_dtos" => body.Patient, _ => body.Visit };
        parent[collection] = ((JsonArray)parent[collection]!)[^1]!.DeepClone();

        var request = body.Read();

        Assert.Equal(1, body.Tolerated()["single_object"]);
        Assert.Contains(request.Visits[0].Candidates, order => order.Id == "YZ000005");
    }

    [Fact]
    public void Child_collections_may_stand_beside_the_patients()
    {
        var body = Body.Inpatient();
        foreach (var collection in (string[])["fsi_order_dtos", "fsi_diagnose_dtos", "fsi_operation_dtos"])
        {
            body.Data[collection] = body.Visit[collection]!.DeepClone();
            body.Visit.Remove(collection);
        }
        body.Data["fsi_encounter_dtos"] = body.Patient["fsi_encounter_dtos"]!.DeepClone();
        body.Patient.Remove("fsi_encounter_dtos");

        var visit = body.ReadVisit();

        Assert.Equal((2, 1, 1, 1), (visit.Candidates.Count, visit.Reported.Orders.Count, visit.Reported.Diagnoses.Count, visit.Reported.Procedures.Count));
        Assert.Equal(4, body.Tolerated()["sibling_collection"]);
    }

    /// <summary>Judged apart, each line would be the only one of its day.</summary>
    [Fact]
    public void A_visit_or_a_patient_that_is_told_anew_with_each_line_is_one()
    {
        var body = Body.Inpatient();
        var candidates = body.ReadVisit().Candidates.Count;
        var (again, patient) = ((JsonObject)body.Visit.DeepClone(), (JsonObject)body.Patient.DeepClone());
        again["fsi_order_dtos"] = new JsonArray(Renamed(body, "YZ-2"));
        patient["fsi_encounter_dtos"]![0]!["fsi_order_dtos"] = new JsonArray(Renamed(body, "YZ-3"));
        ((JsonArray)body.Patient["fsi_encounter_dtos"]!).Add(again);
        ((JsonArray)body.Data["patient_dtos"]!).Add(patient);

        var visit = body.ReadVisit();

        Assert.Equal(candidates + 2, visit.Candidates.Count);
        Assert.Equal(["YZ-2", "YZ-3"], visit.Candidates.Select(static order => order.Id).Where(static id => id.StartsWith("YZ-", StringComparison.Ordinal)));
        Assert.Single(visit.Reported.Diagnoses);
        Assert.Equal((1, 2), (body.Tolerated()["patient_twice"], body.Tolerated()["visit_twice"]));

        static JsonObject Renamed(Body body, string id)
        {
            var line = (JsonObject)body.Line(body.Lines.Count - 1).DeepClone();
            line["rx_id"] = id;
            return line;
        }
    }

    [Fact]
    public void Of_several_visits_a_line_beside_them_says_whose_it_is()
    {
        var body = Body.Inpatient();
        var other = (JsonObject)body.Visit.DeepClone();
        (other["mdtrt_id"], other["fsi_order_dtos"]) = ("ZY-OTHER", new JsonArray());
        ((JsonArray)body.Patient["fsi_encounter_dtos"]!).Add(other);
        var line = (JsonObject)body.Line(1).DeepClone();
        (line["rx_id"], line["mdtrt_id"]) = ("YZ-OTHER", "ZY-OTHER");
        body.Data["fsi_order_dtos"] = new JsonArray(line);

        Assert.Equal("YZ-OTHER", Assert.Single(body.Read().Visits[1].Candidates).Id);
    }

    [Fact]
    public void Numbers_come_as_texts_and_texts_as_numbers()
    {
        var body = Body.Inpatient().With(one => (one.Line(1)["cnt"], one.Line(1)["pric"], one.Line(1)["rx_id"], one.Line(1)["hilist_type"]) = ("1.50", " 5 ", 4711, 201));
        var line = body.ReadVisit().Candidates[0];

        Assert.Equal(("4711", new Quantity(1.5m, "次"), Money.FromYuan(5)), (line.Id, line.Quantity!.Value, line.UnitPrice!.Value));
        Assert.Equal((2, 2), (body.Tolerated()["number_as_text"], body.Tolerated()["text_as_number"]));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"-\"")]
    [InlineData("null")]
    public void Blanks_dashes_and_null_are_unknown(string nothing)
    {
        var body = Body.Inpatient().With(one => (one.Visit["insutype"], one.Line(1)["pric"], one.Line(1)["spec_unt"]) = (JsonNode.Parse(nothing), JsonNode.Parse(nothing), JsonNode.Parse(nothing)));
        var visit = body.ReadVisit();

        Assert.Null(visit.Reported.Stay.InsuType);
        Assert.Null(visit.Candidates[0].UnitPrice);
        Assert.Equal(new Quantity(1, Quantity.BilledUnit), visit.Candidates[0].Quantity);
        Assert.Equal(3, body.Tolerated()["blank_for_unknown"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("\"R01\"")]
    public void Which_rules_apply_is_not_the_callers_to_say(string rules) =>
        Assert.DoesNotContain("unknown_field", Body.Inpatient().With(body => body.Data["rule_ids"] = JsonNode.Parse(rules)).Tolerated().Keys);

    [Theory]
    [InlineData("gend", "01")]
    [InlineData("med_mdtrt_type", "210")]
    [InlineData("medins_lv", "2")]
    [InlineData("med_type", "021")]
    public void Short_and_long_codes_are_found(string field, string code)
    {
        var body = Body.Inpatient();
        var node = field == "gend" ? body.Patient : body.Visit;
        var usual = body.ReadVisit();
        node[field] = code;

        var visit = body.ReadVisit();

        Assert.Equal(usual.Reported.Stay, visit.Reported.Stay);
        Assert.Equal(usual.FacilityLevel, visit.FacilityLevel);
        Assert.Equal(1, body.Tolerated()["short_code"]);
    }

    [Fact]
    public void Without_a_med_type_the_kind_of_visit_says_enough()
    {
        var body = Body.Inpatient().With(one => (one.Visit["med_type"], one.Visit["med_mdtrt_type"]) = ("", "1"));

        Assert.Equal("11", body.ReadVisit().Reported.Stay.MedType);
    }

    [Theory]
    [InlineData("2026-03-15 08:40:12")]
    [InlineData("2026-03-15 08:35:00")]
    [InlineData("2026-03-20 10:00:00")]
    [InlineData("9999-12-31 00:00:00")]
    [InlineData("")]
    public void Who_leaves_now_or_later_is_still_here(string discharge) =>
        Assert.Null(Body.Inpatient().With(body => body.Visit["dscg_date"] = discharge).ReadVisit().Reported.DischargedAt);

    [Fact]
    public void Who_left_an_hour_ago_has_left() =>
        Assert.Equal(Body.Now.AddSeconds(-13).AddHours(-1), Body.Inpatient().With(body => body.Visit["dscg_date"] = "2026-03-15 07:40:00").ReadVisit().Reported.DischargedAt);

    [Theory]
    [InlineData("20260314091500")]
    [InlineData("20260314091500123")]
    [InlineData("202603140915")]
    [InlineData("2026-03-14T09:15:00")]
    [InlineData("2026-03-14T09:15:00.000")]
    [InlineData("2026-03-14T01:15:00Z")]
    [InlineData("2026-03-14T09:15:00+08:00")]
    [InlineData("2026-03-14T10:15:00+0900")]
    [InlineData("2026/3/14 9:15:00")]
    [InlineData("2026-03-14 09:15")]
    public void Dates_in_other_forms_are_the_same_moment(string date)
    {
        var body = Body.Inpatient().With(one => one.Line(1)["drord_begn_date"] = date);

        Assert.Equal(new DateTimeOffset(2026, 3, 14, 9, 15, 0, TimeSpan.FromHours(8)), body.ReadVisit().Candidates[0].StartAt.AddMilliseconds(-body.ReadVisit().Candidates[0].StartAt.Millisecond));
        Assert.Equal(1, body.Tolerated()["date_form"]);
    }

    [Fact]
    public void A_date_alone_is_its_first_moment() =>
        Assert.Equal(
            new DateTimeOffset(2026, 3, 14, 0, 0, 0, TimeSpan.FromHours(8)),
            Body.Inpatient().With(body => body.Line(1)["drord_begn_date"] = "2026-03-14").ReadVisit().Candidates[0].StartAt);

    [Fact]
    public void The_end_of_a_day_is_the_beginning_of_the_next() =>
        Assert.Equal(
            new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.FromHours(8)),
            Body.Inpatient().With(body => body.Line(1)["drord_begn_date"] = "2026-03-14 24:00:00").ReadVisit().Candidates[0].StartAt);

    [Theory]
    [InlineData("2026-03-14 24:00:01")]
    [InlineData("2026-03-14 25:00:00")]
    public void No_other_hour_is_beyond_the_day(string date) =>
        Assert.EndsWith("drord_begn_date", Body.Inpatient().With(body => body.Line(1)["drord_begn_date"] = date).Refused().Path, StringComparison.Ordinal);

    [Fact]
    public void Codes_of_23_characters_are_neither_cut_nor_refused()
    {
        var body = Body.Inpatient();

        Assert.Equal("XN07XXD221B002010102774", body.ReadVisit().Candidates[1].ItemCode);
        Assert.Equal(new Deviation("over_long", "input.data.patient_dtos[0].fsi_encounter_dtos[0].fsi_order_dtos[2].hilist_code", 1), Assert.Single(body.Read().Tolerated, one => one.Kind == "over_long"));
    }

    [Fact]
    public void Names_longer_than_records_keep_are_cut_between_characters()
    {
        var name = Body.Inpatient().With(body => body.Line(1)["hilist_name"] = string.Concat(Enumerable.Repeat("𠮷", 300))).ReadVisit().Candidates[0].ItemName!;

        Assert.InRange(name.Length, 190, 200);
        Assert.EndsWith("𠮷…", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_nobody_knows_and_fields_that_are_not_there_are_counted()
    {
        var body = Body.Inpatient().With(one => one.Visit.Remove("setl_totlnum")).With(one => one.Line(1).Remove("rxno")).With(one => one.Visit["setl_date"] = JsonNode.Parse("{\"a\":[1,{}]}"));

        Assert.Equal((1, 1), (body.Tolerated()["missing_field"], body.Tolerated()["unknown_field"]));
        Assert.Equal("input.data.patient_dtos[0].fsi_encounter_dtos[0].fsi_order_dtos[1].rxno", Assert.Single(body.Read().Tolerated, one => one.Kind == "missing_field").Path);
    }

    [Fact]
    public void A_line_without_a_flag_is_asked_about() =>
        Assert.Equal(3, Body.Inpatient().With(body => body.Line(0).Remove("curr_drord_flag")).ReadVisit().Candidates.Count);

    [Fact]
    public void Without_a_scenario_the_transaction_says_what_is_asked()
    {
        var body = Body.Inpatient().With(one => one.Data.Remove("trig_scen"));

        Assert.Equal([Core.Checks.Stage.Order], body.Read().Stages);
        Assert.Equal([Core.Checks.Stage.Discharge, Core.Checks.Stage.Charge], body.With(one => one.Root["infno"] = "3102").Read().Stages);
        Assert.Equal(1, body.Tolerated()["no_scenario"]);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(0)]
    public void A_refund_that_is_asked_about_is_named_as_not_judged(int count)
    {
        var visit = Body.Inpatient().With(body => body.Line(1)["cnt"] = count).ReadVisit();

        Assert.Equal("YZ000003", Assert.Single(visit.Unjudged).RxId);
        Assert.Equal("YZ000005", Assert.Single(visit.Candidates).Id);
    }

    [Fact]
    public void A_line_that_names_no_item_is_named_as_not_judged()
    {
        var body = Body.Inpatient();
        foreach (var field in (string[])["hilist_code", "hilist_name", "hosplist_code", "hosplist_name"])
            body.Line(1)[field] = "";

        Assert.Equal("YZ000003", Assert.Single(body.ReadVisit().Unjudged).RxId);
    }

    [Fact]
    public void Several_lines_of_one_id_are_several_lines_and_the_same_ones_each_time()
    {
        var body = Body.Inpatient().With(one => one.Line(2)["rx_id"] = "YZ000003");

        var lines = body.ReadVisit().Candidates;

        Assert.Equal(2, lines.Select(line => line.Id).Distinct().Count());
        Assert.All(lines, line => Assert.Equal("YZ000003", LineIds.RxIdOf(line.Id)));
        Assert.Equal(lines, body.ReadVisit().Candidates);
        Assert.Equal(1, body.Tolerated()["shared_line_id"]);
    }

    [Fact]
    public void The_same_line_twice_is_one()
    {
        var body = Body.Inpatient().With(one => one.Lines.Add(one.Line(1).DeepClone()));

        Assert.Equal(2, body.ReadVisit().Candidates.Count);
        Assert.Equal(1, body.Tolerated()["same_line_twice"]);
    }

    [Theory]
    [InlineData("3102", false)]
    [InlineData("", false)]
    [InlineData("2201", true)]
    public void Another_transactions_number_is_counted_and_the_address_decides(string number, bool counted) =>
        Assert.Equal(counted, Body.Inpatient().With(body => body.Root["infno"] = number).Tolerated().ContainsKey("other_infno"));

    [Fact]
    public void A_member_that_nobody_knows_is_named_by_its_path_unless_its_name_could_be_a_persons()
    {
        var path = "input.data.patient_dtos[0].fsi_encounter_dtos[0].fsi_order_dtos[1]";

        Assert.Equal($"{path}.setl_date", Unknown("setl_date"));
        Assert.Equal(path, Unknown("测试患者甲甲"));
        Assert.Equal(path, Unknown("330102195803011234"));

        static string Unknown(string name) => Assert.Single(Body.Inpatient().With(body => body.Line(1)[name] = 1).Read().Tolerated, one => one.Kind == "unknown_field").Path;
    }

    [Fact]
    public void A_member_given_twice_is_named_by_its_path_and_the_last_one_stands()
    {
        var text = System.Text.Encoding.UTF8.GetString(Body.Inpatient().Bytes());
        var at = text.IndexOf("\"cnt\":", text.IndexOf("YZ000003", StringComparison.Ordinal), StringComparison.Ordinal);

        var (request, _) = NhsaReader.ReadAudit(System.Text.Encoding.UTF8.GetBytes(text.Insert(at, "\"cnt\":7,\"cnt\":8,")), null, Repository.National, Body.Zone, Body.Now);

        Assert.Equal(
            new Deviation("field_twice", "input.data.patient_dtos[0].fsi_encounter_dtos[0].fsi_order_dtos[1].cnt", 2),
            Assert.Single(request!.Tolerated, one => one.Kind == "field_twice"));
        Assert.Equal(1, request.Visits[0].Candidates[0].Quantity!.Value.Value);
    }

    [Fact]
    public void A_stay_of_ten_thousand_lines_is_read_with_at_most_two_and_a_half_kilobytes_for_each()
    {
        var body = Body.Inpatient();
        var line = body.Line(0);
        foreach (var blank in line.Where(field => field.Value is null || field.Value.ToString().Length == 0).Select(field => field.Key).ToList())
            line.Remove(blank);
        foreach (var number in Enumerable.Range(0, 10_000))
        {
            var one = line.DeepClone();
            one["rx_id"] = $"FY{number:D8}";
            body.Lines.Add(one);
        }
        var bytes = body.Bytes();
        _ = NhsaReader.ReadAudit(bytes, null, Repository.National, Body.Zone, Body.Now);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (request, _) = NhsaReader.ReadAudit(bytes, null, Repository.National, Body.Zone, Body.Now);

        Assert.Equal(10_001, Assert.Single(request!.Visits).Reported.Orders.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 25_000_000);
    }
}

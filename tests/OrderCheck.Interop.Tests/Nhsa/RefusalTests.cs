using System.Text;
using System.Text.Json.Nodes;
using OrderCheck.Interop.Nhsa;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>What cannot be understood comes back with its path, the form of the value and what is allowed, and with nothing of a patient.</summary>
public sealed class RefusalTests
{
    private const string Visit = "input.data.patient_dtos[0].fsi_encounter_dtos[0]";

    [Fact]
    public void A_date_that_is_none_is_named_by_its_path()
    {
        var fault = Body.Inpatient().With(body => body.Visit["adm_date"] = "去年春天2026").Refused();

        Assert.Equal($"{Visit}.adm_date", fault.Path);
        Assert.Equal($"{Visit}.adm_date：值的形式为“字字字字9999”，应为日期时间，如2026-03-15 08:40:12", fault.Message);
        Assert.Equal("H32010000001202603150840120001", fault.MessageId);
    }

    [Theory]
    [InlineData("2026-02-30 00:00:00")]
    [InlineData("2026-03-14 25:00:00")]
    [InlineData("1999-12-31 00:00:00")]
    [InlineData("2027-12-31 00:00:00")]
    [InlineData("20260314 09")]
    [InlineData("2026-03-14T09:15:00+99:00")]
    public void Days_that_are_none_and_times_that_cannot_be_are_refused(string date) =>
        Assert.Equal($"{Visit}.fsi_order_dtos[1].drord_begn_date", Body.Inpatient().With(body => body.Line(1)["drord_begn_date"] = date).Refused().Path);

    [Theory]
    [InlineData("\"两瓶\"")]
    [InlineData("\"1,000\"")]
    [InlineData("1e400")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("99999999999999")]
    public void A_quantity_that_is_no_number_is_refused(string count) =>
        Assert.Equal($"{Visit}.fsi_order_dtos[1].cnt", Body.Inpatient().With(body => body.Line(1)["cnt"] = JsonNode.Parse(count)).Refused().Path);

    [Fact]
    public void A_scenario_that_nobody_knows_is_refused_with_those_that_are_known()
    {
        var fault = Body.Inpatient().With(body => body.Data["trig_scen"] = "4,77").Refused();

        Assert.Equal("input.data.trig_scen", fault.Path);
        Assert.Contains("“77”", fault.Message, StringComparison.Ordinal);
        Assert.Contains("5事前-住院执行医嘱", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whether_a_line_is_asked_about_is_never_guessed() =>
        Assert.Equal($"{Visit}.fsi_order_dtos[1].curr_drord_flag", Body.Inpatient().With(body => body.Line(1)["curr_drord_flag"] = "7").Refused().Path);

    [Theory]
    [InlineData("rx_id", $"{Visit}.fsi_order_dtos[1].rx_id")]
    [InlineData("mdtrt_id", $"{Visit}.mdtrt_id")]
    [InlineData("patn_id", "input.data.patient_dtos[0].patn_id")]
    [InlineData("patient_dtos", "input.data.patient_dtos")]
    [InlineData("fsi_encounter_dtos", "input.data.patient_dtos[0].fsi_encounter_dtos")]
    [InlineData("input", "input")]
    public void What_cannot_be_done_without_is_named(string field, string path)
    {
        var body = Body.Inpatient();
        body.Line(1).Remove(field);
        body.Visit.Remove(field);
        body.Patient.Remove(field == "mdtrt_id" ? "curr_mdtrt_id" : field);
        body.Data.Remove(field);
        body.Root.Remove(field);

        Assert.Equal(path, body.Refused().Path);
    }

    [Fact]
    public void A_text_is_no_object_and_an_object_no_text()
    {
        Assert.Equal("input.data.patient_dtos[0].fsi_encounter_dtos", Body.Inpatient().With(body => body.Patient["fsi_encounter_dtos"] = "x").Refused().Path);
        Assert.Equal($"{Visit}.fsi_order_dtos[3]", Body.Inpatient().With(body => body.Lines.Add("x")).Refused().Path);
        Assert.Equal($"{Visit}.bedno", Body.Inpatient().With(body => body.Visit["bedno"] = new JsonObject()).Refused().Path);
    }

    [Fact]
    public void No_message_says_who_the_patient_is()
    {
        foreach (var (node, field) in ((string, string)[])[("patient", "gend"), ("patient", "brdy"), ("visit", "adm_date"), ("line", "cnt"), ("line", "curr_drord_flag"), ("line", "drord_begn_date"), ("data", "trig_scen")])
        {
            foreach (var value in (string[])["测试患者甲甲", "PSN3201000001"])
            {
                var body = Body.Inpatient();
                (node switch { "patient" => body.Patient, "visit" => body.Visit, "line" => body.Line(1), _ => body.Data })[field] = value;
                if (body.TryRead().Fault is { } fault)
                    Assert.DoesNotContain(value, fault.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Where_a_text_stops_being_JSON_is_told_by_path_line_and_column()
    {
        var text = Body.Text("3101.json").Replace("\"cnt\": 1,", "\"cnt\": 1;", StringComparison.Ordinal);
        var (_, fault) = NhsaReader.ReadAudit(Encoding.UTF8.GetBytes(text), null, Repository.National, Body.Zone, Body.Now);

        Assert.Equal($"{Visit}.fsi_order_dtos[1].cnt", fault!.Path);
        Assert.Equal(text[..text.IndexOf("\"cnt\": 1;", StringComparison.Ordinal)].Count(c => c == '\n') + 1, fault.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"3101\"")]
    [InlineData("{}")]
    [InlineData("{\"input\":{\"data\":{}}}")]
    [InlineData("{\"input\":[[[]]]}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"input\":{\"data\":{}}} x")]
    [InlineData("{\"input\":{\"data\":{\"patient_dtos\":[{\"patn_name\":\"\\ud800\"}]}}}")]
    public void Bodies_that_are_no_request_are_refused(string text)
    {
        var (request, fault) = NhsaReader.ReadAudit(Encoding.UTF8.GetBytes(text), null, Repository.National, Body.Zone, Body.Now);

        Assert.Null(request);
        Assert.NotEqual("", fault!.Message);
    }

    [Theory]
    [InlineData("dspo_way", "3")]
    [InlineData("dspo_way", "")]
    [InlineData("warn_rslt_id", "")]
    public void A_disposition_without_its_warning_or_of_an_unknown_kind_is_refused(string field, string value)
    {
        var body = Body.Feedback();
        ((JsonArray)body.Data["warns"]!)[1]![field] = value;
        var (feedback, fault) = NhsaReader.ReadFeedback(body.Bytes(), null, Repository.National, Body.Zone, Body.Now);

        Assert.Null(feedback);
        Assert.Equal($"input.data.warns[1].{field}", fault!.Path);
    }
}

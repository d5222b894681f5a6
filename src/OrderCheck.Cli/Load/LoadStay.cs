using System.Globalization;
using System.Text.Json;
using OrderCheck.Core.Hospitals;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Load;

/// <summary>A stay with its question, as NHSA's 3101 tells it and as a gRPC check has the same lines inline.</summary>
/// <param name="Told">Two hundred lines of before and five asked about, in UTF-8.</param>
/// <param name="Inline">The same lines as orders to check: as many as a call may have.</param>
internal sealed record LoadStay(byte[] Told, CheckOrdersRequest Inline)
{
    private const int LinesBefore = 200;
    private const int LinesAsked = 5;
    private const int MostInline = 200;

    private static readonly TimeZoneInfo Zone = Core.Hospitals.Hospital.FindTimeZone(Core.Hospitals.Hospital.DefaultTimeZoneId);

    public static LoadStay Of(LoadPatient patient, string hospital)
    {
        var lines = new List<Order>(LinesBefore + LinesAsked);
        for (var number = 0; number < LinesBefore + LinesAsked; number++)
        {
            var line = patient.Fifty.Orders[number % patient.Fifty.Orders.Count].Clone();
            line.Id = $"N{number}";
            lines.Add(line);
        }
        var inline = new CheckOrdersRequest { Encounter = patient.Fifty.Encounter, Orders = { lines[^MostInline..] } };
        return new LoadStay(Tell(patient.VisitNumber, hospital, lines), inline);
    }

    private static byte[] Tell(string visit, string hospital, List<Order> lines)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Texts(json, ("infno", "3101"), ("msgid", hospital + "202603150840120001"), ("mdtrtarea_admvs", "330100"), ("insuplc_admdvs", "330100"), ("recer_sys_code", "OC"),
                ("infver", "V1.0"), ("opter_type", "1"), ("opter", "load"), ("opter_name", ""), ("inf_time", Time(lines[0])), ("fixmedins_code", hospital), ("fixmedins_name", ""));
            json.WriteStartObject("input");
            json.WriteStartObject("data");
            Texts(json, ("syscode", "HIS"), ("task_id", "load"), ("trig_scen", "5"));
            json.WriteStartArray("patient_dtos");
            json.WriteStartObject();
            Texts(json, ("patn_id", "LOAD" + visit), ("patn_name", ""), ("gend", ""), ("brdy", ""), ("poolarea", "330100"), ("curr_mdtrt_id", visit));
            json.WriteStartArray("fsi_encounter_dtos");
            Encounter(json, visit, hospital, lines);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Encounter(Utf8JsonWriter json, string visit, string hospital, List<Order> lines)
    {
        json.WriteStartObject();
        Texts(json, ("mdtrt_id", visit), ("medins_id", hospital), ("medins_name", ""), ("medins_admdvs", "330100"), ("medins_type", "A1"), ("medins_lv", "03"), ("med_mdtrt_type", "2"));
        json.WriteStartArray("fsi_order_dtos");
        for (var number = 0; number < lines.Count; number++)
            Line(json, lines[number], asked: number >= LinesBefore);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>With every member that the specification asks for, as long as they are in a hospital.</summary>
    private static void Line(Utf8JsonWriter json, Order line, bool asked)
    {
        json.WriteStartObject();
        Texts(json, ("rx_id", line.Id), ("rxno", "CF" + line.Id), ("grpno", ""), ("long_drord_flag", "0"), ("hilist_type", TypeOf(line.Kind)), ("chrg_type", "05"), ("drord_bhvr", "0"),
            ("hilist_code", line.ItemCode), ("hilist_name", line.ItemName), ("hilist_dosform", ""), ("hilist_lv", "01"), ("hosplist_code", ""), ("hosplist_name", ""), ("hosplist_dosform", ""));
        json.WriteNumber("hilist_pric", 10);
        json.WriteNumber("cnt", 1);
        json.WriteNumber("pric", 10);
        json.WriteNumber("sumamt", 10);
        json.WriteNumber("ownpay_amt", 0);
        json.WriteNumber("selfpay_amt", 0);
        Texts(json, ("spec", "0.25g×12片/盒"), ("spec_unt", line.Quantity.Unit), ("drord_begn_date", Time(line)), ("drord_dept_codg", line.Department), ("drord_dept_name", "神经内科"),
            ("drord_dr_codg", line.Doctor), ("drord_dr_name", ""), ("drord_dr_profttl", ""), ("curr_drord_flag", asked ? "1" : "0"));
        json.WriteEndObject();
    }

    private static string TypeOf(OrderKind kind) => kind switch
    {
        OrderKind.Drug => "101",
        OrderKind.Consumable => "301",
        _ => "201",
    };

    private static string Time(Order line) => Zone.Local(line.StartAt.ToDateTimeOffset()).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static void Texts(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string Value)> members)
    {
        foreach (var (name, value) in members)
            json.WriteString(name, value);
    }
}

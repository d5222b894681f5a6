using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>A request in the making: an inpatient of 67 with one line of before and two that are asked about, unless the test says otherwise.</summary>
internal sealed class Body
{
    public static readonly TimeZoneInfo Zone = Hospital.FindTimeZone(Hospital.DefaultTimeZoneId);

    public static readonly DateTimeOffset Now = new(2026, 3, 15, 8, 40, 13, TimeSpan.FromHours(8));

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Body(JsonObject root) => Root = root;

    public JsonObject Root { get; }

    public JsonObject Data => (JsonObject)Root["input"]!["data"]!;

    public JsonObject Patient => (JsonObject)Data["patient_dtos"]![0]!;

    public JsonObject Visit => (JsonObject)Patient["fsi_encounter_dtos"]![0]!;

    public JsonArray Lines => (JsonArray)Visit["fsi_order_dtos"]!;

    public static Body Inpatient()
    {
        TestPatients.Add("测试患者甲甲", "PSN3201000001");
        return new Body((JsonObject)JsonNode.Parse(Text("3101.json"))!);
    }

    public static Body Feedback() => new((JsonObject)JsonNode.Parse(Text("3103.json"))!);

    public static string Text(string sample)
    {
        using var reader = new StreamReader(typeof(Body).Assembly.GetManifestResourceStream(sample)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public JsonObject Line(int index) => (JsonObject)Lines[index]!;

    public Body With(Action<Body> change)
    {
        change(this);
        return this;
    }

    public byte[] Bytes(Encoding? encoding = null) => (encoding ?? Encoding.UTF8).GetBytes(Root.ToJsonString(Readable));

    public NhsaReading<NhsaRequest> TryRead(RegionProfile? profile = null) => NhsaReader.ReadAudit(Bytes(), null, profile ?? Repository.National, Zone, Now);

    public NhsaRequest Read(RegionProfile? profile = null)
    {
        var (request, fault) = TryRead(profile);
        Assert.Null(fault);
        return request!;
    }

    public NhsaVisit ReadVisit(RegionProfile? profile = null) => Assert.Single(Read(profile).Visits);

    public NhsaFault Refused(RegionProfile? profile = null)
    {
        var (request, fault) = TryRead(profile);
        Assert.Null(request);
        return fault!;
    }

    /// <summary>How often each kind was tolerated.</summary>
    public Dictionary<string, int> Tolerated(RegionProfile? profile = null) => Read(profile).Tolerated.ToDictionary(one => one.Kind, one => one.Times);
}

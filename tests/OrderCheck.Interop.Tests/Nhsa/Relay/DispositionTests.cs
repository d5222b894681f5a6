using System.Globalization;
using System.Text;
using System.Text.Json;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Interop.Nhsa.Relay;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa.Relay;

public sealed class DispositionTests
{
    private const string Own = $"OC{Rows.Check}-0";
    private const string Merged = $"OC{Rows.Check}-1";
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-03-15T08:40:12+08:00", CultureInfo.InvariantCulture);

    [Fact]
    public void Each_disposition_goes_where_its_finding_came_from_and_of_a_merged_one_to_both()
    {
        var routes = DispositionRoutes.Of(
            [new(Own, true, "病情需要"), new(Merged, false, null), new("JR7", true, "已告知"), new("OB1", false, null)],
            [new(Merged, "JR1"), new(Merged, "JR2"), new("OB1", $"OC{Rows.Check}-9")]);
        Assert.Equal([Own, Merged], routes.Ours.Select(one => one.WarningId));
        Assert.Equal(
            [new("JR1", false, null), new("JR2", false, null), new("JR7", true, "已告知"), new($"OC{Rows.Check}-9", false, null)], routes.Bureau);
    }

    [Fact]
    public void Of_one_warning_answered_twice_in_a_message_the_last_holds()
    {
        var routes = DispositionRoutes.Of([new("JR7", true, "病情需要"), new("JR7", false, null)], []);
        Assert.Equal([new NhsaDisposition("JR7", false, null)], routes.Bureau);
    }

    [Fact]
    public void A_message_of_its_own_is_made_from_what_was_kept_of_the_HISs()
    {
        var envelope = KeptEnvelope.Of(Encoding.UTF8.GetBytes(
            """
            {"infno":"3103","msgid":"H32010000001202603150840120001","mdtrtarea_admvs":"320100","cainfo":"SIGNED","opter":"D1","opter_name":"李某",
             "fixmedins_code":"H32010000001","sign_no":"S9","patn_name":"张三丰","input":{"data":{"warn_type":"1","warns":[{"warn_rslt_id":"JR1"}]}}}
            """), FeedbackForm.National);
        Assert.DoesNotContain("张三丰", envelope);
        var message = JsonDocument.Parse(KeptEnvelope.Message(envelope, "1", [new("JR1", true, "病情需要"), new("JR2", false, null)], FeedbackForm.National, Morning, 7)).RootElement;
        Assert.Equal("H32010000001202603150840120007", message.GetProperty("msgid").GetString());
        Assert.Equal("2026-03-15 08:40:12", message.GetProperty("inf_time").GetString());
        Assert.Equal("SIGNED", message.GetProperty("cainfo").GetString());
        Assert.Equal("320100", message.GetProperty("mdtrtarea_admvs").GetString());
        var data = message.GetProperty("input").GetProperty("data");
        Assert.Equal("1", data.GetProperty("warn_type").GetString());
        Assert.Equal(
            """[{"warn_rslt_id":"JR1","dspo_way":"1","dspo_way_rea":"病情需要"},{"warn_rslt_id":"JR2","dspo_way":"2","dspo_way_rea":""}]""",
            data.GetProperty("warns").GetRawText());
    }

    [Fact]
    public void A_message_is_made_in_the_regions_words()
    {
        string Own(string node, string field) => (node, field) switch
        {
            ("envelope", "fixmedins_code") => "medins_no",
            ("3103.warns", "warn_rslt_id") => "warn_no",
            _ => field,
        };
        var form = new FeedbackForm(Own, "Y", "N");
        var envelope = KeptEnvelope.Of("""{"infno":"S3103","medins_no":"H7","fixmedins_code":"other"}"""u8.ToArray(), form);
        var message = JsonDocument.Parse(KeptEnvelope.Message(envelope, "1", [new("JR1", true, "病情需要"), new("JR2", false, null)], form, Morning, 7)).RootElement;
        Assert.Equal(("S3103", "H7", "H7202603150840120007"), (message.GetProperty("infno").GetString(), message.GetProperty("medins_no").GetString(), message.GetProperty("msgid").GetString()));
        Assert.False(message.TryGetProperty("fixmedins_code", out _));
        Assert.Equal(
            """[{"warn_no":"JR1","dspo_way":"Y","dspo_way_rea":"病情需要"},{"warn_no":"JR2","dspo_way":"N","dspo_way_rea":""}]""",
            message.GetProperty("input").GetProperty("data").GetProperty("warns").GetRawText());
    }

    [Fact]
    public void A_signature_is_what_public_clients_make()
    {
        var headers = BureauSignature.Headers(SignatureForm.National, "hospital1", "s3cret", Morning, "0123456789abcdef0123456789abcdef").ToDictionary();
        Assert.Equal("hospital1", headers["x-tif-paasid"]);
        Assert.Equal("1773535212", headers["x-tif-timestamp"]);
        Assert.Equal("0123456789abcdef0123456789abcdef", headers["x-tif-nonce"]);
        Assert.Equal("237bebffb4e739c3933ac6c4598af292e64a020946fc7aeddcc35b759901e89c", headers["x-tif-signature"]);
        Assert.NotEqual(BureauSignature.NewNonce(), BureauSignature.NewNonce());
    }

    [Fact]
    public void A_region_may_sign_otherwise_and_a_hospital_otherwise_than_its_region()
    {
        var region = SignatureForm.Of(new RegionSignature("sm3-nonce", [new("X-Id", "paasid"), new("X-Time", "timestamp"), new("X-Nonce", "nonce"), new("X-Sign", "signature")]));
        var (own, renamed, rehashed) = (HeadersOf(region), HeadersOf(region.With(null, new Dictionary<string, string> { ["paasid"] = "X-App" })), HeadersOf(region.With("sha256-nonce", new Dictionary<string, string>())));

        Assert.Equal(["X-Id", "X-Time", "X-Nonce", "X-Sign"], own.Keys);
        Assert.Equal(["X-App", "X-Time", "X-Nonce", "X-Sign"], renamed.Keys);
        Assert.Equal(own["X-Sign"], renamed["X-Sign"]);
        Assert.Equal(own.Keys, rehashed.Keys);
        Assert.Equal(HeadersOf(SignatureForm.National)["x-tif-signature"], rehashed["X-Sign"]);
        Assert.NotEqual(own["X-Sign"], rehashed["X-Sign"]);
        Assert.Equal(SignatureForm.National, SignatureForm.Of(null));
    }

    private static Dictionary<string, string> HeadersOf(SignatureForm form) =>
        BureauSignature.Headers(form, "hospital1", "s", DateTimeOffset.UnixEpoch, "n").ToDictionary();

    /// <summary>The examples of GB/T 32905-2016, annex A.</summary>
    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void SM3_is_the_standards(string text, string hash) => Assert.Equal(hash, Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void What_is_kept_of_late_rows_names_no_patient()
    {
        ReadOnlyMemory<byte> rows = Encoding.UTF8.GetBytes("""[{"vola_cont":"患者张三丰超量"}]""");
        Assert.Equal("""[{"vola_cont":"患者患者超量"}]""", Encoding.UTF8.GetString(PatientFree.Json(rows, ["张三丰"]).Span));
        Assert.Equal(rows, PatientFree.Json(rows, ["李四", "rows", "J"]));
    }
}

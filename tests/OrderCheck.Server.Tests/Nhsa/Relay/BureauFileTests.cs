using Microsoft.Extensions.Options;
using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Server.Nhsa.Relay;
using OrderCheck.Server.Tests.Wire;
using Xunit;

namespace OrderCheck.Server.Tests.Nhsa.Relay;

public sealed class BureauFileTests : IDisposable
{
    private static readonly SignatureForm Sm3 = new(
        "sm3-nonce", [new("X-Id", "paasid"), new("X-Time", "timestamp"), new("X-Nonce", "nonce"), new("X-Sign", "signature")]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ordercheck-bureau-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        var settings = Assert.Single(Read("""{"hospitals":[{"fixmedins_code":"H1","url":"https://bureau.example/fsi/{infno}"}]}"""));
        Assert.Equal("https://bureau.example/fsi/3102", settings.Urls["3102"].ToString());
        Assert.Equal((1.0, 3.0, 16, false), (settings.Patience.TotalSeconds, settings.Deadline.TotalSeconds, settings.AtOnce, settings.BureauOnly));
        Assert.Null(settings.Credentials);
    }

    [Fact]
    public void Everything_can_be_said()
    {
        Secret("s3cret");
        var settings = Assert.Single(Read(
            """
            {
              // Two transactions lie elsewhere.
              "hospitals": [{
                "fixmedins_code": "H1", "url": "http://10.0.0.1/{infno}", "urls": { "3103": "http://10.0.0.2/feedback" },
                "show": "bureau_only", "patience_ms": 400, "deadline_ms": 9000, "at_once": 4,
                "paasid": "p1", "secret_file": "secret", "signature": "sm3-nonce", "signature_headers": { "paasid": "X-Id", "signature": "X-Sign" },
                "headers": { "x-tif-serviceId": "fsi" }, "same_rules": [["R07", "药品限支付疗程"]],
              }]
            }
            """));
        Assert.Equal("http://10.0.0.2/feedback", settings.Urls["3103"].ToString());
        Assert.True(settings.BureauOnly);
        var signed = settings.Credentials!.Sign(SignatureForm.National, DateTimeOffset.UnixEpoch).Select(header => header.Key);
        Assert.Equal(["X-Id", "x-tif-timestamp", "x-tif-nonce", "X-Sign"], signed);
        Assert.Equal("sm3-nonce", settings.Credentials.FormIn(SignatureForm.National).Scheme);
        Assert.DoesNotContain("s3cret", settings.ToString());
    }

    [Fact]
    public void The_example_to_start_from_is_one_that_works()
    {
        Secret("s3cret", "bureau-secret");
        var settings = Assert.Single(Read(File.ReadAllText(Path.Combine(RulesFolder.Path, "..", "deploy", "bureau", "bureau.json"))));
        Assert.True(settings.BureauOnly);
        Assert.Equal(Sm3, Assert.IsType<BureauCredentials>(settings.Credentials).FormIn(Sm3) with { Headers = Sm3.Headers });
    }

    [Fact]
    public void A_hospital_that_calls_one_header_otherwise_signs_as_its_region_does_all_the_same()
    {
        Secret("s3cret");
        var form = Assert.Single(Read(
            """{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","paasid":"p1","secret_file":"secret","signature_headers":{"nonce":"X-Once"}}]}"""))
            .Credentials!.FormIn(Sm3);

        Assert.Equal("sm3-nonce", form.Scheme);
        Assert.Equal(["X-Id", "X-Time", "X-Once", "X-Sign"], form.Names);
    }

    [Theory]
    [InlineData("""{"hospitals":[]}""", "hospitals is missing or empty")]
    [InlineData("""{"hospitals":[{"url":"http://b/{infno}"}]}""", "hospitals[0].fixmedins_code is missing; it must be the hospital's code")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}"},{"fixmedins_code":"H1","url":"http://b/{infno}"}]}""", "hospitals[1].fixmedins_code is H1; it must be there once")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1"}]}""", "hospitals[0].url is missing; it must be an http or https URL")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"ftp://b/{infno}"}]}""", "hospitals[0].url is ftp://b/{infno}; it must be an http or https URL")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/fsi"}]}""", "hospitals[0].url is http://b/fsi; it must have {infno}")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","urls":{"3104":"http://b"}}]}""", "hospitals[0].urls is 3104; it must have members of 3101, 3102, 3103")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","deadline_ms":50}]}""", "hospitals[0].deadline_ms is 50; it must be 100 to 60000")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","patience_ms":4000}]}""", "hospitals[0].patience_ms is 4000; it must be 0 to deadline_ms (3000)")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","at_once":0}]}""", "hospitals[0].at_once is 0; it must be 1 to 1000")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","show":"ours"}]}""", "hospitals[0].show is ours; it must be merged or bureau_only")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","paasid":"p"}]}""", "hospitals[0].secret_file is missing; it must be given together with paasid")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","paasid":"p","secret_file":"none"}]}""", "hospitals[0].secret_file is none; it must name a file")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","paasid":"p","secret_file":"secret","signature":"rot13"}]}""", "hospitals[0].signature is rot13; it must be sha256-nonce or sm3-nonce")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","signature":"sm3-nonce"}]}""", "hospitals[0].signature is sm3-nonce; it must be given together with paasid")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","ca_file":"none.pem"}]}""", "hospitals[0].ca_file is none.pem; it must name a file of certificates")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","ca_file":"bureau.json"}]}""", "hospitals[0].ca_file is bureau.json; it must hold the certificates in PEM")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","headers":{"Host":"x"}}]}""", "hospitals[0].headers is Host; it must have names of headers that are not the relay's own")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","same_rules":[["R1"]]}]}""", "hospitals[0].same_rules is a list with a group of fewer than two names")]
    [InlineData("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","secret":"s3cret"}]}""", "line 1")]
    [InlineData("{\n\"hospitals\":[{\n\"at_once\":\"many\"}]}", "line 3, $.hospitals[0].at_once")]
    public void A_file_that_cannot_work_is_refused_by_name(string json, string fault)
    {
        Secret("s3cret");
        var refused = Assert.Throws<OptionsValidationException>(() => Read(json));
        Assert.Contains(refused.Failures, failure => failure.StartsWith("--bureau ", StringComparison.Ordinal) && failure.Contains(fault, StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", refused.Message);
    }

    [Fact]
    public void A_secret_that_everybody_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        Secret("s3cret");
        Mode(Path.Combine(_folder.FullName, "secret"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var refused = Assert.Throws<OptionsValidationException>(() => Read("""{"hospitals":[{"fixmedins_code":"H1","url":"http://b/{infno}","paasid":"p","secret_file":"secret"}]}"""));
        Assert.Contains("chmod 640", Assert.Single(refused.Failures));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => BureauFile.Read(Path.Combine(_folder.FullName, "none.json")));
        Assert.Contains("cannot be read", Assert.Single(refused.Failures));
    }

    private IReadOnlyList<BureauSettings> Read(string json)
    {
        var file = Path.Combine(_folder.FullName, "bureau.json");
        File.WriteAllText(file, json);
        return BureauFile.Read(file);
    }

    private void Secret(string text, string name = "secret")
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        Mode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}

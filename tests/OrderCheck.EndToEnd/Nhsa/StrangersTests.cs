using System.Net;
using System.Security.Cryptography;
using System.Text;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using Xunit;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>Who is let in, by key and by signature, and how those are answered who are not.</summary>
public sealed class StrangersTests
{
    private const string Secret = "a-secret-of-the-bureaus-gateway";

    [Fact]
    public async Task A_HIS_is_known_by_its_key_or_by_the_signature_it_makes_for_its_bureau()
    {
        using var folder = new TemporaryFolder();
        var callers = folder["callers"];
        await File.WriteAllTextAsync(callers, $"# one HIS\nhis-1 {Installation.HospitalCode} {Secret}\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(callers, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var server = await Unhurried.StartAsync(null, "--nhsa-callers", callers, "--nhsa-megabytes", "1");
        var story = NhsaStory.Of("v", Installation.HospitalCode).Asking("r1", StarterItems.ForWomen);

        await RefusedAsync(server, story, "身份", HttpStatusCode.Unauthorized);
        await RefusedAsync(server, story, "身份", HttpStatusCode.Unauthorized, ("x-api-key", "nonsense"));
        await RefusedAsync(server, story, "身份", HttpStatusCode.Unauthorized, Signed("another secret", "n0"));
        await RefusedAsync(server, story, "身份", HttpStatusCode.Unauthorized, Signed(Secret, "n0", minutes: -10));
        await RefusedAsync(server, NhsaStory.Of("v", "H00000000404"), "fixmedins_code", HttpStatusCode.OK, ("x-api-key", server.ApiKey));
        var signature = Signed(Secret, "n1");
        using (var signed = new NhsaHis(server.Process.HttpAddress, signature))
        {
            Assert.Equal(["r1"], (await signed.AskAsync(story)).AssertAnswered().Offending);
            // The same signature opens once.
            (await signed.AskAsync(story)).AssertRefused("身份", HttpStatusCode.Unauthorized);
        }
        // Who is not known learns nothing of what else is wrong.
        using (var nobody = new NhsaHis(server.Process.HttpAddress))
            (await nobody.SendAsync("9999", "<a/>"u8.ToArray(), "application/xml", HttpMethod.Put)).AssertRefused("身份", HttpStatusCode.Unauthorized);

        using var known = new NhsaHis(server.Process.HttpAddress, ("x-api-key", server.ApiKey));
        var body = Encoding.UTF8.GetBytes(story.Build().ToJsonString());
        (await known.SendAsync("3101", body, method: HttpMethod.Put)).AssertRefused("POST");
        (await known.SendAsync("3101", body, "application/xml")).AssertRefused("Content-Type");
        (await known.SendAsync("9999", body)).AssertRefused("9999");
        (await known.SendAsync("3101", new byte[(1 << 20) + 1])).AssertRefused("1MB");
        (await known.SendAsync("3101", "{"u8.ToArray())).AssertRefused("");
        (await known.SendAsync("3101", body, "text/plain")).AssertAnswered();
        server.Process.AssertNoUnexpectedErrors();
        Assert.DoesNotContain(Facts.PatientName, server.Process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, server.Process.Output, StringComparison.Ordinal);

        await server.KillAsync();
        await server.StartAgainAsync();
        await RefusedAsync(server, story, "身份", HttpStatusCode.Unauthorized, signature);
    }

    private static async Task RefusedAsync(OwnServer server, NhsaStory story, string part, HttpStatusCode status, params (string, string)[] headers)
    {
        using var his = new NhsaHis(server.Process.HttpAddress, headers);
        (await his.AskAsync(story)).AssertRefused(part, status);
    }

    private static (string, string)[] Signed(string secret, string nonce, int minutes = 0)
    {
        var timestamp = TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(timestamp + secret + nonce + timestamp)));
        return [("x-tif-paasid", "his-1"), ("x-tif-timestamp", timestamp), ("x-tif-nonce", nonce), ("x-tif-signature", signature)];
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Core.Hospitals;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Nhsa;
using OrderCheck.Server.Tests.Grouping;
using OrderCheck.Server.Tests.Identity;
using Xunit;

namespace OrderCheck.Server.Tests.Nhsa;

/// <summary>HISs that sign for their bureau's gateway, each as its region does: nationally by SHA-256, in the shipped dialect by SM3.</summary>
public sealed class SignedCallersTests : IDisposable
{
    private const string Secret = "a-secret-of-the-gateway";
    private const string Here = "H33010600001";
    private const string InTheDialect = "H33010600002";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ordercheck-callers-");
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddDays(20_000));

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("his-1", Here, "sha256-nonce", true)]
    [InlineData("his-1", Here, "sm3-nonce", false)]
    [InlineData("his-2", InTheDialect, "sm3-nonce", true)]
    [InlineData("his-2", InTheDialect, "sha256-nonce", false)]
    public async Task Each_is_known_by_the_signature_of_its_own_region_and_by_no_other(string paasId, string hospital, string scheme, bool known)
    {
        var callers = Open();
        var headers = Signed(paasId, scheme, "n1");

        Assert.True(callers.IsSigned(headers));
        if (!known)
        {
            await Assert.ThrowsAsync<UnauthenticatedException>(() => callers.ProveAsync(headers));
            return;
        }
        Assert.Equal((hospital, "nhsa:" + paasId), (await callers.ProveAsync(headers)) is var identity ? (identity.Caller.Hospital, identity.KeyId) : default);
        // It opens once.
        await Assert.ThrowsAsync<UnauthenticatedException>(() => callers.ProveAsync(headers));
    }

    [Fact]
    public async Task Nobody_signs_for_another_or_with_another_secret()
    {
        var callers = Open();
        var other = Signed("his-1", "sha256-nonce", "n1");
        other["x-tif-paasid"] = "his-3";

        await Assert.ThrowsAsync<UnauthenticatedException>(() => callers.ProveAsync(other));
        await Assert.ThrowsAsync<UnauthenticatedException>(() => callers.ProveAsync(Signed("his-1", "sha256-nonce", "n2", "another-secret-of-it")));
        Assert.False(callers.IsSigned(new HeaderDictionary()));
    }

    private SignedCallers Open()
    {
        var file = Path.Combine(_folder.FullName, "callers");
        File.WriteAllText(file, $"his-1 {Here} {Secret}\nhis-2 {InTheDialect} {Secret}\nhis-3 {Here} another-secret-of-his-3\n");
        var dictionaries = new DictionaryHolder();
        foreach (var (code, region) in new[] { (Here, ""), (InTheDialect, "psn-dialect") })
            dictionaries.Swap(HospitalDictionary.Empty(new Hospital(code, code, 3, "综合", Hospital.FindTimeZone(Hospital.DefaultTimeZoneId)) { Region = region }));
        return new SignedCallers(
            Options.Create(new OrderCheckOptions { NhsaCallers = file }), new MemoryInstallation(), new HospitalRegions(StarterRelease.Holding, dictionaries), _time);
    }

    private HeaderDictionary Signed(string paasId, string scheme, string nonce, string secret = Secret)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, value) in BureauSignature.Headers(SignatureForm.National with { Scheme = scheme }, paasId, secret, _time.GetUtcNow(), nonce))
            headers[name] = value;
        return headers;
    }
}

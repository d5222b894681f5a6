using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Permissions;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;
using Xunit;

namespace OrderCheck.Server.Tests.Identity;

public sealed class CallerReaderTests
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("10.0.0.9");
    private readonly ApiKeyRegister _register = new(new MemoryInstallation(), new ApiKeySecret(new byte[32]), new FakeTimeProvider());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_headers_say_who_sits_at_the_screen_and_the_key_says_where()
    {
        var key = await KeyAsync(["H1"], Role.His, Role.Doctor);
        var identity = await ReadAsync(new CallHeaders { ApiKey = key, Role = "doctor", Department = "0301", Person = "D017" });
        Assert.Equal(new Caller("H1", Role.Doctor, "0301", "D017"), identity.Caller);
    }

    [Fact]
    public async Task Without_a_role_the_HIS_itself_asks()
    {
        var key = await KeyAsync(["H1"], Role.Doctor, Role.His);
        Assert.Equal(Role.His, (await ReadAsync(new CallHeaders { ApiKey = key })).Caller.Role);
    }

    [Fact]
    public async Task A_role_that_the_key_has_not_is_not_permitted()
    {
        var key = await KeyAsync(["H1"], Role.Nurse);
        await Assert.ThrowsAsync<NotPermittedException>(() => ReadAsync(new CallHeaders { ApiKey = key, Role = "admin" }));
    }

    [Fact]
    public async Task A_hospital_that_the_key_is_not_for_is_not_permitted()
    {
        var key = await KeyAsync(["H1", "H2"], Role.His);
        Assert.Equal("H2", (await ReadAsync(new CallHeaders { ApiKey = key, Hospital = "H2" })).Caller.Hospital);
        await Assert.ThrowsAsync<NotPermittedException>(() => ReadAsync(new CallHeaders { ApiKey = key, Hospital = "H3" }));
        var error = await Assert.ThrowsAsync<MalformedException>(() => ReadAsync(new CallHeaders { ApiKey = key }));
        Assert.Equal("x-oc-hospital", Assert.Single(error.Violations).Path);
    }

    [Fact]
    public async Task Several_roles_without_the_HIS_must_be_chosen_from()
    {
        var key = await KeyAsync(["H1"], Role.Doctor, Role.Nurse);
        var error = await Assert.ThrowsAsync<MalformedException>(() => ReadAsync(new CallHeaders { ApiKey = key }));
        Assert.Equal("doctor, nurse", Assert.Single(error.Violations).Allowed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("oc_unknown")]
    public async Task Without_a_key_that_opens_nobody_is_known(string? key)
    {
        var error = await Assert.ThrowsAsync<UnauthenticatedException>(() => ReadAsync(new CallHeaders { ApiKey = key }));
        Assert.DoesNotContain("oc_unknown", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "127.0.0.1", true)]
    [InlineData(true, "::1", true)]
    [InlineData(true, "10.0.0.9", false)]
    [InlineData(false, "127.0.0.1", false)]
    public async Task The_demo_key_opens_in_demo_mode_and_from_the_loopback_only(bool demo, string from, bool opens)
    {
        var reader = new CallerReader(_register, Options.Create(new OrderCheckOptions { Demo = demo }));
        var call = reader.ReadAsync(new CallHeaders { ApiKey = "demo" }, IPAddress.Parse(from), Token);
        if (opens)
            Assert.Equal(Role.His, (await call).Caller.Role);
        else
            await Assert.ThrowsAsync<UnauthenticatedException>(() => call);
    }

    private Task<CallIdentity> ReadAsync(CallHeaders headers) =>
        new CallerReader(_register, Options.Create(new OrderCheckOptions())).ReadAsync(headers, Elsewhere, Token);

    private async Task<string> KeyAsync(string[] hospitals, params Role[] roles) =>
        (await _register.CreateAsync(ApiKeySecret.NewKeyId(), hospitals, roles, "", Token)).Key;
}

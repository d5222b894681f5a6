using Microsoft.Extensions.Time.Testing;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;
using OrderCheck.Server.Identity;
using Xunit;

namespace OrderCheck.Server.Tests.Identity;

public sealed class ApiKeyTests
{
    private readonly MemoryInstallation _store = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly ApiKeyRegister _register;

    public ApiKeyTests() => _register = new ApiKeyRegister(_store, new ApiKeySecret(new byte[32]), _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_opens_and_neither_the_store_nor_the_row_holds_it()
    {
        var (row, key) = await CreateAsync();
        Assert.Equal(row.KeyId, (await _register.FindAsync(key, Token))?.KeyId);
        Assert.Equal(32, row.Lookup.Length);
        Assert.DoesNotContain(key, row.ToString(), StringComparison.Ordinal);
        Assert.Null(await _register.FindAsync(key + "x", Token));
    }

    [Fact]
    public async Task Another_pepper_finds_nothing()
    {
        var (_, key) = await CreateAsync();
        var other = new ApiKeyRegister(_store, new ApiKeySecret(Enumerable.Repeat((byte)1, 32).ToArray()), _time);
        Assert.Null(await other.FindAsync(key, Token));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_that_moment()
    {
        var (row, key) = await CreateAsync();
        Assert.NotNull(await _register.FindAsync(key, Token));
        Assert.True(await _register.RevokeAsync(row.KeyId, Token));
        Assert.Null(await _register.FindAsync(key, Token));
        Assert.False(await _register.RevokeAsync(row.KeyId, Token));
    }

    [Fact]
    public async Task A_revocation_by_another_process_is_seen_after_ten_seconds()
    {
        var (row, key) = await CreateAsync();
        Assert.NotNull(await _register.FindAsync(key, Token));
        await _store.RevokeApiKeyAsync(row.KeyId, _time.GetUtcNow(), Token);
        Assert.NotNull(await _register.FindAsync(key, Token));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(await _register.FindAsync(key, Token));
    }

    [Fact]
    public async Task Without_the_store_a_key_that_was_seen_still_opens_and_another_is_not_denied_but_unknown()
    {
        var (_, key) = await CreateAsync();
        Assert.NotNull(await _register.FindAsync(key, Token));
        _store.Fails = true;
        _time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await _register.FindAsync(key, Token));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _register.FindAsync("oc_never-seen", Token));
    }

    [Fact]
    public async Task A_store_that_hangs_keeps_a_key_that_was_seen_for_a_tenth_of_a_second()
    {
        var (_, key) = await CreateAsync();
        Assert.NotNull(await _register.FindAsync(key, Token));
        _store.Hangs = true;
        _time.Advance(TimeSpan.FromSeconds(10));
        var asked = _register.FindAsync(key, Token);
        Assert.False(asked.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.NotNull(await asked.WaitAsync(TimeSpan.FromSeconds(30), Token));
        Assert.NotNull(await _register.FindAsync(key, Token));
    }

    [Fact]
    public void The_pepper_is_made_once_readable_by_its_owner_only()
    {
        var folder = Directory.CreateTempSubdirectory("ordercheck-");
        try
        {
            var first = PepperFile.ReadOrCreate(folder.FullName);
            Assert.Equal(first, PepperFile.ReadOrCreate(folder.FullName));
            var path = Path.Combine(folder.FullName, "key-pepper");
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            File.WriteAllText(path, "spoiled");
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => PepperFile.ReadOrCreate(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_store_whose_keys_were_made_under_another_pepper_is_refused()
    {
        await PepperProof.RequireAsync(_store, new ApiKeySecret(new byte[32]), "data", Token);
        await PepperProof.RequireAsync(_store, new ApiKeySecret(new byte[32]), "data", Token);
        var other = new ApiKeySecret(Enumerable.Repeat((byte)1, 32).ToArray());
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => PepperProof.RequireAsync(_store, other, "data", Token));
        Assert.Contains("key-pepper", error.Message, StringComparison.Ordinal);
    }

    private Task<(Ledger.Installation.ApiKeyRow Row, string Key)> CreateAsync() =>
        _register.CreateAsync(ApiKeySecret.NewKeyId(), ["H1"], [Role.His], "", Token);
}

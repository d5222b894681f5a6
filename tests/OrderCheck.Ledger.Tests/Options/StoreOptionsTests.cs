using Xunit;

namespace OrderCheck.Ledger.Tests.Options;

public sealed class StoreOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.True(new StoreOptionsValidator().Validate(null, new StoreOptions()).Succeeded);

    [Theory]
    [InlineData(StoreKind.Sqlite, "", null, "Store:DataDirectory")]
    [InlineData((StoreKind)7, "data", null, "Store:Kind")]
    [InlineData(StoreKind.Postgres, "data", null, "Store:ConnectionString")]
    [InlineData(StoreKind.Postgres, "data", "Database=x", "Store:ConnectionString")]
    [InlineData(StoreKind.Postgres, "data", "Hots=secret", "Store:ConnectionString")]
    public void A_place_that_cannot_be_is_refused_by_the_name_of_the_setting(StoreKind kind, string folder, string? connection, string setting)
    {
        var refusal = Refusal(new StoreOptions { Kind = kind, DataDirectory = folder, ConnectionString = connection });
        Assert.StartsWith(setting, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_refused_one_below_and_one_above_what_is_allowed()
    {
        foreach (var queue in new[] { 0, 100_001 })
            Assert.StartsWith("Store:AppendQueue", Refusal(new StoreOptions { AppendQueue = queue }), StringComparison.Ordinal);
        foreach (var units in new[] { 0, 4097 })
            Assert.StartsWith("Store:BatchUnits", Refusal(new StoreOptions { BatchUnits = units }), StringComparison.Ordinal);
        foreach (var queue in new[] { 0, 1_000_001 })
            Assert.StartsWith("Store:CheckQueue", Refusal(new StoreOptions { CheckQueue = queue }), StringComparison.Ordinal);
        foreach (var milliseconds in new[] { 9, 30_001 })
        {
            var options = new StoreOptions { LockTimeout = TimeSpan.FromMilliseconds(milliseconds) };
            Assert.StartsWith("Store:LockTimeout", Refusal(options), StringComparison.Ordinal);
        }
    }

    private static string Refusal(StoreOptions options) =>
        Assert.Single(new StoreOptionsValidator().Validate(null, options).Failures ?? []);
}

using OrderCheck.Ledger.Tests.Contract;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.OnPostgres;

public sealed class CheckOnPostgres(SharedPostgres server) : CheckContract(() => new PostgresPlace(server.NewSchemaAsync))
{
    private static readonly DateTimeOffset January = new(2026, 1, 10, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Months_from_before_an_upgrade_compress_as_those_after_it()
    {
        await RecordAsync("before", January);
        await Place.ExecuteAsync(
            """
            ALTER TABLE check_record ALTER COLUMN inputs SET COMPRESSION default, ALTER COLUMN answer SET COMPRESSION default;
            ALTER TABLE check_record_202601 ALTER COLUMN inputs SET COMPRESSION default, ALTER COLUMN answer SET COMPRESSION default;
            DELETE FROM schema_version WHERE name LIKE '%record-compression.sql'
            """);
        await Store.DisposeAsync();
        await using (var upgraded = await Place.OpenAsync())
        {
            Assert.True(upgraded.Checks.RecordCheck(Check("after") with { EvaluatedAt = January.AddMonths(1) }));
            await upgraded.Checks.FlushAsync(Cancellation);
            Assert.NotNull(await upgraded.Checks.FindAsync(Stay.Hospital, "before", Cancellation));
        }

        Assert.Equal(
            Enumerable.Repeat("l", 6),
            await Place.QueryAsync(
                """
                SELECT attcompression::text FROM pg_attribute
                WHERE attname IN ('inputs', 'answer') AND attrelid IN ('check_record'::regclass, 'check_record_202601'::regclass, 'check_record_202602'::regclass)
                """,
                row => row.GetString(0)));
    }

    private async Task RecordAsync(string id, DateTimeOffset at)
    {
        Assert.True(Store.Checks.RecordCheck(Check(id) with { EvaluatedAt = at }));
        await Store.Checks.FlushAsync(Cancellation);
    }
}

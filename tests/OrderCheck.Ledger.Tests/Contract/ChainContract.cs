using System.Data.Common;
using OrderCheck.Core.Encounters;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>What is stored cannot be changed, and a change made all the same shows.</summary>
public abstract class ChainContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    [Theory]
    [InlineData("UPDATE entry SET revision = 9")]
    [InlineData("DELETE FROM entry")]
    [InlineData("UPDATE append_unit SET recorded_at = 0")]
    [InlineData("DELETE FROM append_unit")]
    public async Task The_store_itself_refuses_to_change_the_ledger(string sql)
    {
        await AppendAsync(Units.Charge("C1"));
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => Place.ExecuteAsync(sql));
        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await ReplayAsync(Store, Encounter));
    }

    [Fact]
    public async Task Each_unit_hash_follows_from_the_stored_bytes_and_the_hash_before()
    {
        for (var i = 0; i < 5; i++)
            await AppendAsync(Units.Signed($"O{i}"), Units.Charge($"C{i}"));
        var units = await StoredUnitsAsync();
        var before = Array.Empty<byte>();
        Assert.Equal(5, units.Count);
        foreach (var unit in units)
        {
            Assert.Equal(before, unit.Previous);
            Assert.Equal(unit.Hash, unit.Recompute(Encounter));
            before = unit.Hash;
        }
    }

    [Fact]
    public async Task A_changed_byte_of_a_body_breaks_the_chain()
    {
        await AppendAsync(Units.Charge("C1"), Units.Charge("C2"));
        var unit = Assert.Single(await StoredUnitsAsync());
        unit.Entries[1].Body[^1] ^= 1;
        Assert.NotEqual(unit.Hash, unit.Recompute(Encounter));
    }

    [Fact]
    public async Task A_unit_moved_to_another_encounter_breaks_the_chain()
    {
        await AppendAsync(Units.Charge("C1"));
        var unit = Assert.Single(await StoredUnitsAsync());
        Assert.NotEqual(unit.Hash, unit.Recompute(Encounter + 1));
    }

    private async Task<List<StoredUnit>> StoredUnitsAsync()
    {
        var units = await Place.QueryAsync(
            $"SELECT previous_hash, hash, request16, request_hash, recorded_at, answer, first_sequence, last_sequence FROM append_unit WHERE encounter = {Encounter} ORDER BY last_sequence",
            row => new StoredUnit(
                Bytes(row, 0), Bytes(row, 1), Bytes(row, 2), Bytes(row, 3), row.GetInt64(4), Bytes(row, 5), row.GetInt64(6), row.GetInt64(7), []));
        var entries = await Place.QueryAsync(
            $"SELECT sequence, kind, id16, revision, content16, body FROM entry WHERE encounter = {Encounter} ORDER BY sequence",
            row => new Entry(row.GetInt64(0), (EntityKind)row.GetInt32(1), Bytes(row, 2), row.GetInt32(3), Bytes(row, 4), Bytes(row, 5)));
        return [.. units.Select(unit => unit with { Entries = [.. entries.Where(e => e.Sequence >= unit.First && e.Sequence <= unit.Last)] })];
    }

    private static byte[] Bytes(DbDataReader row, int ordinal) => row.GetFieldValue<byte[]>(ordinal);

    private sealed record StoredUnit(
        byte[] Previous, byte[] Hash, byte[] Request16, byte[] RequestHash, long RecordedAt, byte[] Answer, long First, long Last, List<Entry> Entries)
    {
        public byte[] Recompute(long encounter) =>
            CommitHash.Compute(encounter, Previous, Request16, RequestHash, RecordedAt, Answer, Entries);
    }
}

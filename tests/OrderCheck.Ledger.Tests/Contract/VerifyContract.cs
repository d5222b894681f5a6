using Microsoft.Extensions.Time.Testing;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checkpoints;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>Whatever is changed behind the store's back is found: in the chain itself, or by the checkpoints outside the store.</summary>
public abstract class VerifyContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ordercheck-checkpoints-");
    private readonly FakeTimeProvider _time = new(Units.Morning.AddMinutes(1));
    private long _other;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_ledger_that_nobody_touched_is_whole()
    {
        await TwoEncountersAsync();
        Assert.Empty(await VerifyAsync());
        await AppendAsync(Units.Charge("later"));
        Assert.Empty(await VerifyAsync());
    }

    [Theory]
    [InlineData("append_unit", "answer")]
    [InlineData("append_unit", "request_hash")]
    [InlineData("append_unit", "request16")]
    [InlineData("append_unit", "previous_hash")]
    [InlineData("append_unit", "hash")]
    [InlineData("entry", "body")]
    [InlineData("entry", "content16")]
    [InlineData("entry", "id16")]
    public async Task A_flipped_bit_is_found_with_its_encounter_and_sequence(string table, string column)
    {
        await TwoEncountersAsync();
        await Place.UnlockAsync();
        var key = table == "entry" ? "sequence" : "last_sequence";
        var bytes = (await Place.QueryAsync($"SELECT {column} FROM {table} WHERE encounter = {Encounter} AND {key} = 4", row => row.GetFieldValue<byte[]>(0)))[0];
        bytes[^1] ^= 1;
        await Place.ExecuteAsync($"UPDATE {table} SET {column} = {Place.Literal(bytes)} WHERE encounter = {Encounter} AND {key} = 4");
        var damages = await VerifyAsync();
        Assert.Contains(damages, damage => damage.Encounter == Encounter && damage.Sequence is 3 or 4);
        Assert.All(damages, damage => Assert.Equal(Encounter, damage.Encounter));
    }

    [Theory]
    [InlineData("UPDATE append_unit SET recorded_at = recorded_at + 1 WHERE encounter = {0} AND last_sequence = 4", 3)]
    [InlineData("UPDATE entry SET revision = 9 WHERE encounter = {0} AND sequence = 3", 3)]
    [InlineData("UPDATE entry SET kind = kind + 1 WHERE encounter = {0} AND sequence = 3", 3)]
    [InlineData("DELETE FROM entry WHERE encounter = {0} AND sequence = 2", 1)]
    [InlineData("DELETE FROM append_unit WHERE encounter = {0} AND last_sequence = 4", 3)]
    [InlineData("DELETE FROM append_unit WHERE encounter = {0} AND last_sequence = 6", 5)]
    public async Task A_changed_number_or_a_removed_row_is_found(string sql, long sequence)
    {
        await TwoEncountersAsync();
        await Place.UnlockAsync();
        await Place.ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Encounter));
        Assert.Contains(await VerifyAsync(), damage => damage.Encounter == Encounter && damage.Sequence >= sequence && damage.Sequence <= sequence + 2);
    }

    [Fact]
    public async Task A_hash_that_was_changed_is_told_apart_from_content_that_was()
    {
        await TwoEncountersAsync();
        await Place.UnlockAsync();
        await Place.ExecuteAsync($"UPDATE append_unit SET hash = {Place.Literal(new byte[32])} WHERE encounter = {Encounter} AND last_sequence = 2");
        await Place.ExecuteAsync($"UPDATE entry SET revision = 9 WHERE encounter = {_other} AND sequence = 1");
        var ofHash = Assert.Single((await Store.Chain.ReadAsync(Encounter, Cancellation)).Damages);
        var ofContent = Assert.Single((await Store.Chain.ReadAsync(_other, Cancellation)).Damages);
        Assert.Contains("the unit's hash was changed", ofHash.What, StringComparison.Ordinal);
        Assert.StartsWith("content", ofContent.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_shows_in_the_checkpoints_alone()
    {
        await TwoEncountersAsync();
        await Place.UnlockAsync();
        await Place.ExecuteAsync($"DELETE FROM entry WHERE encounter = {Encounter} AND sequence > 4");
        await Place.ExecuteAsync($"DELETE FROM append_unit WHERE encounter = {Encounter} AND last_sequence > 4");
        Assert.Empty((await Store.Chain.ReadAsync(Encounter, Cancellation)).Damages);
        var damage = Assert.Single(await VerifyAsync());
        Assert.Equal((Encounter, 6), (damage.Encounter, damage.Sequence));
        Assert.Contains("tail is cut off: it ends at 4", damage.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_encounter_that_is_missing_shows_in_the_checkpoints()
    {
        await TwoEncountersAsync();
        await Place.UnlockAsync();
        foreach (var table in (string[])["entry", "append_unit"])
            await Place.ExecuteAsync($"DELETE FROM {table} WHERE encounter = {_other}");
        await Place.ExecuteAsync($"DELETE FROM encounter WHERE number = {_other}");
        Assert.Contains(await VerifyAsync(), damage => damage.Encounter == _other && damage.What.Contains("missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_encounter_that_was_given_another_visit_number_shows_in_the_checkpoints()
    {
        await TwoEncountersAsync();
        await Place.ExecuteAsync($"UPDATE encounter SET visit_number = 'another' WHERE number = {_other}");
        Assert.Equal(_other, Assert.Single(await VerifyAsync()).Encounter);
    }

    [Fact]
    public async Task A_checkpoint_has_only_what_changed_and_none_is_taken_where_nothing_did()
    {
        await TwoEncountersAsync();
        Assert.Null(await CheckpointAsync());
        await AppendAsync(Units.Charge("later"));
        var next = await CheckpointAsync();
        Assert.Equal((4, 1), (next!.Number, next.Heads));
        Assert.Empty(await VerifyAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_removed_checkpoint_is_found_also_the_last(int number)
    {
        await TwoEncountersAsync();
        File.Delete(Files()[number - 1]);
        Assert.Contains("removed", Assert.Single(await VerifyAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_checkpoints_removed_is_found()
    {
        await TwoEncountersAsync();
        foreach (var file in Files())
            File.Delete(file);
        Assert.Contains("no checkpoint", Assert.Single(await VerifyAsync()).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_changed_checkpoint_is_found_and_the_server_goes_on(int number)
    {
        await TwoEncountersAsync();
        var file = Files()[number - 1];
        var text = await File.ReadAllTextAsync(file, Cancellation);
        await File.WriteAllTextAsync(file, text.Replace("\"Number\"", "\"number\"", StringComparison.Ordinal), Cancellation);
        Assert.Contains("changed", Assert.Single(await VerifyAsync()).What, StringComparison.Ordinal);
        await AppendAsync(Units.Charge("later"));
        Assert.NotNull(await CheckpointAsync());
    }

    [Fact]
    public async Task Another_stores_checkpoints_in_the_same_folder_are_left_alone()
    {
        await TwoEncountersAsync();
        await using var place = NewPlace();
        await place.PrepareAsync();
        var store = await place.OpenAsync();
        var number = await store.Ledger.OpenEncounterAsync(Stay, Cancellation);
        await store.Ledger.AppendAsync(Units.Of(number, Empty, Units.Charge("C")));
        var checkpoint = await new CheckpointWriter(store, _folder.FullName, _time).WriteAsync(Cancellation);
        Assert.Equal(1, checkpoint!.Number);
        Assert.Empty(await VerifyAsync());
    }

    /// <summary>Three units of two facts in the encounter and one in another, with a checkpoint after each of the three.</summary>
    private async Task TwoEncountersAsync()
    {
        _other = await Ledger.OpenEncounterAsync(new EncounterKey(Stay.Hospital, "other"), Cancellation);
        await Ledger.AppendAsync(Units.Of(_other, Empty, Units.Charge("X1")));
        for (var i = 0; i < 3; i++)
        {
            await AppendAsync(Units.Signed($"O{i}"), Units.Charge($"C{i}"));
            Assert.NotNull(await CheckpointAsync());
        }
    }

    private Task<Checkpoint?> CheckpointAsync() => new CheckpointWriter(Store, _folder.FullName, _time).WriteAsync(Cancellation);

    private string[] Files() => [.. Directory.GetFiles(_folder.FullName).Order(StringComparer.Ordinal)];

    private async Task<List<LedgerDamage>> VerifyAsync()
    {
        var damages = new List<LedgerDamage>();
        foreach (var number in await Store.Chain.ListEncountersAsync(0, 100, Cancellation))
            damages.AddRange((await Store.Chain.ReadAsync(number, Cancellation)).Damages);
        await new CheckpointVerifier(Store, _folder.FullName, damages.Add).RunAsync(Cancellation);
        return damages;
    }
}

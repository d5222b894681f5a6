using Google.Protobuf;
using Microsoft.Data.Sqlite;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Records;

/// <summary>What was told can be judged again, and what was recorded cannot be changed unseen, on a real server's data.</summary>
public sealed class RecordTests
{
    [Fact]
    public async Task Checks_are_reproduced_beside_the_running_server_and_after_a_restart_with_other_rules_and_dictionary()
    {
        using var rules = new TemporaryFolder();
        CopyRules(rules.Path);
        await using var server = await OwnServer.StartAsync(null, "--rules", rules.Path);
        await server.AdmitAsync("V1");
        var check = await server.CheckAsync("V1");
        var signed = await server.His.SignAsync("V1", "sign", Facts.Service("o1", StarterItems.Plain));
        await SameAsync(server.Data, check.CheckId);

        await server.StopAsync();
        await File.AppendAllTextAsync(Path.Combine(rules.Path, "dictionary", "prices.csv"), "\n", TestContext.Current.CancellationToken);
        await server.StartAgainAsync();
        var since = await server.CheckAsync("V1");

        Assert.NotEqual(check.ReleaseHash, since.ReleaseHash);
        Assert.Equal(check.ReleaseNumber + 1, since.ReleaseNumber);
        foreach (var checkId in (string[])[check.CheckId, signed.CheckId, since.CheckId])
            await SameAsync(server.Data, checkId);
        var (_, output) = await RecordTool.ReplayAsync(server.Data, check.CheckId, "--rules", rules.Path);
        Assert.Contains("by other rules", output, StringComparison.Ordinal);
        Assert.Equal(2, (await RecordTool.ReplayAsync(server.Data, "no-such-check")).ExitCode);
    }

    [Fact]
    public async Task A_check_of_another_engine_is_said_to_be_and_each_difference_named()
    {
        await using var server = await OwnServer.StartAsync();
        await server.AdmitAsync("V1");
        var check = await server.CheckAsync("V1");
        await server.StopAsync();
        await ReplaceAnswerAsync(server.Data, check.CheckId, answer =>
        {
            answer.EngineVersion = "0";
            answer.OwnShare = "123.45";
        });

        var (exitCode, output) = await RecordTool.ReplayAsync(server.Data, check.CheckId);

        Assert.Equal(1, exitCode);
        Assert.Contains("another engine", output, StringComparison.Ordinal);
        Assert.Contains("123.45", output, StringComparison.Ordinal);
        Assert.Equal("own_share", Assert.Single(RecordTool.Figure(output, "fields").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task The_ledger_is_verified_beside_the_running_server_and_tampering_is_named()
    {
        using var elsewhere = new TemporaryFolder();
        await using var server = await OwnServer.StartAsync(null, "--checkpoints", elsewhere["checkpoints"]);
        await server.AdmitAsync("V1");
        await server.AdmitAsync("V2");
        Assert.Equal(0, (await RecordTool.VerifyAsync(server.Data)).ExitCode);

        await server.StopAsync();
        var (whole, before) = await RecordTool.VerifyAsync(server.Data, "--checkpoints", elsewhere["checkpoints"]);
        Assert.True(whole == 0, before);
        Assert.True(RecordTool.Figure(before, "heads").GetInt64() >= 2, before);
        await ExecuteAsync(server.Data, "ledger.db", "DROP TRIGGER append_unit_update; UPDATE append_unit SET answer = x'00' WHERE encounter = 1 AND first_sequence = 1");
        await ExecuteAsync(server.Data, "ledger.db", "DROP TRIGGER entry_delete; DROP TRIGGER append_unit_delete; DELETE FROM entry WHERE encounter = 2 AND sequence > 1; DELETE FROM append_unit WHERE encounter = 2 AND last_sequence > 1");

        var (exitCode, output) = await RecordTool.VerifyAsync(server.Data, "--checkpoints", elsewhere["checkpoints"]);

        Assert.Equal(1, exitCode);
        Assert.Contains("encounter 1, sequence 1: content or answer of the unit was changed", output, StringComparison.Ordinal);
        Assert.Contains("encounter 2, sequence 2: its tail is cut off", output, StringComparison.Ordinal);
        Assert.Equal(2, RecordTool.Figure(output, "damages").GetInt32());
    }

    [Fact]
    public async Task A_folder_without_a_store_is_bad_input()
    {
        using var empty = new TemporaryFolder();
        var (exitCode, output) = await RecordTool.VerifyAsync(empty.Path);
        Assert.Equal(2, exitCode);
        Assert.Contains("ledger.db", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
    }

    private static async Task SameAsync(string data, string checkId)
    {
        var (exitCode, output) = await RecordTool.ReplayAsync(data, checkId);
        Assert.True(exitCode == 0, output);
        Assert.True(RecordTool.Figure(output, "judged").GetBoolean());
    }

    private static void CopyRules(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Rules, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Repository.Rules, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task ReplaceAnswerAsync(string data, string checkId, Action<CheckAnswer> change)
    {
        await using var connection = Connect(data, "checks.db");
        await connection.OpenAsync();
        await using var read = new SqliteCommand("SELECT answer FROM check_record WHERE check_id = @id", connection);
        read.Parameters.AddWithValue("@id", checkId);
        var answer = CheckAnswer.Parser.ParseFrom((byte[])(await read.ExecuteScalarAsync())!);
        change(answer);
        await using var write = new SqliteCommand("UPDATE check_record SET answer = @answer WHERE check_id = @id", connection);
        write.Parameters.AddWithValue("@id", checkId);
        write.Parameters.AddWithValue("@answer", answer.ToByteArray());
        await write.ExecuteNonQueryAsync();
    }

#pragma warning disable CA2100 // The statements are the tests' own.
    private static async Task ExecuteAsync(string data, string file, string sql)
    {
        await using var connection = Connect(data, file);
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100

    private static SqliteConnection Connect(string data, string file) => new($"Data Source={Path.Combine(data, file)};Pooling=False");
}

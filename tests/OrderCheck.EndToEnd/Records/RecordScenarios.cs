using System.Data.Common;
using System.Globalization;
using Google.Protobuf;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Records;

/// <summary>
/// What was told can be judged again, and what was recorded cannot be changed unseen, on a real server's record: the same on
/// every store.
/// </summary>
public abstract class RecordScenarios : IAsyncLifetime
{
    private RecordPlace? _place;

    private protected RecordPlace Place => _place ?? throw new InvalidOperationException("The store is not there.");

    public async ValueTask InitializeAsync() => _place = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        if (_place is not null)
            await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Checks_are_reproduced_beside_the_running_server_and_after_a_restart_with_other_rules_and_dictionary()
    {
        using var rules = new TemporaryFolder();
        CopyRules(rules.Path);
        await using var server = await StartAsync("--rules", rules.Path);
        await server.AdmitAsync("V1");
        var check = await server.CheckAsync("V1");
        var signed = await server.His.SignAsync("V1", "sign", Facts.Service("o1", StarterItems.Plain));
        await SameAsync(server, check.CheckId);

        await server.StopAsync();
        await File.AppendAllTextAsync(Path.Combine(rules.Path, "dictionary", "prices.csv"), "\n", TestContext.Current.CancellationToken);
        await server.StartAgainAsync();
        var since = await server.CheckAsync("V1");

        Assert.NotEqual(check.ReleaseHash, since.ReleaseHash);
        Assert.Equal(check.ReleaseNumber + 1, since.ReleaseNumber);
        foreach (var checkId in (string[])[check.CheckId, signed.CheckId, since.CheckId])
            await SameAsync(server, checkId);
        var (_, output) = await RecordTool.ReplayAsync(Place.ToolOptions(server.Data), check.CheckId, "--rules", rules.Path);
        Assert.Contains("by other rules", output, StringComparison.Ordinal);
        Assert.Equal(2, (await RecordTool.ReplayAsync(Place.ToolOptions(server.Data), "no-such-check")).ExitCode);
    }

    [Fact]
    public async Task An_encounter_judged_as_a_whole_is_reproduced_though_it_went_on()
    {
        await using var server = await StartAsync();
        await server.AdmitAsync("V1");
        var request = new CheckEncounterRequest { VisitNumber = "V1", Stage = Stage.Discharge };
        foreach (var id in (string[])["c1", "c2"])
            await server.His.PostAsync("V1", id, Facts.Charge(id, StarterItems.OncePerDay, at: Facts.AdmittedAt.AddMinutes(1)));
        var audit = await server.His.Orders.CheckEncounterAsync(request, server.His.Options);
        var admission = await server.His.Orders.CheckEncounterAsync(
            new CheckEncounterRequest { VisitNumber = "V1", Stage = Stage.Registration }, server.His.Options);

        await server.His.PostAsync("V1", "c3", Facts.Charge("c3", StarterItems.OncePerDay, at: Facts.AdmittedAt.AddMinutes(1)));
        var later = await server.His.Orders.CheckEncounterAsync(request, server.His.Options);

        Assert.NotEqual(audit.Findings, later.Findings);
        foreach (var checkId in (string[])[audit.CheckId, admission.CheckId, later.CheckId])
            await SameAsync(server, checkId);
    }

    [Fact]
    public async Task A_check_of_another_engine_is_said_to_be_and_each_difference_named()
    {
        await using var server = await StartAsync();
        await server.AdmitAsync("V1");
        var check = await server.CheckAsync("V1");
        await server.StopAsync();
        await ReplaceAnswerAsync(server.Data, check.CheckId, answer =>
        {
            answer.EngineVersion = "0";
            answer.OwnShare = "123.45";
        });

        var (exitCode, output) = await RecordTool.ReplayAsync(Place.ToolOptions(server.Data), check.CheckId);

        Assert.Equal(1, exitCode);
        Assert.Contains("another engine", output, StringComparison.Ordinal);
        Assert.Contains("123.45", output, StringComparison.Ordinal);
        Assert.Equal("own_share", Assert.Single(RecordTool.Figure(output, "fields").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task The_ledger_is_verified_beside_the_running_server_and_tampering_is_named()
    {
        using var elsewhere = new TemporaryFolder();
        await using var server = await StartAsync("--checkpoints", elsewhere["checkpoints"]);
        await server.AdmitAsync("V1");
        await server.AdmitAsync("V2");
        Assert.Equal(0, (await RecordTool.VerifyAsync(Place.ToolOptions(server.Data))).ExitCode);

        await server.StopAsync();
        var (whole, before) = await VerifyAsync();
        Assert.True(whole == 0, before);
        Assert.True(RecordTool.Figure(before, "heads").GetInt64() >= 2, before);
        var (first, second) = await TamperAsync(server.Data);

        var (exitCode, output) = await VerifyAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"encounter {first}, sequence 1: content or answer of the unit was changed", output, StringComparison.Ordinal);
        Assert.Contains($"encounter {second}, sequence 2: its tail is cut off", output, StringComparison.Ordinal);
        Assert.Equal(2, RecordTool.Figure(output, "damages").GetInt32());

        Task<(int ExitCode, string Output)> VerifyAsync() =>
            RecordTool.VerifyAsync(Place.ToolOptions(server.Data), "--checkpoints", elsewhere["checkpoints"]);
    }

    /// <summary>An empty store.</summary>
    private protected abstract Task<RecordPlace> OpenAsync();

    private protected Task<OwnServer> StartAsync(params string[] options) => OwnServer.StartAsync(null, [.. Place.ServerOptions, .. options]);

    private async Task SameAsync(OwnServer server, string checkId)
    {
        var (exitCode, output) = await RecordTool.ReplayAsync(Place.ToolOptions(server.Data), checkId);
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

    private async Task ReplaceAnswerAsync(string data, string checkId, Action<CheckAnswer> change)
    {
        await using var checks = Place.Checks(data);
        await checks.OpenAsync();
        await using var read = Command(checks, "SELECT answer FROM check_record WHERE check_id = @id", ("@id", checkId));
        var answer = CheckAnswer.Parser.ParseFrom((byte[])(await read.ExecuteScalarAsync())!);
        change(answer);
        await using var write = Command(
            checks, "UPDATE check_record SET answer = @answer WHERE check_id = @id", ("@id", checkId), ("@answer", answer.ToByteArray()));
        Assert.Equal(1, await write.ExecuteNonQueryAsync());
    }

    /// <summary>Changes an answer in the first encounter, and cuts off the second one's tail.</summary>
    /// <returns>Numbers of the two.</returns>
    private async Task<(long First, long Second)> TamperAsync(string data)
    {
        await using var ledger = Place.Ledger(data);
        await ledger.OpenAsync();
        await ExecuteAsync(Place.Unprotect);
        var (first, second) = (await NumberAsync("V1"), await NumberAsync("V2"));
        await ExecuteAsync("UPDATE append_unit SET answer = @answer WHERE encounter = @number AND first_sequence = 1", ("@number", first), ("@answer", new byte[1]));
        await ExecuteAsync("DELETE FROM entry WHERE encounter = @number AND sequence > 1", ("@number", second));
        await ExecuteAsync("DELETE FROM append_unit WHERE encounter = @number AND last_sequence > 1", ("@number", second));
        return (first, second);

        async Task<long> NumberAsync(string visit)
        {
            await using var command = Command(ledger, "SELECT number FROM encounter WHERE visit_number = @visit", ("@visit", visit));
            return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        async Task ExecuteAsync(string sql, params (string, object)[] values)
        {
            await using var command = Command(ledger, sql, values);
            await command.ExecuteNonQueryAsync();
        }
    }

#pragma warning disable CA2100 // The statements are the tests' own.
    private static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
#pragma warning restore CA2100
}

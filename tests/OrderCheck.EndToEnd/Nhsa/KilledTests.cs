using System.Text;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>What a 3101 told, on a server that is killed, and what lies in its stores then.</summary>
public sealed class KilledTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Across_a_hard_kill_a_stay_is_remembered_its_rows_can_be_answered_and_its_name_is_where_it_can_be_erased()
    {
        await using var server = await Unhurried.StartAsync();
        string row;
        using (var his = Connect(server))
        {
            var asked = (await his.AskAsync(Story().Before("r1", StarterItems.OncePerDay).Asking("r2", StarterItems.ForWomen))).AssertAnswered();
            row = (string)Assert.Single(asked.Rows)["jr_id"]!;
            await KeptAsync(server, 1);
            await server.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = asked.CheckId }, server.His.Options);
            await Wait.UntilAsync(async () => await PatientsAsync(server) == 1, "the name is kept", Soon);
            // Whatever this one told is on its way when the server is killed.
            await his.AskAsync(Story().Before("r1", StarterItems.OncePerDay).Before("r4", StarterItems.Plain).Asking("r2", StarterItems.ForWomen));
        }
        await server.KillAsync();
        AssertNowhere(server.Data, Facts.PatientName);
        await server.StartAgainAsync();

        using var after = Connect(server);
        Assert.Contains("r3", (await after.AskAsync(Story().Asking("r3", StarterItems.OncePerDay))).AssertAnswered().Offending);
        (await after.TellAsync(Story().Telling((row, "1", "病情需要")))).AssertAnswered();
        Assert.Empty((await after.AskAsync(Story().Asking("r2", StarterItems.ForWomen))).AssertAnswered().Rows);
        await after.AskAsync(Story().Before("r1", StarterItems.OncePerDay).Before("r4", StarterItems.Plain).Asking("r5", StarterItems.Plain));
        await KeptAsync(server, 2);
        // The record of the last check may be lost with the process; that its row is answered is not held against the HIS.
        var lost = (await after.TellAsync(Story().Telling(($"OC{Guid.NewGuid():N}-0", "1", "病情需要")))).AssertAnswered();
        Assert.Contains("审计", (string)lost.Body["warn_msg"]!, StringComparison.Ordinal);
        server.Process.AssertNoUnexpectedErrors();
        await server.StopAsync();
        AssertNowhere(server.Data, Facts.PatientName);
    }

    private static NhsaStory Story() => NhsaStory.Of("v", Installation.HospitalCode);

    private static NhsaHis Connect(OwnServer server) => new(server.Process.HttpAddress, ("x-api-key", server.ApiKey));

    private static Task KeptAsync(OwnServer server, int orders) => Wait.UntilAsync(
        async () =>
        {
            try
            {
                return (await server.His.DescribeAsync("v")).ActiveOrders == orders;
            }
            catch (RpcException missing) when (missing.StatusCode == StatusCode.NotFound)
            {
                return false;
            }
        },
        $"{orders} orders are kept", Soon);

    /// <summary>Patients of whom something is sealed under a key of their own.</summary>
    private static async Task<long> PatientsAsync(OwnServer server)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Data, "installation.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand("SELECT count(*) FROM patient JOIN patient_key USING (hospital, patient_number)", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>In no file of the data folder, in whatever characters: also not in the erasable table, where it is sealed.</summary>
    private static void AssertNowhere(string data, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[][] spellings = [.. new[] { Encoding.UTF8, Encoding.Unicode, Encoding.GetEncoding("GB18030") }.Select(encoding => encoding.GetBytes(name))];
        foreach (var file in Directory.GetFiles(data, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var whole = new MemoryStream();
            stream.CopyTo(whole);
            var bytes = whole.GetBuffer().AsSpan(0, (int)whole.Length);
            foreach (var spelling in spellings)
                Assert.True(bytes.IndexOf(spelling) < 0, $"{file} has a patient's name in it.");
        }
    }
}

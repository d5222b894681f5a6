using System.Text.Json;
using Xunit;

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>The drug list of 2024 as published, beside all points: every row becomes exactly one of five things.</summary>
public sealed class DrugListSumTests
{
    private static readonly (string List, int Rows)[] Lists = [("western", 1957), ("tcm_patent", 1444), ("negotiated_western", 346), ("negotiated_tcm", 58), ("bid", 21)];

    [Fact]
    public async Task Every_row_of_the_list_of_2024_is_accounted_for_and_none_is_rejected()
    {
        Assert.SkipUnless(Repository.ReferenceCatalogue is not null && Repository.PublishedTables is not null, "The national drug list and NHSA's tables (shared/data beside the repository) are not on this machine.");
        using var to = new TemporaryFolder();
        string[] import = ["import", "nhsa-knowledge", "--from", Repository.PublishedTables!, "--drug-list", Repository.ReferenceCatalogue!, "--to", to.At("release"), "--json"];

        var run = await ToolRun.OfAsync(import);
        var bytes = Sums(to.At("release"));
        await ToolRun.OfAsync(import);
        var validated = await ToolRun.OfAsync("rules", "validate", to.At("release"), "--json");

        Assert.True(run.Code == 0, run.Output + run.Errors);
        var account = run.Json.GetProperty("drug_list");
        Assert.Equal((3826, 0), (Count(account, "rows"), Count(account, "rejected")));
        Assert.Equal(3826, Count(account, "executable") + Count(account, "text") + Count(account, "superseded") + Count(account, "without_code"));
        Assert.All(Lists, list => Assert.Equal(
            list.Rows, account.GetProperty("lists").GetProperty($"nrdl2024_{list.List}").EnumerateObject().Sum(fate => fate.Value.GetInt32())));
        Assert.Equal((3899, 0), (Count(run.Json, "points"), Count(run.Json, "rejected")));
        Assert.Equal(bytes, Sums(to.At("release")));
        Assert.True(validated.Code == 0, validated.Output);
    }

    private static int Count(JsonElement figures, string name) => figures.GetProperty(name).GetInt32();

    private static List<string> Sums(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];
}

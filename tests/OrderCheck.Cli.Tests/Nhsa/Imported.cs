using System.Text.Json;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;
using Xunit;

[assembly: AssemblyFixture(typeof(OrderCheck.Cli.Tests.Nhsa.Imported))]

namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>The published tables, imported once for all tests; null members where the tables are not on this machine.</summary>
public sealed class Imported : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Release? _release;

    internal ToolRun Run { get; private set; } = new(0, "{}", "");

    internal string Folder => _folder.At("release");

    public JsonElement Figures => Run.Json;

    /// <summary>The release that the imported folder builds.</summary>
    public Release Release => _release ??= Build();

    public async ValueTask InitializeAsync()
    {
        if (Repository.PublishedTables is { } tables)
            Run = await ToolRun.OfAsync("import", "nhsa-knowledge", "--from", tables, "--to", Folder, "--json");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public static void SkipWithoutTables() =>
        Assert.SkipUnless(Repository.PublishedTables is not null, "NHSA's published tables (shared/data/nhsa beside the repository) are not on this machine.");

    /// <summary>The rows of a kind that name the item and are in force on that day.</summary>
    public IReadOnlyList<TRow> RowsOf<TRow>(KnowledgeKind kind, string item, string day)
        where TRow : KnowledgeRow =>
        [.. Release.Knowledge[kind].OfType<TRow>().Where(row => row.ItemName == item && row.InForce(DateOnly.Parse(day)))];

    private Release Build()
    {
        var build = ReleaseBuilder.Build(RuleFolderReader.Read(Folder), number: 1);
        Assert.Empty(build.Faults);
        return build.Release!;
    }
}

using System.CommandLine;
using OrderCheck.Cli.Folders;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Nhsa;

/// <summary><c>import nhsa-knowledge</c>: published knowledge points become a complete rules folder.</summary>
internal sealed class ImportNhsaKnowledgeVerb : IVerb
{
    private const int RejectionsShown = 50;

    private readonly Option<string> _from = new("--from") { Description = "Folder with the published tables as CSV.", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "Rules folder to write; it is replaced as a whole.", Required = true };
    private readonly Option<int> _childAge = new("--child-age")
    {
        Description = "A child is one who has not completed so many years: 14 or 18.",
        DefaultValueFactory = _ => 18,
    };

    public string Path => "import nhsa-knowledge";

    public string Summary => "Turn NHSA's published knowledge points into a complete rules folder.";

    public IReadOnlyList<string> Examples { get; } =
    [
        "import nhsa-knowledge --from ../shared/data/nhsa --to /tmp/release",
        "import nhsa-knowledge --from ../shared/data/nhsa --to /tmp/release --child-age 14 --json",
    ];

    public void Configure(Command command)
    {
        _childAge.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is not (14 or 18))
                result.AddError("--child-age must be 14 or 18.");
        });
        command.Options.Add(_from);
        command.Options.Add(_to);
        command.Options.Add(_childAge);
    }

    public Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var childAge = run.Arguments.GetRequiredValue(_childAge);
        var tables = PublishedTables.Read(run.Arguments.GetRequiredValue(_from));
        var import = NhsaImport.Run(tables, childAge);
        var files = ReleaseFiles.Write(import, tables, childAge);
        cancellation.ThrowIfCancellationRequested();
        FolderSwap.Write(run.Arguments.GetRequiredValue(_to), files, mark: "catalogue/items.csv");
        Print(run.Output, import);
        run.Output.WriteLine($"written to {run.Arguments.GetRequiredValue(_to)}: {import.Items.Count} items, {import.Lines.Count} rows of knowledge");
        Report(run, import, tables);
        return Task.FromResult(import.Rejections.Count == 0 ? ExitCode.Clean : ExitCode.Findings);
    }

    private static void Print(TextWriter output, NhsaImport import)
    {
        output.WriteLine("executable    text  superseded  rejected  rule");
        foreach (var rule in import.Tally.RuleClasses)
            output.WriteLine(Line(fate => import.Tally.Of(rule, fate)) + rule);
        output.WriteLine(Line(import.Tally.Of) + "in all");
        output.WriteLine();
        output.WriteLine("superseded: kept as rows that end the day before their successor was published");
        foreach (var ((rule, why), count) in import.Tally.Reasons)
            output.WriteLine($"text: {count} of {rule}: {why}");
        foreach (var rejection in import.Rejections.Take(RejectionsShown))
            output.WriteLine($"rejected: {rejection}");
        if (import.Rejections.Count > RejectionsShown)
            output.WriteLine($"rejected: {import.Rejections.Count - RejectionsShown} more");
    }

    private static string Line(Func<PointFate, int> of) =>
        $"{of(PointFate.Executable),10}  {of(PointFate.Text),6}  {of(PointFate.Superseded),10}  {of(PointFate.Rejected),8}  ";

    private static void Report(VerbRun run, NhsaImport import, PublishedTables tables)
    {
        run.Report("points", import.Tally.Points);
        run.Report("superseded", import.Tally.Of(PointFate.Superseded));
        run.Report("executable", import.Tally.Of(PointFate.Executable));
        run.Report("text", import.Tally.Of(PointFate.Text));
        run.Report("rejected", import.Tally.Of(PointFate.Rejected));
        run.Report("codes", tables.CodeRows);
        run.Report("items", import.Items.Count);
        run.Report("rows", import.Lines.Count);
        run.Report("classes", import.Tally.RuleClasses.ToDictionary(
            rule => rule,
            rule => Enum.GetValues<PointFate>().ToDictionary(fate => Name(fate), fate => import.Tally.Of(rule, fate))));
    }

    private static string Name(PointFate fate) => fate switch
    {
        PointFate.Superseded => "superseded",
        PointFate.Executable => "executable",
        PointFate.Text => "text",
        _ => "rejected",
    };
}

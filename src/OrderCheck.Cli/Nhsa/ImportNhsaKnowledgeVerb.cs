using System.CommandLine;
using OrderCheck.Cli.Folders;
using OrderCheck.Cli.Nhsa.DrugList;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Catalogue.Diseases;
using OrderCheck.Core.Rules;

namespace OrderCheck.Cli.Nhsa;

/// <summary><c>import nhsa-knowledge</c>: published knowledge points become a complete rules folder.</summary>
internal sealed class ImportNhsaKnowledgeVerb : IVerb
{
    private const int RowsShown = 50;

    private readonly Option<string> _from = new("--from") { Description = "Folder with the published tables as CSV.", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "Rules folder to write; it is replaced as a whole.", Required = true };
    private readonly Option<string?> _drugList = new("--drug-list") { Description = "Folder with the national drug list as CSV (nrdl2024_western.csv and its fellows)." };
    private readonly Option<string?> _drugCodes = new("--drug-codes")
    {
        Description = "More drug codes that the list's names are looked up in: CSV with drug_code and generic_name; without it those of the points.",
    };
    private readonly Option<string?> _terms = new("--terms")
    {
        Description = "The table that limits in words are coded by, where the office keeps its own (as catalogue/disease_terms.csv).",
    };
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
        "import nhsa-knowledge --from ../shared/data/nhsa --drug-list ../shared/data/catalog --to /tmp/release",
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
        command.Options.Add(_drugList);
        command.Options.Add(_drugCodes);
        command.Options.Add(_terms);
        command.Options.Add(_childAge);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_drugCodes) is not null && result.GetValue(_drugList) is null)
                result.AddError("--drug-codes goes with --drug-list.");
        });
    }

    public Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var childAge = run.Arguments.GetRequiredValue(_childAge);
        var (tables, list, codes, termsFile, terms) = Read(run.Arguments);
        var import = NhsaImport.Run(tables, terms, childAge);
        var drugs = list is null ? null : ReadDrugs(list, codes, import, terms, childAge);
        var files = ReleaseFiles.Write(import, drugs, termsFile, childAge);
        cancellation.ThrowIfCancellationRequested();
        FolderSwap.Write(run.Arguments.GetRequiredValue(_to), files, mark: "catalogue/items.csv");
        Print(run.Output, import, tables);
        if (drugs is not null)
            DrugListReport.Print(run, drugs);
        IReadOnlyList<Rejection> rejections = [.. import.Rejections, .. tables.RowFaults, .. drugs?.Rejections ?? []];
        var rows = import.Lines.Count + (drugs?.Lines.Count ?? 0);
        run.Output.WriteLine($"written to {run.Arguments.GetRequiredValue(_to)}: {import.Items.Count} items, {rows} rows of knowledge");
        Report(run, import, tables, rows);
        if (run.IsForProgram)
            run.Report("rejections", rejections.Select(Fields).ToList());
        return Task.FromResult(rejections.Count == 0 ? ExitCode.Clean : ExitCode.Findings);
    }

    /// <summary>Every file that was named, before any of it is used: what is wrong with one does not hide what is wrong with the next.</summary>
    private (PublishedTables Tables, DrugListTables? List, IReadOnlyList<(string Code, string Name)> Codes, RuleFile TermsFile, DiseaseTerms Terms) Read(
        ParseResult arguments)
    {
        var faults = new InputFaults();
        var tables = faults.Read(() => PublishedTables.Read(arguments.GetRequiredValue(_from)));
        var list = arguments.GetValue(_drugList) is { } folder ? faults.Read(() => DrugListTables.Read(folder)) : null;
        var codes = arguments.GetValue(_drugCodes) is { } file ? faults.Read(() => DrugCodes.Read(file)) : [];
        var own = arguments.GetValue(_terms);
        var termsFile = faults.Read(() => TermsFile.Read(own));
        var terms = termsFile is null ? null : faults.Read(() => TermsFile.Parse(termsFile, own));
        faults.ThrowIfAny();
        return (tables!, list, codes!, termsFile!, terms!);
    }

    private static DrugListImport ReadDrugs(DrugListTables list, IReadOnlyList<(string Code, string Name)> codes, NhsaImport import, DiseaseTerms terms, int childAge)
    {
        var drugs = import.Items.All.Concat(codes).ToList();
        var read = DrugListImport.Run(list, drugs, import.Lines, terms, childAge);
        foreach (var (code, name) in read.Drugs.Where(drug => !import.Items.Has(drug.Key)))
            import.Items.Add(code, name, DateOnly.MinValue);
        return read;
    }

    private static void Print(TextWriter output, NhsaImport import, PublishedTables tables)
    {
        output.WriteLine("executable    text  superseded  rejected  rule");
        foreach (var rule in import.Tally.RuleClasses)
            output.WriteLine(Line(fate => import.Tally.Of(rule, fate)) + rule);
        output.WriteLine(Line(import.Tally.Of) + "in all");
        output.WriteLine();
        output.WriteLine("superseded: kept as rows that end the day before their successor was published");
        foreach (var ((rule, why), count) in import.Tally.Reasons)
            output.WriteLine($"text: {count} of {rule}: {why}");
        Print(output, "rejected", import.Rejections);
        Print(output, "rejected row", tables.RowFaults);
        Print(output, "incomplete?", tables.OtherCounts);
    }

    private static void Print(TextWriter output, string what, List<Rejection> rows)
    {
        foreach (var row in rows.Take(RowsShown))
            output.WriteLine($"{what}: {row}");
        if (rows.Count > RowsShown)
            output.WriteLine($"{what}: {rows.Count - RowsShown} more; --json has them all");
    }

    private static string Line(Func<PointFate, int> of) =>
        $"{of(PointFate.Executable),10}  {of(PointFate.Text),6}  {of(PointFate.Superseded),10}  {of(PointFate.Rejected),8}  ";

    private static void Report(VerbRun run, NhsaImport import, PublishedTables tables, int rows)
    {
        run.Report("points", import.Tally.Points);
        run.Report("superseded", import.Tally.Of(PointFate.Superseded));
        run.Report("executable", import.Tally.Of(PointFate.Executable));
        run.Report("text", import.Tally.Of(PointFate.Text));
        run.Report("rejected", import.Tally.Of(PointFate.Rejected));
        run.Report("rejected_rows", tables.RowFaults.Count);
        run.Report("codes", tables.CodeRows);
        run.Report("other_counts", tables.OtherCounts.Count);
        run.Report("items", import.Items.Count);
        run.Report("rows", rows);
        run.Report("reasons", import.Tally.Reasons.Select(reason => new Dictionary<string, object> { ["rule"] = reason.Key.RuleClass, ["why"] = reason.Key.Why, ["points"] = reason.Value }).ToList());
        run.Report("classes", import.Tally.RuleClasses.ToDictionary(
            rule => rule,
            rule => Enum.GetValues<PointFate>().ToDictionary(fate => Name(fate), fate => import.Tally.Of(rule, fate))));
    }

    private static Dictionary<string, object> Fields(Rejection rejection) => new()
    {
        ["file"] = rejection.File,
        ["line"] = rejection.Line,
        ["column"] = rejection.Column,
        ["value"] = rejection.Value,
        ["allowed"] = rejection.Allowed,
    };

    private static string Name(PointFate fate) => fate switch
    {
        PointFate.Superseded => "superseded",
        PointFate.Executable => "executable",
        PointFate.Text => "text",
        _ => "rejected",
    };
}

using System.CommandLine;
using OrderCheck.Cli.Folders;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Import;
using OrderCheck.Core.Grouping.Schemes;

namespace OrderCheck.Cli.Grouping;

/// <summary><c>import drg-scheme</c>: official tables become a scheme that <c>group</c> executes.</summary>
internal sealed class ImportDrgSchemeVerb : IVerb
{
    private readonly Option<string> _from = new("--from")
    {
        Description = "Folder with the scheme's tables as CSV, or with NHSA's workbook (.xlsx).",
        Required = true,
    };

    private readonly Option<string> _to = new("--to") { Description = "Scheme folder to write; it is replaced as a whole.", Required = true };
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "NAME=VALUE: qyEnabled (on|off), opAllSet (default or a list), unmatchedInMdc (X00|goOn), sexMismatchQy (on|off), "
            + "mdcoFemaleOnly (on|off), newbornNonP (PQY|P00), hivAnyDiagnosis (on|off|scheme).",
    };

    private readonly Option<string?> _icd = new("--icd") { Description = "Folder with the code tables; by default icd in or beside the scheme's folder." };

    public string Path => "import drg-scheme";

    public string Summary => "Turn a DRG scheme's official tables into a folder that group can use.";

    public IReadOnlyList<string> Examples { get; } =
    [
        "import drg-scheme --from ../shared/data/drg/chs-drg-2.0 --to /tmp/chs-drg-2.0",
        "import drg-scheme --from ../shared/data/drg/chs-drg-1.1 --to /tmp/chs-drg-1.1 --set qyEnabled=off --set unmatchedInMdc=goOn --json",
    ];

    public void Configure(Command command)
    {
        foreach (var option in new Option[] { _from, _to, _set, _icd })
            command.Options.Add(option);
    }

    public Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var from = run.Arguments.GetRequiredValue(_from);
        if (!Directory.Exists(from))
            throw new BadInputException(from, 0, 0, "There is no such folder.");
        var import = Read(run, from);
        foreach (var warning in import.Warnings)
            run.Errors.WriteLine($"warning: {warning}");
        if (import.CodesInNoTable > 0)
            run.Errors.WriteLine($"warning: {import.CodesInNoTable} codes of the scheme are in no code table.");
        FaultPrinter.RefuseAny(run, from, import.Faults);
        var build = SchemeBuilder.Build(import.Files);
        FaultPrinter.RefuseAny(run, run.Arguments.GetRequiredValue(_to), build.Faults);
        cancellation.ThrowIfCancellationRequested();
        FolderSwap.Write(
            run.Arguments.GetRequiredValue(_to), import.Files.ToDictionary(file => file.Path, file => file.Text), mark: SchemeFiles.Manifest);
        Report(run, build.Scheme!, import);
        return Task.FromResult(ExitCode.Clean);
    }

    private SchemeImport Read(VerbRun run, string from)
    {
        string[] usual = [System.IO.Path.Combine(from, "icd"), System.IO.Path.Combine(from, "..", "icd")];
        var icd = run.Arguments.GetValue(_icd) ?? usual.FirstOrDefault(Directory.Exists);
        var settings = (run.Arguments.GetValue(_set) ?? []).Select(Setting).ToArray();
        string? TextOfIcd(string file) => icd is null ? null : TableFolder.TextOf(icd, file);
        var workbooks = Directory.EnumerateFiles(from, "*.xlsx").Order(StringComparer.Ordinal).ToList();
        return workbooks switch
        {
            [] => TableImport.Read(file => TableFolder.TextOf(from, file), TextOfIcd, settings),
            [var workbook] => WorkbookImport.Read(SchemeWorkbook.Read(workbook), TextOfIcd, settings),
            _ => throw new BadInputException(from, 0, 0, $"There are {workbooks.Count} workbooks; keep the one to import."),
        };
    }

    private static KeyValuePair<string, string> Setting(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? KeyValuePair.Create(text[..at], text[(at + 1)..])
            : throw new BadInputException("--set", 0, 0, $"'{text}' is not NAME=VALUE.");
    }

    private static void Report(VerbRun run, GroupingScheme scheme, SchemeImport import)
    {
        var adrgs = scheme.Mdcs.SelectMany(mdc => mdc.Adrgs).Where(row => row.Line > 0).ToList();
        var mdcs = scheme.Mdcs.Count(row => row.Line > 0);
        var named = adrgs.Where(row => row.Kind is not (GroupKind.Ambiguous or GroupKind.Rest)).ToList();
        var groups = named.SelectMany(row => row.Drgs).Select(row => row.Code).Distinct().Count();
        run.Output.WriteLine($"{scheme.Name}: {mdcs} MDC, {named.Select(row => row.Code).Distinct().Count()} ADRG, {groups} DRG");
        foreach (var (name, value) in scheme.Switches.All())
            run.Output.WriteLine($"  {name} = {value}");
        run.Report("scheme", scheme.Name);
        run.Report("mdc", mdcs);
        run.Report("adrg", named.Select(row => row.Code).Distinct().Count());
        run.Report("drg", groups);
        run.Report("diagnoses", scheme.Diagnoses.Count);
        run.Report("procedures", scheme.Procedures.Count);
        run.Report("codes_in_no_table", import.CodesInNoTable);
        run.Report("warnings", import.Warnings.Count);
        run.Report("switches", scheme.Switches.All().ToDictionary(pair => pair.Key, pair => (object)pair.Value));
    }
}

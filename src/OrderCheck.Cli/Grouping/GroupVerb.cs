using System.CommandLine;
using System.Diagnostics;
using System.Text;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Tables;

namespace OrderCheck.Cli.Grouping;

/// <summary><c>group</c>: a table of cases in, a table of groups out, in constant memory.</summary>
internal sealed class GroupVerb : IVerb
{
    private const int BufferBytes = 1 << 16;
    private const int RowsBetweenLooks = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Option<string> _scheme = new("--scheme") { Description = "Scheme folder, as import drg-scheme writes it.", Required = true };
    private readonly Option<string> _in = new("--in")
    {
        Description = "CSV with case_id, sex (1 male, 2 female), age_years, age_days, birth_weight_g, los_days (optional), diagnoses and "
            + "procedures (separated by |, principal first).",
        Required = true,
    };

    private readonly Option<string> _out = new("--out") { Description = "CSV to write: case_id, mdc, adrg, drg, reason.", Required = true };

    public string Path => "group";

    public string Summary => "Group cases by a DRG scheme.";

    public IReadOnlyList<string> Examples { get; } =
    [
        "group --scheme /tmp/chs-drg-2.0 --in cases.csv --out groups.csv",
        "group --scheme /tmp/chs-drg-2.0 --in cases.csv --out groups.csv --json",
    ];

    public void Configure(Command command)
    {
        foreach (var option in new[] { _scheme, _in, _out })
            command.Options.Add(option);
    }

    public Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var folder = run.Arguments.GetRequiredValue(_scheme);
        var build = SchemeBuilder.Build(TableFolder.SchemeFilesOf(folder));
        FaultPrinter.RefuseAny(run, folder, build.Faults);
        var loaded = Stopwatch.GetElapsedTime(started);
        var tally = new GroupTally();
        var began = Stopwatch.GetTimestamp();
        GroupAll(run, build.Scheme!, tally, cancellation);
        var took = Stopwatch.GetElapsedTime(began);
        run.Output.WriteLine($"{tally.Cases} cases grouped by {build.Scheme!.Name} in {took.TotalSeconds:0.00} s");
        run.Report("scheme", build.Scheme.Name);
        tally.Report(run);
        run.Report("load_ms", Math.Round(loaded.TotalMilliseconds));
        run.Report("seconds", Math.Round(took.TotalSeconds, 3));
        run.Report("cases_per_s", Math.Round(tally.Cases / Math.Max(took.TotalSeconds, 1e-9)));
        using var process = Process.GetCurrentProcess();
        run.Report("peak_memory_mb", process.PeakWorkingSet64 / (1024 * 1024));
        return Task.FromResult(ExitCode.Clean);
    }

    private void GroupAll(VerbRun run, GroupingScheme scheme, GroupTally tally, CancellationToken cancellation)
    {
        var input = run.Arguments.GetRequiredValue(_in);
        var output = run.Arguments.GetRequiredValue(_out);
        if (!File.Exists(input))
            throw new BadInputException(input, 0, 0, "There is no such file.");
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(output))!;
        if (!Directory.Exists(folder))
            throw new BadInputException(output, 0, 0, "Its folder does not exist.");
        // A run that ends early must not leave half a table under the asked name.
        var beside = System.IO.Path.Combine(folder, $"{System.IO.Path.GetFileName(output)}.{Guid.NewGuid():N}");
        try
        {
            using (var bytes = new FileStream(input, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan))
            using (var groups = new StreamWriter(beside, append: false, Strict, BufferBytes) { NewLine = "\n" })
            using (var progress = ReadingProgress.ForPerson(run, bytes.Length))
                GroupRows(bytes, groups, input, scheme, tally, progress, cancellation);
            File.Move(beside, output, overwrite: true);
        }
        catch (CsvFormatException bad)
        {
            throw new BadInputException(input, bad.Line, bad.Column, bad.Message);
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException(input, 0, 0, "The file is not UTF-8. Save it as UTF-8.");
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void GroupRows(
        FileStream bytes, StreamWriter groups, string input, GroupingScheme scheme, GroupTally tally, ReadingProgress? progress, CancellationToken cancellation)
    {
        using var text = new StreamReader(bytes, Strict, detectEncodingFromByteOrderMarks: true, BufferBytes, leaveOpen: true);
        var record = new CsvRecords(text);
        if (!record.Next())
            throw new BadInputException(input, 1, 1, "The file is empty; its first line must name the columns.");
        var columns = new CaseColumns(input, record);
        var grouper = new Grouper(scheme);
        groups.WriteLine("case_id,mdc,adrg,drg,reason");
        while (record.Next())
        {
            columns.Load(record, grouper);
            var result = grouper.Decide();
            tally.Count(result);
            GroupLine.Write(groups, record, columns, result, scheme);
            if (record.Line % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Tell(bytes.Position, tally.Cases);
            }
        }
    }
}

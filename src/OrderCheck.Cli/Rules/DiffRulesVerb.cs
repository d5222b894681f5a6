using System.CommandLine;
using System.Globalization;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Differences;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Cli.Rules;

/// <summary><c>rules diff</c>: what changed between two rules folders, or between two batches of one.</summary>
internal sealed class DiffRulesVerb : IVerb
{
    private const int UsualRows = 20;

    private readonly Argument<string> _before = new("A") { Description = "The rules folder that was; DIR@N: as it was after NHSA's batch N." };
    private readonly Argument<string> _after = new("B") { Description = "The rules folder that is, or DIR@N." };
    private readonly Option<int> _rows = new("--rows")
    {
        Description = "How many changes of a table are shown; 0: all of them.",
        DefaultValueFactory = static _ => UsualRows,
    };

    public string Path => "rules diff";

    public string Summary => "What changed between two rules folders or batches, by rule, item and code, in an officer's words.";

    public IReadOnlyList<string> Examples { get; } = ["rules diff rules my-rules", "rules diff my-rules@16 my-rules@17", "rules diff rules my-rules --rows 0 --json"];

    public void Configure(Command command)
    {
        command.Arguments.Add(_before);
        command.Arguments.Add(_after);
        command.Options.Add(_rows);
    }

    public Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var rows = run.Arguments.GetValue(_rows);
        if (rows < 0)
            throw new BadInputException("--rows", 0, 0, $"{rows} is no number of rows; 0 for all of them, or more.");
        var (before, after) = (run.Arguments.GetRequiredValue(_before), run.Arguments.GetRequiredValue(_after));
        var changes = Between(before, after);
        run.Output.Write(ChangeReport.Of(changes, rows == 0 ? int.MaxValue : rows));
        foreach (var kind in Enum.GetValues<ChangeKind>())
            run.Report(kind.ToString().ToLowerInvariant(), changes.Count(change => change.Kind == kind));
        run.Report("items", changes.Where(static change => change.File.EndsWith(".csv", StringComparison.Ordinal)).Select(static change => change.Code).Distinct().Count());
        if (run.IsForProgram)
            run.Report("changes", changes.Select(Fields).ToList());
        return Task.FromResult(changes.Count == 0 ? ExitCode.Clean : ExitCode.Findings);
    }

    private static IReadOnlyList<FolderChange> Between(string before, string after)
    {
        var (old, now) = (Folder(before), Folder(after));
        try
        {
            return FolderDifferences.Between(old, now);
        }
        catch (UnreadableFileException e)
        {
            throw Bad(e, IsReadable(old) ? after : before);
        }
    }

    private static bool IsReadable(RuleFolder folder)
    {
        try
        {
            FolderDifferences.Between(folder, new RuleFolder([]));
            return true;
        }
        catch (UnreadableFileException)
        {
            return false;
        }
    }

    private static RuleFolder Folder(string place)
    {
        var (dir, batch) = Directory.Exists(place) ? (place, null) : WithBatch(place);
        if (!Directory.Exists(dir))
            throw new BadInputException(place, 0, 0, "There is no such folder; name a rules folder, or DIR@N for what it was after NHSA's batch N.");
        var folder = RuleFolderReader.Read(dir);
        if (folder.ReadFaults is [var fault, ..])
            throw new BadInputException(System.IO.Path.Combine(dir, fault.File), fault.Line, fault.Column, fault.Message);
        try
        {
            return batch is { } last ? BatchFolder.AsOf(folder, last) : folder;
        }
        catch (UnreadableFileException e)
        {
            throw Bad(e, dir);
        }
        catch (ArgumentException e)
        {
            throw new BadInputException(place, 0, 0, e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static (string Dir, int? Batch) WithBatch(string place)
    {
        var at = place.LastIndexOf('@');
        return at > 0 && int.TryParse(place.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var batch) ? (place[..at], batch) : (place, null);
    }

    private static BadInputException Bad(UnreadableFileException e, string dir) => new(System.IO.Path.Combine(dir, e.File), e.Line, e.Column, e.Message);

    private static Dictionary<string, object?> Fields(FolderChange change) => new()
    {
        ["file"] = change.File,
        ["table"] = change.Table,
        ["change"] = change.Kind.ToString().ToLowerInvariant(),
        ["code"] = change.Code,
        ["name"] = change.Name,
        ["rule_code"] = change.RuleCode,
        ["batch"] = change.Batch,
        ["says"] = change.Saying,
        ["fields"] = change.Fields.Select(static field => new Dictionary<string, string>
        {
            ["field"] = field.Field,
            ["label"] = field.Label,
            ["before"] = field.Before,
            ["after"] = field.After,
        }).ToList(),
    };
}

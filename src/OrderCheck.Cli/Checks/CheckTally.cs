using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Checks;

/// <summary>What came of a file of requests.</summary>
internal sealed class CheckTally
{
    private readonly Dictionary<string, int> _tolerated = new(StringComparer.Ordinal);
    private int _findings;
    private int _undetermined;
    private int _unchecked;
    private int _faults;
    private int _lines;

    public int Requests { get; private set; }

    public ExitCode Code => _faults > 0 ? ExitCode.BadInput : _findings + _unchecked > 0 ? ExitCode.Findings : ExitCode.Clean;

    public void Add(CheckedRequest request)
    {
        Requests++;
        _faults += request.Fault is null ? 0 : 1;
        _findings += request.Findings.Count(finding => !finding.Undetermined);
        _undetermined += request.Findings.Count(finding => finding.Undetermined);
        _unchecked += request.IsComplete ? 0 : 1;
        _lines += request.Request?.Visits.Sum(visit => visit.Candidates.Count + visit.Unjudged.Count) ?? 0;
        foreach (var deviation in request.Request?.Tolerated ?? [])
            _tolerated[deviation.Kind] = _tolerated.GetValueOrDefault(deviation.Kind) + deviation.Times;
    }

    public void Report(VerbRun run)
    {
        run.Report("requests", Requests);
        run.Report("lines_asked", _lines);
        run.Report("findings", _findings);
        run.Report("undetermined", _undetermined);
        run.Report("not_fully_checked", _unchecked);
        run.Report("not_understood", _faults);
        run.Report("tolerated", _tolerated.OrderBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => (object)kind.Value));
    }
}

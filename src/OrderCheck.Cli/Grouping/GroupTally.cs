using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Grouping;

namespace OrderCheck.Cli.Grouping;

/// <summary>How a run's cases ended.</summary>
internal sealed class GroupTally
{
    private readonly long[] _statuses = new long[Enum.GetValues<GroupingStatus>().Length];
    private readonly long[] _causes = new long[Enum.GetValues<UngroupedCause>().Length];

    public long Cases => _statuses.Sum();

    public void Count(in GroupResult result)
    {
        _statuses[(int)result.Status]++;
        _causes[(int)result.Cause]++;
    }

    public void Report(VerbRun run)
    {
        run.Report("cases", Cases);
        run.Report("grouped", _statuses[(int)GroupingStatus.Grouped]);
        run.Report("qy", _statuses[(int)GroupingStatus.Ambiguous]);
        run.Report("x00", _statuses[(int)GroupingStatus.Unmatched]);
        run.Report("ungrouped", _statuses[(int)GroupingStatus.Ungrouped]);
        run.Report("ungrouped_causes", Enum.GetValues<UngroupedCause>().Where(cause => cause != UngroupedCause.None && _causes[(int)cause] > 0)
            .ToDictionary(cause => cause.ToString(), cause => (object)_causes[(int)cause]));
    }
}

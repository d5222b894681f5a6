using System.Runtime.CompilerServices;
using OrderCheck.EndToEnd.Privacy;
using OrderCheck.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(RunLogsFolder))]

namespace OrderCheck.EndToEnd.Privacy;

/// <summary>
/// Sees to it that these tests' logs are kept, also where they run without tests/run, and searches them when the last test is
/// done and every server has ended.
/// </summary>
public sealed class RunLogsFolder : IDisposable
{
    private static string? _own;

    public void Dispose()
    {
        var found = LogSearch.Search(RunLogs.Folder!);
        if (_own is not null)
            Directory.Delete(_own, recursive: true);
        Assert.Empty(found);
    }

    [ModuleInitializer]
    internal static void Make()
    {
        if (RunLogs.Folder is not null)
            return;
        _own = Directory.CreateTempSubdirectory("ordercheck-logs-").FullName;
        Environment.SetEnvironmentVariable(RunLogs.Variable, _own);
    }
}

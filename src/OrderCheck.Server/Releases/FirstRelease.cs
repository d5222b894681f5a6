using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Server.Releases;

/// <summary>
/// The release that the service starts with, read and compiled while the rest of the service is put together: that is more than half
/// of a start, and needs nothing of the other half but its number.
/// </summary>
internal sealed class FirstRelease
{
    private Task<(RuleFolder Folder, Func<long, ReleaseBuild> Build)>? _made;

    /// <param name="rules">The rules folder.</param>
    public static FirstRelease Begin(string rules) => new()
    {
        _made = Task.Factory.StartNew(() => Read(rules), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default),
    };

    /// <summary>Once: the texts are not kept. Fails as <see cref="RuleFolderReader.Read"/> does.</summary>
    /// <exception cref="InvalidOperationException">It was taken before.</exception>
    public Task<(RuleFolder Folder, Func<long, ReleaseBuild> Build)> TakeAsync() =>
        Interlocked.Exchange(ref _made, null) ?? throw new InvalidOperationException("A service starts once.");

    private static (RuleFolder Folder, Func<long, ReleaseBuild> Build) Read(string rules)
    {
        var folder = RuleFolderReader.Read(rules);
        return (folder, ReleaseBuilder.Read(folder));
    }
}

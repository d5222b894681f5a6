using Xunit;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>A file that even root cannot write while this lives. Skips the test where the file system has no such attribute.</summary>
internal sealed class ImmutableFile : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string _path;

    private ImmutableFile(string path) => _path = path;

    public static async Task<ImmutableFile> MakeAsync(string path)
    {
        var (exitCode, output) = await ChildProcess.RunAsync("chattr", ["+i", path], Patience);
        Assert.SkipUnless(exitCode == 0, $"chattr +i does not work here: {output}");
        return new ImmutableFile(path);
    }

    public async ValueTask DisposeAsync() => await ChildProcess.RunAsync("chattr", ["-i", _path], Patience);
}

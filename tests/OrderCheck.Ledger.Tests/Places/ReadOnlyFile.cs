using System.Diagnostics;
using Xunit;

namespace OrderCheck.Ledger.Tests.Places;

/// <summary>
/// A file that nobody may write, root neither, while this lives: the immutable attribute, since permissions do not bind root.
/// Skips the test where the file system has no such attribute or we may not set it.
/// </summary>
public sealed class ReadOnlyFile : IAsyncDisposable
{
    private readonly string _path;

    private ReadOnlyFile(string path) => _path = path;

    public static async Task<ReadOnlyFile> MakeAsync(string path)
    {
        Assert.SkipUnless(await ChangeAsync("+i", path), "chattr +i cannot be used here.");
        return new ReadOnlyFile(path);
    }

    public async ValueTask DisposeAsync() => Assert.True(await ChangeAsync("-i", _path));

    private static async Task<bool> ChangeAsync(string change, string path)
    {
        try
        {
            var start = new ProcessStartInfo("chattr", [change, path]) { RedirectStandardError = true };
            using var chattr = Process.Start(start)!;
            await chattr.StandardError.ReadToEndAsync();
            await chattr.WaitForExitAsync();
            return chattr.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

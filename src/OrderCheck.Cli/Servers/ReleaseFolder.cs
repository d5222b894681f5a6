using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Cli.Servers;

/// <summary>Makes a release of a rules folder for a verb that needs one.</summary>
internal static class ReleaseFolder
{
    /// <exception cref="BadInputException">The folder is not there or has faults; all but the first one are printed.</exception>
    public static async Task<Release> LoadAsync(string folder, TextWriter errors)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException(folder, 0, 0, "There is no such folder; name a complete rules folder with --rules.");
        var build = ReleaseBuilder.Build(RuleFolderReader.Read(folder), number: 1);
        if (build.Release is { } release)
            return release;
        foreach (var fault in build.Faults.Skip(1))
            await errors.WriteLineAsync($"{fault.File}:{fault.Line}:{fault.Column}: {fault.Message}");
        var first = build.Faults[0];
        throw new BadInputException(first.File, first.Line, first.Column, first.Message);
    }
}

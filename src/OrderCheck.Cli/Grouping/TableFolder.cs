using System.Text;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;

namespace OrderCheck.Cli.Grouping;

/// <summary>Reads the texts of a folder of tables.</summary>
internal static class TableFolder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="BadInputException">The file is not UTF-8.</exception>
    public static string? TextOf(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            return null;
        try
        {
            return Strict.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException(path, 0, 0, "The file is not UTF-8. Save it as UTF-8.");
        }
    }

    /// <summary>The files of a scheme's folder, those that are there.</summary>
    /// <exception cref="BadInputException">There is no such folder.</exception>
    public static IReadOnlyList<RuleFile> SchemeFilesOf(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException(folder, 0, 0, "There is no such folder.");
        return [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            .Where(file => file == SchemeFiles.Manifest || file.EndsWith(".csv", StringComparison.Ordinal))
            .Select(file => new RuleFile(file, TextOf(folder, file)!))];
    }
}

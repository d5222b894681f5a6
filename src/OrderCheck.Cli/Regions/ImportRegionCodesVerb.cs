using System.CommandLine;
using System.Text;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Regions;

/// <summary><c>import region-codes</c>: a bureau's own code tables become those of a region profile.</summary>
internal sealed class ImportRegionCodesVerb : IVerb
{
    private const int Shown = 50;

    private static readonly UTF8Encoding PlainUtf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Option<string> _from = new("--from") { Description = "The answer of transaction 1901, as JSON.", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "The region's folder, rules/regions/NAME; made where it is not there.", Required = true };

    public string Path => "import region-codes";

    public string Summary => "Put the code tables of transaction 1901 into a region profile.";

    public IReadOnlyList<string> Examples { get; } = ["import region-codes --from 1901.json --to rules/regions/320100"];

    public void Configure(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
    }

    public async Task<ExitCode> RunAsync(VerbRun run, CancellationToken cancellation)
    {
        var (from, to) = (run.Arguments.GetRequiredValue(_from), System.IO.Path.TrimEndingDirectorySeparator(run.Arguments.GetRequiredValue(_to)));
        if (!File.Exists(from))
            throw new BadInputException(from, 0, 0, "There is no such file; give the answer of transaction 1901.");
        if (System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(to))) != "regions")
            throw new BadInputException(to, 0, 0, "A region's folder is regions/NAME of a rules folder.");
        var bytes = await File.ReadAllBytesAsync(from, cancellation);
        var target = System.IO.Path.Combine(to, "codes.csv");
        var current = File.Exists(target) ? await File.ReadAllTextAsync(target, cancellation) : "";
        var import = new RegionImport(current, target);
        var text = import.Merge(DictionaryFile.Read(from, bytes), (entry, message) => DictionaryFile.Bad(from, bytes, entry.At, message));
        if (import.Codes == 0)
            throw new BadInputException(from, 0, 0, "The file has no code of a table that 3101, 3102 or 3103 has a field for; nothing was changed.");
        Directory.CreateDirectory(to);
        var main = System.IO.Path.Combine(to, "region.json");
        if (!File.Exists(main))
            await File.WriteAllTextAsync(main, NewRegion(System.IO.Path.GetFileName(to)), PlainUtf8, cancellation);
        if (text != current)
            await File.WriteAllTextAsync(target, text, PlainUtf8, cancellation);
        Print(run, import, changed: text != current);
        return ExitCode.Clean;
    }

    private static string NewRegion(string name) =>
        $$"""
        {
          "title": "{{name}}",
          "source": "码表由交易1901导入",
          "based_on": "national"
        }

        """;

    private static void Print(VerbRun run, RegionImport import, bool changed)
    {
        run.Output.WriteLine($"{import.Codes} codes in {import.Tables} tables; {import.Unused} entries of tables that nothing reads, {import.Invalid} out of use");
        foreach (var code in import.WithoutMeaning.Take(Shown))
            run.Output.WriteLine($"no meaning yet: {code}");
        if (import.WithoutMeaning.Count > Shown)
            run.Output.WriteLine($"no meaning yet: {import.WithoutMeaning.Count - Shown} more");
        if (!changed)
            run.Output.WriteLine("nothing changed");
        run.Report("tables", import.Tables);
        run.Report("codes", import.Codes);
        run.Report("unused", import.Unused);
        run.Report("out_of_use", import.Invalid);
        run.Report("without_meaning", import.WithoutMeaning.Count);
        run.Report("changed", changed);
    }
}

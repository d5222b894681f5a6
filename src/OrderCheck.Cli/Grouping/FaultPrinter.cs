using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Rules;

namespace OrderCheck.Cli.Grouping;

/// <summary>Ends a verb over faults in its tables: all of them are printed, the first is the verb's error.</summary>
internal static class FaultPrinter
{
    private const int Shown = 100;

    /// <exception cref="BadInputException">There is a fault.</exception>
    public static void RefuseAny(VerbRun run, string folder, IReadOnlyList<Fault> faults)
    {
        if (faults.Count == 0)
            return;
        foreach (var fault in faults.Skip(1).Take(Shown))
            run.Errors.WriteLine(Positioned(folder, fault).Positioned);
        if (faults.Count > Shown + 1)
            run.Errors.WriteLine($"{faults.Count - Shown - 1} more faults");
        run.Report("faults", faults.Count);
        throw Positioned(folder, faults[0]);
    }

    // What a command line sets is in no file.
    private static BadInputException Positioned(string folder, Fault fault) =>
        new(fault.File.StartsWith("--", StringComparison.Ordinal) ? fault.File : Path.Combine(folder, fault.File), fault.Line, fault.Column, fault.Message);
}

using System.Globalization;
using BenchmarkDotNet.Running;
using OrderCheck.Benchmarks.Encounters;
using OrderCheck.Benchmarks.Grouping;
using OrderCheck.Benchmarks.Releases;

// Run in Release, alone on the machine:
// dotnet run -c Release --project tests/OrderCheck.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/OrderCheck.Benchmarks -- grouping
// dotnet run -c Release --project tests/OrderCheck.Benchmarks -- encounters
// dotnet run -c Release --project tests/OrderCheck.Benchmarks -- release [ROWS]
if (args is ["release", .. var rows])
    ReleaseFootprint.Print(Console.Out, rows is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 1_000_000);
else if (args is ["encounters"])
    await OpenEncounters.PrintAsync(Console.Out);
else if (args is ["grouping"])
    SchemeFootprint.Print(Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

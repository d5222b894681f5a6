using BenchmarkDotNet.Running;
using OrderCheck.Benchmarks.Encounters;
using OrderCheck.Benchmarks.Grouping;

// Run in Release, alone on the machine:
// dotnet run -c Release --project tests/OrderCheck.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/OrderCheck.Benchmarks -- grouping
// dotnet run -c Release --project tests/OrderCheck.Benchmarks -- encounters
if (args is ["encounters"])
    await OpenEncounters.PrintAsync(Console.Out);
else if (args is ["grouping"])
    SchemeFootprint.Print(Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

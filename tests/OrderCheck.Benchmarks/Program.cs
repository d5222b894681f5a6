using BenchmarkDotNet.Running;

// Run in Release, alone on the machine:
// dotnet run -c Release --project tests/OrderCheck.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

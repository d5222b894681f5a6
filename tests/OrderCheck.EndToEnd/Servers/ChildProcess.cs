using System.Diagnostics;
using OrderCheck.Tests;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>A program that a test started, with everything it printed; ended by its own id when the test is over.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly TextWriter _log;
    private readonly List<string> _lines = [];
    private int _disposed;

    private ChildProcess(Process process, TextWriter log) => (_process, _log) = (process, log);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public static ChildProcess Start(string program, IReadOnlyList<string> arguments, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? "/",
        };
        var process = new Process { StartInfo = start };
        var child = new ChildProcess(process, arguments.Contains(ServerProcess.Program) ? RunLogs.Open("server") : TextWriter.Null);
        process.OutputDataReceived += (_, line) => child.Add(line.Data);
        process.ErrorDataReceived += (_, line) => child.Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IReadOnlyList<string> arguments, TimeSpan limit, string? workingDirectory = null)
    {
        await using var child = Start(program, arguments, workingDirectory);
        await child.EndAsync(limit);
        return (child._process.ExitCode, child.Output);
    }

    /// <summary>Everything printed so far.</summary>
    public IReadOnlyList<string> Lines()
    {
        lock (_lines)
            return [.. _lines];
    }

    public string Output => string.Join('\n', Lines());

    /// <summary>As kill -9 does: the program has no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await EndAsync(Patience);
    }

    /// <summary>Asks the program to end: SIGTERM, or another signal by its name.</summary>
    public async Task StopAsync(string signal = "TERM")
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
        }
        await EndAsync(Patience);
    }

    /// <summary>May be called again: what went wrong in between is what a test has to say.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await EndAsync(Patience);
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private async Task EndAsync(TimeSpan limit)
    {
        using var deadline = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} had not ended after {limit.TotalSeconds} s. It printed:\n{Output}");
        }
    }

    private void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
        _log.WriteLine(line);
    }
}

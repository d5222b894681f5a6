using OrderCheck.Cli.Verbs;
using Spectre.Console;

namespace OrderCheck.Cli.Grouping;

/// <summary>A progress bar over a file's bytes, where a person is watching.</summary>
internal static class ReadingProgress
{
    /// <param name="work">Gets what to call with the number of bytes read so far.</param>
    public static void Show(VerbRun run, string title, long bytes, Action<Action<long>> work)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(run.Errors, Console.Error))
        {
            work(_ => { });
            return;
        }
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(run.Errors) })
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var task = progress.AddTask(title, maxValue: Math.Max(1, bytes));
                work(read => task.Value = read);
            });
    }
}

using System.Globalization;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Grouping;

/// <summary>
/// One line on a terminal that shows how far a file of cases is read: a bar, the share of its bytes, cases, cases a second, time
/// left. It is drawn anew a few times a second, and gone when the reading is over.
/// </summary>
/// <param name="terminal">Where a person looks.</param>
/// <param name="width">Asks how many characters a line of it has now.</param>
/// <param name="bytes">Length of the file.</param>
/// <param name="time">Measures the rate.</param>
internal sealed class ReadingProgress(TextWriter terminal, Func<int> width, long bytes, TimeProvider time) : IDisposable
{
    private const string Title = "grouping ";
    private const int LongestBar = 40;
    private const int ShortestBar = 10;
    private const int UsualWidth = 80;

    /// <summary>An eye follows no more.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = " " };

    private readonly long _began = time.GetTimestamp();
    private TimeSpan? _looked;
    private string _shown = "";

    /// <returns>Null where nobody looks on: errors do not go to a terminal, or a program reads the output.</returns>
    public static ReadingProgress? ForPerson(VerbRun run, long bytes) =>
        run.IsForProgram || Console.IsErrorRedirected || !ReferenceEquals(run.Errors, Console.Error)
            ? null
            : new ReadingProgress(run.Errors, static () => Console.WindowWidth, bytes, TimeProvider.System);

    /// <summary>May be called as often as there is something to tell.</summary>
    /// <param name="read">Bytes of the file so far.</param>
    /// <param name="cases">Cases so far.</param>
    public void Tell(long read, long cases)
    {
        var taken = time.GetElapsedTime(_began);
        if (_looked is { } last && taken - last < BetweenLooks)
            return;
        _looked = taken;
        Show(Line(Math.Clamp((double)read / Math.Max(1, bytes), 0, 1), cases, taken));
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_shown.Length > 0)
            terminal.Write($"\r{new string(' ', _shown.Length)}\r");
        _shown = "";
    }

    private void Show(string line)
    {
        if (line == _shown)
            return;
        // Without escape codes: what was longer is written over.
        terminal.Write($"\r{line.PadRight(_shown.Length)}");
        terminal.Flush();
        _shown = line;
    }

    private string Line(double share, long cases, TimeSpan taken)
    {
        var figures = string.Create(Spaced, $" {Math.Floor(share * 100),3:0} %  {cases:#,0} cases");
        // Before that a rate would be a guess.
        if (taken >= BetweenLooks && share > 0)
            figures += string.Create(Spaced, $"  {cases / taken.TotalSeconds:#,0}/s  {Clock(taken * ((1 - share) / share))} left");
        // A character in the last place would begin a new line.
        var room = (width() is > 0 and var wide ? wide : UsualWidth) - 1;
        var bar = Math.Min(LongestBar, room - Title.Length - figures.Length);
        if (bar < ShortestBar)
            return figures.Length <= room ? figures : "";
        var full = (int)Math.Round(share * bar);
        return Title + new string('█', full) + new string('░', bar - full) + figures;
    }

    private static string Clock(TimeSpan span) =>
        span.TotalHours >= 1 ? span.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : span.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}

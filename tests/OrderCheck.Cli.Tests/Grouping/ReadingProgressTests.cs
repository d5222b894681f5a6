using Microsoft.Extensions.Time.Testing;
using OrderCheck.Cli.Grouping;
using Xunit;

namespace OrderCheck.Cli.Tests.Grouping;

public sealed class ReadingProgressTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _terminal = new();
    private int _width = 100;
    private string _before = "";

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void It_shows_the_share_of_the_bytes_the_cases_their_rate_and_the_time_left()
    {
        using var progress = Begin(bytes: 1_000);

        After(seconds: 3, () => progress.Tell(250, 1_500_000));

        Assert.Equal($"\rgrouping {Bar(10, 40)}  25 %  1 500 000 cases  500 000/s  0:09 left", Written());
    }

    [Fact]
    public void The_first_look_is_at_once_and_has_no_rate_yet()
    {
        using var progress = Begin(bytes: 1_000);

        progress.Tell(10, 4_096);

        Assert.Equal($"\rgrouping {Bar(0, 40)}   1 %  4 096 cases", Written());
    }

    [Fact]
    public void However_often_it_is_told_something_it_is_drawn_five_times_a_second_at_most()
    {
        using var progress = Begin(bytes: 1_000);

        for (var millisecond = 0; millisecond < 1_000; millisecond++)
        {
            progress.Tell(millisecond, millisecond);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(5, Written().Count(static c => c == '\r'));
    }

    [Fact]
    public void What_has_not_changed_is_not_drawn_again()
    {
        using var progress = Begin(bytes: 1_000);
        progress.Tell(0, 0);
        _width = 60;
        After(seconds: 1, () => progress.Tell(0, 0));
        _ = Written();

        After(seconds: 1, () => progress.Tell(0, 0));

        Assert.Empty(Written());
    }

    [Fact]
    public void A_shorter_line_leaves_nothing_of_a_longer_one()
    {
        using var progress = Begin(bytes: 1_000_000);
        After(seconds: 1, () => progress.Tell(10, 1_000));
        Assert.EndsWith("left", Written());

        _width = 60;
        After(seconds: 1, () => progress.Tell(500_000, 2_000));

        Assert.Equal($"grouping {Bar(6, 11)}  50 %  2 000 cases  1 000/s  0:02 left", Screen());
    }

    [Fact]
    public void An_hour_and_more_is_said_in_hours()
    {
        using var progress = Begin(bytes: 100);

        After(seconds: 60, () => progress.Tell(1, 60));

        Assert.EndsWith("  1/s  1:39:00 left", Written());
    }

    [Theory]
    [InlineData(60, "grouping ")]
    [InlineData(45, "  50 %")]
    [InlineData(20, "")]
    [InlineData(0, "grouping ")]
    public void It_fits_the_terminal_and_where_that_is_unknown_80_characters(int width, string begins)
    {
        _width = width;
        using var progress = Begin(bytes: 100);

        After(seconds: 2, () => progress.Tell(50, 1_000));

        var line = Written().TrimStart('\r');
        Assert.StartsWith(begins, line, StringComparison.Ordinal);
        Assert.True(line.Length < (width == 0 ? 80 : width), line);
    }

    [Fact]
    public void When_it_is_over_the_line_is_empty()
    {
        var progress = Begin(bytes: 100);
        After(seconds: 1, () => progress.Tell(50, 1_000));

        progress.Dispose();

        Assert.Equal("", Screen());
        Assert.EndsWith("\r", Written());
    }

    [Fact]
    public void What_told_nothing_writes_nothing()
    {
        Begin(bytes: 0).Dispose();

        Assert.Empty(Written());
    }

    [Fact]
    public void A_file_that_grows_is_never_over_100_percent()
    {
        using var progress = Begin(bytes: 0);

        After(seconds: 1, () => progress.Tell(10, 1));

        Assert.Contains(" 100 %  1 cases  1/s  0:00 left", Written(), StringComparison.Ordinal);
    }

    private ReadingProgress Begin(long bytes) => new(_terminal, () => _width, bytes, _time);

    private void After(double seconds, Action act)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        act();
    }

    /// <summary>What was written since this was asked last.</summary>
    private string Written()
    {
        var written = _terminal.ToString();
        _before += written;
        _terminal.GetStringBuilder().Clear();
        return written;
    }

    /// <summary>What stands in the line: later characters over earlier ones.</summary>
    private string Screen()
    {
        var line = "";
        foreach (var drawn in (_before + _terminal).Split('\r'))
            line = drawn + (drawn.Length < line.Length ? line[drawn.Length..] : "");
        return line.TrimEnd();
    }

    private static string Bar(int full, int length) => new string('█', full) + new string('░', length - full);
}

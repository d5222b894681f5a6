using OrderCheck.Core.Charges;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>Whether the other item of a pair is used around the judged line's moment, by the same person.</summary>
internal sealed class OtherUse(Release release, TimeZoneInfo zone, Timelines timelines) : OtherFacts
{
    private UseKey _line;
    private DateTimeOffset _at;
    private int _day;
    private int _planUpTo;
    private ExclusivePair? _pair;
    private Party? _counterpart;

    public override Party? Counterpart => _counterpart;

    /// <param name="billed">A charge is judged: what is planned for later days does not count.</param>
    public void Set(UseKey line, DateTimeOffset at, int day, bool billed) =>
        (_line, _at, _day, _planUpTo) = (line, at, day, billed ? day : int.MaxValue);

    /// <summary>The row that is applied next; null where it is not of a pair.</summary>
    public void Set(KnowledgeRow row) => (_pair, _counterpart) = (row as ExclusivePair, null);

    public override bool Within(string window)
    {
        if (_pair is not { } pair)
            return false;
        if (release.Catalogue.Knows(pair.OtherCode) || timelines.Of(_line with { ItemCode = pair.OtherCode }) != UseTimeline.Empty)
            return Hit(_line with { ItemCode = pair.OtherCode }, pair, window);
        // Not a code of the catalogue: the row gives a prefix.
        foreach (var key in timelines.Keys)
        {
            if (key.InfantNo == _line.InfantNo && key.ItemCode.StartsWith(pair.OtherCode, StringComparison.Ordinal) && Hit(key, pair, window))
                return true;
        }
        return false;
    }

    private bool Hit(UseKey other, ExclusivePair pair, string window)
    {
        if (other == _line)
            return false;
        var timeline = timelines.Of(other);
        var (after, upTo) = Bounds(window);
        if (timeline.SumBetween(after, upTo, _planUpTo) <= 0 || timeline.FirstBetween(after, upTo, _planUpTo) is not { } use)
            return false;
        var at = zone.Local(new DateTimeOffset(use.At, TimeSpan.Zero));
        var name = release.Catalogue.FindItem(other.ItemCode, DateOnly.FromDayNumber(use.Day))?.Name ?? pair.OtherName;
        _counterpart = new Party(use.OrderId, null, other.ItemCode, name, at);
        return true;
    }

    /// <summary>The moments that the window holds: after the first, up to and with the second.</summary>
    private (long After, long UpTo) Bounds(string window)
    {
        switch (window)
        {
            case "单日":
                return (Midnight(_day) - 1, Midnight(_day + 1) - 1);
            case "单次就诊":
                return (long.MinValue, long.MaxValue);
            case "同一小时":
                // The hour as the clock on the wall strikes it: hourly services are billed so.
                var hour = zone.Local(_at);
                var begin = _at.UtcTicks - (hour.TimeOfDay.Ticks % TimeSpan.TicksPerHour);
                return (begin - 1, begin + TimeSpan.TicksPerHour - 1);
            case "6小时":
                // 6小时内 includes the sixth hour's end (民法典 第一千二百五十九条: 以内包括本数).
                var span = TimeSpan.FromHours(6).Ticks;
                return (_at.UtcTicks - span - 1, _at.UtcTicks + span);
            default:
                throw new ArgumentException($"'{window}' is no window of a pair.");
        }
    }

    private long Midnight(int day) => zone.At(DateOnly.FromDayNumber(day), TimeOnly.MinValue).UtcTicks;
}

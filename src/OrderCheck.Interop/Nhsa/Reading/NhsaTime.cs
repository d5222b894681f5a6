using OrderCheck.Core.Hospitals;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>
/// Dates and times as HISs write them. NHSA has yyyy-MM-dd HH:mm:ss and yyyy-MM-dd; others have the same without separators, with
/// T, with '/', with fractions, to the minute, or with a zone.
/// </summary>
internal static class NhsaTime
{
    private const int LongestText = 40;
    private const int MostOffsetHours = 14;

    /// <summary>Years that stand for "none".</summary>
    private static bool IsNobodysYear(int year) => year is < 1850 or 1900 or >= 2099;

    /// <param name="usual">Whether it has one of the specification's two forms.</param>
    public static bool TryRead(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTimeOffset time, out bool usual)
    {
        (time, usual) = (default, false);
        text = text.Trim();
        if (text.Length is 0 or > LongestText)
            return false;
        usual = (text.Length == 10 || (text.Length == 19 && text[10] == ' ' && text[13] == ':')) && text[4] == '-' && text[7] == '-';
        if (!ReadDigits(text, out var parts, out var rest))
        {
            parts = new Parts();
            rest = text;
            if (!ReadSeparated(ref rest, ref parts))
                return false;
        }
        return Compose(parts, rest, zone, out time);
    }

    public static bool IsPlaceholder(DateTimeOffset time) => IsNobodysYear(time.Year);

    /// <summary>yyyyMMdd, with HHmm, HHmmss and milliseconds behind it.</summary>
    private static bool ReadDigits(ReadOnlySpan<char> text, out Parts parts, out ReadOnlySpan<char> rest)
    {
        parts = default;
        rest = text;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits is not (8 or 12 or 14 or 17))
            return false;
        parts = new Parts { Year = Of(text[..4]), Month = Of(text[4..6]), Day = Of(text[6..8]) };
        if (digits >= 12)
            (parts.Hour, parts.Minute) = (Of(text[8..10]), Of(text[10..12]));
        if (digits >= 14)
            parts.Second = Of(text[12..14]);
        if (digits == 17)
            parts.Milliseconds = Of(text[14..17]);
        rest = text[digits..];
        return true;
    }

    private static bool ReadSeparated(ref ReadOnlySpan<char> text, ref Parts parts)
    {
        if (!Take(ref text, 4, 4, out parts.Year) || !Separator(ref text, '-', '/', '.') || !Take(ref text, 1, 2, out parts.Month)
            || !Separator(ref text, '-', '/', '.') || !Take(ref text, 1, 2, out parts.Day))
            return false;
        if (!Separator(ref text, 'T', ' ', 't'))
            return true;
        text = text.TrimStart();
        if (!Take(ref text, 1, 2, out parts.Hour) || !Separator(ref text, ':', ':', ':') || !Take(ref text, 2, 2, out parts.Minute))
            return false;
        if (!Separator(ref text, ':', ':', ':'))
            return true;
        if (!Take(ref text, 2, 2, out parts.Second))
            return false;
        if (!Separator(ref text, '.', ',', ','))
            return true;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits is 0 or > 9)
            return false;
        parts.Milliseconds = Of(string.Concat(text[..Math.Min(3, digits)], "00").AsSpan(0, 3));
        text = text[digits..];
        return true;
    }

    /// <summary>With a zone behind it, or in the hospital's.</summary>
    private static bool Compose(Parts parts, ReadOnlySpan<char> zoneText, TimeZoneInfo zone, out DateTimeOffset time)
    {
        time = default;
        // The end of the day, as ISO 8601 writes it: the beginning of the next.
        var endsDay = parts is { Hour: 24, Minute: 0, Second: 0, Milliseconds: 0 };
        if (parts.Year is < 1 or > 9998 || parts.Month is < 1 or > 12 || parts.Day < 1 || parts.Day > DateTime.DaysInMonth(parts.Year, parts.Month)
            || (parts.Hour > 23 && !endsDay) || parts.Minute > 59 || parts.Second > 59)
        {
            // The last year of all stands for "never", and has no room for a zone.
            if (parts is not { Year: 9999 })
                return false;
            time = new DateTimeOffset(9998, 1, 1, 0, 0, 0, TimeSpan.Zero);
            return true;
        }
        var day = new DateOnly(parts.Year, parts.Month, parts.Day).AddDays(endsDay ? 1 : 0);
        var clock = new TimeOnly(endsDay ? 0 : parts.Hour, parts.Minute, parts.Second, parts.Milliseconds);
        if (IsNobodysYear(parts.Year))
        {
            time = new DateTimeOffset(day.ToDateTime(clock), TimeSpan.Zero);
            return true;
        }
        zoneText = zoneText.Trim();
        if (zoneText.IsEmpty)
        {
            time = zone.At(day, clock);
            return true;
        }
        if (!TryOffset(zoneText, out var offset))
            return false;
        time = zone.Local(new DateTimeOffset(day.ToDateTime(clock), offset));
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
            return true;
        if (text[0] is not ('+' or '-'))
            return false;
        var sign = text[0] == '-' ? -1 : 1;
        var rest = text[1..];
        if (!Take(ref rest, 2, 2, out var hours) || hours > MostOffsetHours)
            return false;
        var minutes = 0;
        _ = Separator(ref rest, ':', ':', ':');
        if (!rest.IsEmpty && (!Take(ref rest, 2, 2, out minutes) || minutes > 59 || !rest.IsEmpty))
            return false;
        offset = new TimeSpan(sign * hours, sign * minutes, 0);
        return Math.Abs(offset.TotalHours) <= MostOffsetHours;
    }

    private static bool Take(ref ReadOnlySpan<char> text, int least, int most, out int number)
    {
        var digits = 0;
        while (digits < most && digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        number = Of(text[..digits]);
        text = text[digits..];
        return digits >= least;
    }

    private static bool Separator(ref ReadOnlySpan<char> text, char one, char two, char three)
    {
        if (text.IsEmpty || (text[0] != one && text[0] != two && text[0] != three))
            return false;
        text = text[1..];
        return true;
    }

    /// <summary>Of at most four digits.</summary>
    private static int Of(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = number * 10 + (digit - '0');
        return number;
    }

    private struct Parts
    {
        public int Year;
        public int Month;
        public int Day;
        public int Hour;
        public int Minute;
        public int Second;
        public int Milliseconds;
    }
}

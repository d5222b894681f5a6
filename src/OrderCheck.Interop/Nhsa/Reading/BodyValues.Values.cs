using System.Globalization;
using System.Text.Json;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <content>What the value says.</content>
internal sealed partial class BodyValues
{
    /// <summary>Codes and ids that records keep.</summary>
    private const int LongestId = 64;
    private const int LongestName = 200;
    private const decimal LargestNumber = 1_000_000_000_000m;

    /// <summary>A name or sentence: one that is too long to be kept is cut. Null for what stands for nothing.</summary>
    public string? Text()
    {
        if (Value() is not { } text)
            return null;
        if (text.Length <= LongestName)
            return text;
        Tolerate(Deviations.OverLong);
        return Cut.To(text, LongestName);
    }

    /// <summary>A text of any length.</summary>
    public string? LongText() => Value();

    /// <summary>An id or code. Null for what stands for nothing.</summary>
    public string? Id()
    {
        var text = Value();
        return text is null || text.Length <= LongestId ? text : throw Refuse($"不超过{LongestId}个字符", text);
    }

    public decimal? Number()
    {
        decimal number;
        if (_value.Kind == JsonTokenType.Number)
        {
            if (!decimal.TryParse(_value.In(body.Span), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
                throw Refuse("十进制数，如12.50");
        }
        else if (_value.Kind is JsonTokenType.True or JsonTokenType.False)
        {
            throw Refuse("十进制数，如12.50");
        }
        else if (Value() is { } text)
        {
            if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
                throw Refuse("十进制数，如12.50", text);
            Tolerate(Deviations.NumberAsText);
        }
        else
        {
            return null;
        }
        return Math.Abs(number) <= LargestNumber ? number : throw Refuse("不超过一万亿的数");
    }

    /// <summary>A moment in the hospital's zone; null for what stands for nothing, a placeholder among it.</summary>
    public DateTimeOffset? Time(TimeZoneInfo zone, Span span)
    {
        if (Value(countNumbers: false) is not { } text)
            return null;
        if (!NhsaTime.TryRead(text, zone, out var time, out var usual))
            throw Refuse("日期时间，如2026-03-15 08:40:12", text);
        if (!usual)
            Tolerate(Deviations.DateForm);
        if (NhsaTime.IsPlaceholder(time))
        {
            Tolerate(Deviations.PlaceholderDate);
            return null;
        }
        return span.Holds(time) ? time : throw Refuse(span.Allowed(zone), text);
    }

    /// <summary>What the region's table says of a code; null where it does not have it, which is counted.</summary>
    public string? Meaning(RegionProfile profile, string table) => Row(profile, table)?.Means;

    /// <summary>The table's row of the code; null where it does not have it, which is counted.</summary>
    public RegionCode? Row(RegionProfile profile, string table)
    {
        if (Id() is not { } code)
            return null;
        if (Find(profile, table, code) is { } row)
            return row;
        Tolerate(Deviations.UnknownCode);
        return null;
    }

    /// <summary>As <see cref="Row"/>, where the request cannot be understood without: null only for what stands for nothing.</summary>
    public RegionCode? RowOrRefuse(RegionProfile profile, string table) =>
        Id() is { } code ? Find(profile, table, code) ?? throw RefuseCode(profile, table, code) : null;

    public RegionCode? Find(RegionProfile profile, string table, string code)
    {
        if (profile.Codes.GetValueOrDefault(table) is not { } codes)
            return null;
        if (codes.Find(code) is { } row)
            return row;
        if (codes.FindShort(code) is not { } near)
            return null;
        Tolerate(Deviations.ShortCode);
        return near;
    }

    public NotUnderstoodException RefuseCode(RegionProfile profile, string table, string code) =>
        new(Path.ToString(), $"{Path}：代码“{Form.OfCode(code)}”不在码表{table}中，应为{string.Join('、', profile.Codes.GetValueOrDefault(table)?.Rows.Select(row => row.Code + row.Name) ?? [])}", _value.At);

    /// <summary>The value as text without blanks around it; null for "", "-" and null.</summary>
    private string? Value(bool countNumbers = true)
    {
        switch (_value.Kind)
        {
            case JsonTokenType.None:
                return null;
            case JsonTokenType.Null:
                Blank();
                return null;
            case JsonTokenType.String:
                break;
            case JsonTokenType.Number:
                if (countNumbers)
                    Tolerate(Deviations.TextAsNumber);
                return _texts.Of(_value.In(body.Span));
            case JsonTokenType.True or JsonTokenType.False:
                Tolerate(Deviations.TextAsBoolean);
                return _value.Kind == JsonTokenType.True ? "1" : "0";
            default:
                throw Refuse("文本");
        }
        var text = Raw().Trim();
        if (IsBlank(text))
        {
            Blank();
            return null;
        }
        if (Path.Fields.Longest(_slot) is > 0 and var longest && text.Length > longest)
            Tolerate(Deviations.OverLong);
        return text;
    }

    private void Blank()
    {
        if (Path.Fields.IsRequired(_slot))
            Tolerate(Deviations.Blank);
    }

    private static bool IsBlank(string text) => text is "" or "-" or "--" or "null" or "NULL" || string.IsNullOrWhiteSpace(text);

    /// <summary>The text as it stands, with blanks for control characters.</summary>
    private string Raw()
    {
        if (!_value.IsEscaped)
            return Printable(_texts.Of(_value.In(body.Span)));
        try
        {
            return Printable(_value.Unescaped(body.Span));
        }
        catch (InvalidOperationException)
        {
            throw new NotUnderstoodException(Path.ToString(), $"{Path}：含有不成对的\\u转义，应为有效的Unicode文本", _value.At);
        }
    }

    private string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.Contains('\x7f', StringComparison.Ordinal))
            return text;
        Tolerate(Deviations.ControlCharacter);
        return string.Create(text.Length, text, static (kept, from) =>
        {
            for (var i = 0; i < kept.Length; i++)
                kept[i] = from[i] is < ' ' or '\x7f' ? ' ' : from[i];
        });
    }
}

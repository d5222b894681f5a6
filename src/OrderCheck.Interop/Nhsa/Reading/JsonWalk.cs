using System.Globalization;
using System.Text.Json;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Walks through a body once, member by member, and knows where it is. What cannot be understood ends the walk.</summary>
internal ref struct JsonWalk
{
    /// <summary>What <see cref="Member"/> says at an object's end.</summary>
    public const int End = -3;

    private const int MaxDepth = 64;

    /// <summary>Codes and ids that records keep.</summary>
    private const int LongestId = 64;
    private const int LongestName = 200;
    private const decimal LargestNumber = 1_000_000_000_000m;

    private readonly TextPool _texts = new();
    private Utf8JsonReader _json;
    private NodeFields? _fields;
    private int _slot;

    public JsonWalk(ReadOnlySpan<byte> body, Tolerance tolerance)
    {
        _json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        Tolerance = tolerance;
    }

    public PathStack Path { get; } = new();

    public Tolerance Tolerance { get; }

    /// <summary>To the body's own value.</summary>
    public void Begin() => Read();

    /// <summary>Nothing may follow the body's own value.</summary>
    public void Finish()
    {
        if (TryRead())
            throw NotJson();
    }

    /// <summary>Enters an object, where the value is one; null is none.</summary>
    /// <param name="entered">False for null.</param>
    public void Enter(out bool entered)
    {
        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
            throw Refuse("对象{…}");
        entered = _json.TokenType == JsonTokenType.StartObject;
        if (entered)
            Path.Enter();
    }

    /// <summary>To the next member that is read, and its value; <see cref="End"/> after the last one.</summary>
    /// <param name="seen">A bit for each slot that was read of this object.</param>
    /// <param name="countMissing">Required fields may stand elsewhere too.</param>
    public int Member(NodeFields fields, ref ulong seen, bool countMissing = true)
    {
        while (true)
        {
            Read();
            if (_json.TokenType == JsonTokenType.EndObject)
            {
                if (countMissing)
                    CountMissing(fields, seen);
                Path.Leave();
                return End;
            }
            var slot = FindMember(fields);
            if (slot == NodeFields.Unknown)
                Tolerate(Deviations.UnknownField);
            if (slot < 0)
            {
                Skip();
                continue;
            }
            Path.Set(fields.Name(slot));
            (_fields, _slot) = (fields, slot);
            if ((seen & (1UL << slot)) != 0)
                Tolerate(Deviations.FieldTwice);
            seen |= 1UL << slot;
            Read();
            return slot;
        }
    }

    /// <summary>The collection that the value is: an array, one object, or nothing.</summary>
    public Items Collection()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.StartArray:
                return Items.Array;
            case JsonTokenType.StartObject:
                Tolerate(Deviations.SingleObject);
                return Items.Single;
            case JsonTokenType.Null:
                Blank();
                return Items.None;
            case JsonTokenType.String when IsBlank(Raw()):
                Blank();
                return Items.None;
            default:
                throw Refuse("数组[…]");
        }
    }

    /// <summary>The one object that the value is, or the array that it stands in.</summary>
    public Items Objects()
    {
        if (_json.TokenType == JsonTokenType.StartObject)
            return Items.Single;
        if (_json.TokenType != JsonTokenType.StartArray)
            throw Refuse("对象{…}");
        Tolerate(Deviations.ArrayForObject);
        return Items.Array;
    }

    /// <summary>To the next object of the collection; null among them is passed over.</summary>
    public bool Next(ref Items items, ref int index)
    {
        if (items == Items.Array)
        {
            do
            {
                Read();
                if (_json.TokenType == JsonTokenType.EndArray)
                {
                    items = Items.None;
                    return false;
                }
                Path.Set(index++);
            }
            while (_json.TokenType == JsonTokenType.Null);
            return _json.TokenType == JsonTokenType.StartObject ? true : throw Refuse("对象{…}");
        }
        var has = items == Items.Single;
        items = Items.None;
        return has;
    }

    public void Skip()
    {
        try
        {
            _json.Skip();
        }
        catch (JsonException)
        {
            throw NotJson();
        }
    }

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
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (!decimal.TryParse(_json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
                throw Refuse("十进制数，如12.50");
        }
        else if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
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

    public readonly NotUnderstoodException RefuseCode(RegionProfile profile, string table, string code) =>
        new(Path.ToString(), $"{Path}：代码“{Form.OfCode(code)}”不在码表{table}中，应为{string.Join('、', profile.Codes.GetValueOrDefault(table)?.Rows.Select(row => row.Code + row.Name) ?? [])}", _json.TokenStartIndex);

    /// <summary>Says what is allowed instead of the value.</summary>
    public readonly NotUnderstoodException Refuse(string allowed, string? value = null) =>
        new(Path.ToString(), $"{Place}：值的形式为“{(value is null ? FormOfToken() : Form.Of(value))}”，应为{allowed}", _json.TokenStartIndex);

    /// <summary>Says that a member is lacking in the object that was left last.</summary>
    public readonly NotUnderstoodException Lacking(string member, string why)
    {
        var path = Path.ToString() is { Length: > 0 } parent ? $"{parent}.{member}" : member;
        return new(path, $"{path}：缺失，{why}", _json.TokenStartIndex);
    }

    public readonly void Tolerate(string kind)
    {
        if (!Tolerance.Again(kind))
            Tolerance.Add(kind, Path.ToString());
    }

    /// <summary>The value as text without blanks around it; null for "", "-" and null.</summary>
    private string? Value(bool countNumbers = true)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                Blank();
                return null;
            case JsonTokenType.String:
                break;
            case JsonTokenType.Number:
                if (countNumbers)
                    Tolerate(Deviations.TextAsNumber);
                return _texts.Of(_json.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False:
                Tolerate(Deviations.TextAsBoolean);
                return _json.TokenType == JsonTokenType.True ? "1" : "0";
            default:
                throw Refuse("文本");
        }
        var text = Raw().Trim();
        if (IsBlank(text))
        {
            Blank();
            return null;
        }
        if (_fields is { } fields && fields.Longest(_slot) is > 0 and var longest && text.Length > longest)
            Tolerate(Deviations.OverLong);
        return text;
    }

    private readonly void Blank()
    {
        if (_fields is { } fields && fields.IsRequired(_slot))
            Tolerate(Deviations.Blank);
    }

    private static bool IsBlank(string text) => text is "" or "-" or "--" or "null" or "NULL" || string.IsNullOrWhiteSpace(text);

    /// <summary>The text as it stands, with blanks for control characters.</summary>
    private readonly string Raw()
    {
        if (!_json.ValueIsEscaped)
            return Printable(_texts.Of(_json.ValueSpan));
        try
        {
            return Printable(_json.GetString() ?? "");
        }
        catch (InvalidOperationException)
        {
            throw new NotUnderstoodException(Path.ToString(), $"{Path}：含有不成对的\\u转义，应为有效的Unicode文本", _json.TokenStartIndex);
        }
    }

    private readonly string Printable(string text)
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

    private readonly int FindMember(NodeFields fields)
    {
        if (!_json.ValueIsEscaped)
            return fields.Find(_json.ValueSpan);
        Span<byte> name = stackalloc byte[128];
        try
        {
            return _json.ValueSpan.Length <= name.Length ? fields.Find(name[.._json.CopyString(name)]) : NodeFields.Unknown;
        }
        catch (InvalidOperationException)
        {
            return NodeFields.Unknown;
        }
    }

    private readonly void CountMissing(NodeFields fields, ulong seen)
    {
        for (var missing = fields.Required & ~seen; missing != 0; missing &= missing - 1)
        {
            if (!Tolerance.Again(Deviations.Missing))
                Tolerance.Add(Deviations.Missing, Path.With(fields.Name(System.Numerics.BitOperations.TrailingZeroCount(missing))));
        }
    }

    private readonly string Place => Path.ToString() is { Length: > 0 } path ? path : "报文";

    private readonly string FormOfToken() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "{…}",
        JsonTokenType.StartArray => "[…]",
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number or JsonTokenType.String => Form.Of(_texts.Of(_json.ValueSpan)),
        _ => "",
    };

    private void Read()
    {
        if (!TryRead())
            throw NotJson();
    }

    private bool TryRead()
    {
        try
        {
            return _json.Read();
        }
        catch (JsonException)
        {
            throw NotJson();
        }
    }

    private readonly NotUnderstoodException NotJson() =>
        new(Path.ToString(), $"{Place}：此处不是有效的JSON，或嵌套超过{MaxDepth}层", _json.BytesConsumed);
}

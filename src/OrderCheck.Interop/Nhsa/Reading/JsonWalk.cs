using System.Text.Json;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Walks through a body once, member by member, and knows where it is. What cannot be understood ends the walk.</summary>
internal ref partial struct JsonWalk
{
    /// <summary>What <see cref="Member"/> says at an object's end.</summary>
    public const int End = -3;

    private const int MaxDepth = 64;

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

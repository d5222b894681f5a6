using System.Text;
using System.Text.Json;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>Makes of a valid body one that somebody might send by mistake or in malice; the same seed makes the same.</summary>
internal sealed class BodyMutation
{
    private static readonly byte[][] Values =
    [
        .. ((string[])[
            "null", "true", "false", "\"\"", "\"-\"", "\"null\"", "{}", "[]", "[[]]", "[null]", "[{}]", "0", "-1", "1", "\"1\"", "\"01\"", "\"0\"", "9", "\"9\"", "1e400", "-1e-400",
            "0.000000000000000000000000000001", "99999999999999999999999999999999999999", "1E28", "\"1e5\"", "\"NaN\"", "\"∞\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"",
            "\"\\n\\t\"", "\"𠮷\"", "\"2026-03-15 08:40:12\"", "\"20260315084012\"", "\"2026-03-15T00:40:12Z\"", "\"0000-00-00\"", "\"9999-12-31 23:59:59\"", "\"2026-02-30\"",
            "\"0001-01-01 00:00:00\"", "20260315", "\"2026-03-15T08:40:12+14:00\"", "\"4,5\"", "\"10\"", "\"8\"", "\"3\"", "\"3102\"", "\"XN07XXD221B002010102774\"", "\"001201000140000\"",
        ]).Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes($"\"{new string('长', 700)}\""),
        Encoding.UTF8.GetBytes(new string('[', 500)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"data\":", 70)) + "1" + new string('}', 70)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"data\":", 20)) + "{}" + new string('}', 20)),
        [0x22, 0xFF, 0xFE, 0x22],
        [0x22, 0xED, 0xA0, 0x80, 0x22],
    ];

    private readonly byte[] _body;

    /// <summary>Each value of the body, of whatever kind.</summary>
    private readonly List<Range> _values = [];

    /// <summary>Each member, name and value.</summary>
    private readonly List<Range> _members = [];

    public BodyMutation(byte[] body)
    {
        _body = body;
        var json = new Utf8JsonReader(body);
        json.Read();
        Walk(ref json);
    }

    public byte[] Make(int seed)
    {
        var random = new Random(seed);
        var body = _body;
        // The first change is made where the values are known to lie; more of them are made to bytes.
        body = random.Next(10) < 6 ? Structural(random) : Bytes(body, random);
        for (var more = random.Next(4); more > 2; more--)
            body = Bytes(body, random);
        return body;
    }

    private byte[] Structural(Random random)
    {
        var (value, member) = (_values[random.Next(_values.Count)], _members[random.Next(_members.Count)]);
        return random.Next(7) switch
        {
            0 or 1 or 2 => Put(value, Values[random.Next(Values.Length)]),
            3 => Put(value, _body[_values[random.Next(_values.Count)]]),
            4 => Put(member, [.. _body[member], (byte)',', .. _body[member]]),
            5 => Put(member, _body[_members[random.Next(_members.Count)]]),
            _ => Put(member, [(byte)'"', (byte)'x', (byte)'"', (byte)':', .. Values[random.Next(Values.Length)]]),
        };
    }

    private static byte[] Bytes(byte[] body, Random random)
    {
        if (body.Length < 2)
            return body;
        var at = random.Next(body.Length);
        var length = Math.Min(body.Length - at, 1 + random.Next(random.Next(2) == 0 ? 3 : 200));
        return random.Next(5) switch
        {
            0 => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
            1 => [.. body[..at], (byte)random.Next(256), .. body[at..]],
            2 => [.. body[..at], .. body[(at + length)..]],
            3 => body[..at],
            _ => [.. body[..at], .. body[at..(at + length)], .. body[at..]],
        };
    }

    private byte[] Put(Range place, byte[] value) => [.. _body[..place.Start], .. value, .. _body[place.End..]];

    private void Walk(ref Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                var member = (int)json.TokenStartIndex;
                json.Read();
                Walk(ref json);
                _members.Add(member..(int)json.BytesConsumed);
            }
        }
        else if (json.TokenType == JsonTokenType.StartArray)
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                Walk(ref json);
        }
        _values.Add(start..(int)json.BytesConsumed);
    }
}

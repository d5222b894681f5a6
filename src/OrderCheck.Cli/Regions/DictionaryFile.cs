using System.Text;
using System.Text.Json;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Regions;

/// <summary>
/// What transaction 1901 (医药机构字典表查询) answers: entries of type, label, value, parent_value, sort, vali_flag and version in
/// <c>output.list</c>, as public client code has it; an array by itself is read too. Some regions answer with a file to download
/// instead: unpack that first.
/// </summary>
internal static class DictionaryFile
{
    private const string Entries = "list";
    private const int MaxDepth = 16;

    /// <exception cref="BadInputException">No JSON, no list, or an entry that is no object of texts.</exception>
    public static List<DictionaryEntry> Read(string file, byte[] bytes)
    {
        var text = bytes.AsSpan().StartsWith("\xEF\xBB\xBF"u8) ? bytes.AsSpan(3) : bytes;
        try
        {
            var json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.StartArray)
                    return ReadEntries(file, text, ref json);
                if (json.TokenType == JsonTokenType.PropertyName && !json.ValueTextEquals(Entries) && !IsOnTheWay(ref json))
                    json.Skip();
            }
        }
        catch (JsonException failure)
        {
            throw new BadInputException(file, (int)(failure.LineNumber ?? 0) + 1, (int)(failure.BytePositionInLine ?? 0) + 1, "The file is not JSON here.");
        }
        throw new BadInputException(file, 1, 1, "The file has no output.list: give the answer of transaction 1901.");
    }

    /// <exception cref="BadInputException">Always: the entry is not as it must be.</exception>
    public static BadInputException Bad(string file, ReadOnlySpan<byte> text, int at, string message)
    {
        var before = text[..at];
        return new BadInputException(file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1, message);
    }

    private static bool IsOnTheWay(ref Utf8JsonReader json) => json.ValueTextEquals("output") || json.ValueTextEquals("data");

    private static List<DictionaryEntry> ReadEntries(string file, ReadOnlySpan<byte> text, ref Utf8JsonReader json)
    {
        var entries = new List<DictionaryEntry>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var at = (int)json.TokenStartIndex;
            if (json.TokenType != JsonTokenType.StartObject)
                throw Bad(file, text, at, "An entry must be an object with type, label and value.");
            entries.Add(new DictionaryEntry(ReadMembers(file, text, ref json), at));
        }
        return entries;
    }

    private static Dictionary<string, string> ReadMembers(string file, ReadOnlySpan<byte> text, ref Utf8JsonReader json)
    {
        var (members, start) = (new Dictionary<string, string>(StringComparer.Ordinal), (int)json.TokenStartIndex);
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var name = json.GetString()!;
            json.Read();
            var value = json.TokenType switch
            {
                JsonTokenType.String => json.GetString()!.Trim(),
                JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
                JsonTokenType.Null => "",
                _ => throw Bad(file, text, (int)json.TokenStartIndex, $"'{name}' must be a text or a number."),
            };
            members[name] = value;
        }
        foreach (var needed in (ReadOnlySpan<string>)["type", "label", "value"])
        {
            if (members.GetValueOrDefault(needed, "").Length == 0)
                throw Bad(file, text, start, $"The entry has no {needed}.");
        }
        return members;
    }
}

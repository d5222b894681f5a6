using System.Text.Json;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>An object of a ward file; a member that nobody knows is a fault, so that none is overlooked.</summary>
internal readonly struct WardEntry
{
    private readonly JsonElement _object;

    public WardEntry(JsonElement element, string what, params ReadOnlySpan<string> members)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new WardFault($"{what}应写成对象：{element}");
        _object = element;
        foreach (var member in element.EnumerateObject())
        {
            if (!members.Contains(member.Name))
                throw new WardFault($"{what}里不能写“{member.Name}”，可写{string.Join('、', members.ToArray())}");
        }
    }

    public bool Has(string name) => _object.TryGetProperty(name, out _);

    public JsonElement? Find(string name) => _object.TryGetProperty(name, out var value) ? value : null;

    public bool Is(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    public string? Text(string name) => Find(name) is { } value ? value.ToString() : null;

    /// <summary>A value or a list of values.</summary>
    public IReadOnlyList<JsonElement> Each(string name) => Find(name) is { } value ? Each(value) : [];

    public IEnumerable<string> Texts(string name) => Each(name).Select(value => value.ToString());

    public static IReadOnlyList<JsonElement> Each(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}

using System.Text;
using System.Text.Json;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>An object's members by name; what is unknown, double or missing is reported once, when it is opened.</summary>
internal sealed class JsonObject
{
    private readonly JsonValue _value;
    private readonly JsonText _text;
    private readonly List<Fault> _faults;

    private JsonObject(JsonValue value, JsonText text, List<Fault> faults)
    {
        _value = value;
        _text = text;
        _faults = faults;
    }

    /// <param name="known">Member names with whether each must be there.</param>
    /// <param name="refused">Names that RulesEngine knows and we don't support, with the reason.</param>
    public static JsonObject? Open(
        JsonValue value, string what, IReadOnlyDictionary<string, bool> known, IReadOnlyDictionary<string, string> refused,
        JsonText text, List<Fault> faults)
    {
        if (value.Kind != JsonTokenType.StartObject)
        {
            faults.Add(text.FaultAt(value.At, $"{what} must be an object."));
            return null;
        }
        var seen = new HashSet<string>();
        foreach (var member in value.Members)
        {
            if (refused.TryGetValue(member.Name, out var reason))
                faults.Add(text.FaultAt(member.At, $"'{member.Name}' is not supported: {reason}"));
            else if (!known.ContainsKey(member.Name))
                faults.Add(text.FaultAt(member.At, $"{what} has no property '{member.Name}'. It may have: {string.Join(", ", known.Keys)}."));
            if (!seen.Add(member.Name))
                faults.Add(text.FaultAt(member.At, $"'{member.Name}' is there twice."));
        }
        foreach (var (name, required) in known)
        {
            if (required && !seen.Contains(name))
                faults.Add(text.FaultAt(value.At, $"{what} lacks '{name}'."));
        }
        return new JsonObject(value, text, faults);
    }

    public JsonValue? Find(string name) => _value.Members.FirstOrDefault(member => member.Name == name)?.Value;

    /// <summary>The text of a member; null where it is not there. What is no text is a fault.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.Kind == JsonTokenType.String)
            return value.Text;
        Fault(name, $"'{name}' must be a text in quotes.");
        return null;
    }

    /// <summary>As <see cref="Text"/>; what is empty or blank is a fault too.</summary>
    public string? FilledText(string name)
    {
        var text = Text(name);
        if (text is null || !string.IsNullOrWhiteSpace(text))
            return text;
        Fault(name, $"'{name}' is empty.");
        return null;
    }

    /// <summary>A fault at the member's value, or so many characters into its text.</summary>
    public void Fault(string name, string message, int offset = 0)
    {
        var at = Find(name) switch
        {
            null => _value.At,
            { Kind: JsonTokenType.String, Escaped: false } value => value.At + 1 + BytesOf(value.Text, offset),
            { } value => value.At,
        };
        _faults.Add(_text.FaultAt(at, message));
    }

    private static int BytesOf(string text, int characters) =>
        Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Clamp(characters, 0, text.Length)));
}

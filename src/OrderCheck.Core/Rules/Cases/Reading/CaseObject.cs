using System.Buffers;
using System.Text.Json;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>An object of a case file, its members read as what they must be; what is wrong is a fault and reads as not there.</summary>
internal sealed class CaseObject
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private readonly JsonObject _object;
    private readonly CaseReading _reading;

    private CaseObject(JsonObject opened, CaseReading reading) => (_object, _reading) = (opened, reading);

    /// <param name="must">Names that must be there.</param>
    /// <param name="may">Names that may be there.</param>
    public static CaseObject? Open(JsonValue value, string what, string[] must, string[] may, CaseReading reading)
    {
        var known = must.Select(name => (name, true)).Concat(may.Select(name => (name, false))).ToDictionary(member => member.name, member => member.Item2);
        return JsonObject.Open(value, what, known, Nothing, reading.Text, reading.Faults) is { } opened ? new CaseObject(opened, reading) : null;
    }

    public JsonValue? Find(string name) => _object.Find(name);

    public bool Has(string name) => Find(name) is not null;

    public void Fault(string name, string message) => _object.Fault(name, message);

    public string? Text(string name) => _object.FilledText(name);

    /// <summary>True or false; false where it is not there.</summary>
    public bool Is(string name) => Truth(name) ?? false;

    public bool? Truth(string name)
    {
        switch (Find(name)?.Kind)
        {
            case null: return null;
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            default:
                Fault(name, $"'{name}' must be true or false.");
                return null;
        }
    }

    /// <summary>A value or a list of values.</summary>
    public IReadOnlyList<JsonValue> Each(string name) => Find(name) switch
    {
        null => [],
        { Kind: JsonTokenType.StartArray } list => list.Elements,
        { } value => [value],
    };

    /// <summary>One text or a list of texts.</summary>
    public IEnumerable<(JsonValue At, string Text)> Texts(string name)
    {
        foreach (var value in Each(name))
        {
            if (value.Kind == JsonTokenType.String && !string.IsNullOrWhiteSpace(value.Text))
                yield return (value, value.Text);
            else
                _reading.Fault(value, $"'{name}' must be a text in quotes, or a list of such texts.");
        }
    }

    public T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(name) is not { } word)
            return null;
        if (words.TryGetValue(word, out var value))
            return value;
        Fault(name, $"'{word}' is no {name}. It may be {string.Join(", ", words.Keys)}.");
        return null;
    }

    /// <summary>A number, with or without quotes.</summary>
    public decimal? Number(string name, decimal least, decimal most)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.Kind is JsonTokenType.Number or JsonTokenType.String && Quantity.TryParseValue(value.Text, out var number) && number >= least && number <= most)
            return number;
        Fault(name, $"'{value.Text}' is no number for '{name}': from {Quantity.Text(least)} to {Quantity.Text(most)}, at most four decimals.");
        return null;
    }

    public int? Whole(string name, int least, int most)
    {
        if (Number(name, least, most) is not { } number)
            return null;
        if (number == decimal.Truncate(number))
            return (int)number;
        Fault(name, $"'{number}' must be a whole number.");
        return null;
    }

    public Money? Yuan(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.Kind is JsonTokenType.Number or JsonTokenType.String && Money.TryParse(value.Text, out var amount))
            return amount;
        Fault(name, $"'{value.Text}' is no amount for '{name}': yuan with at most six decimals.");
        return null;
    }

    /// <summary>"0.5g", or a number of the usual unit.</summary>
    public Quantity? Amount(string name, string? usualUnit)
    {
        if (Find(name) is not { } value)
            return null;
        var digits = value.Text.AsSpan().IndexOfAnyExcept(Digits);
        var (number, unit) = digits < 0 ? (value.Text, usualUnit) : (value.Text[..digits], value.Text[digits..].Trim());
        if (value.Kind is JsonTokenType.Number or JsonTokenType.String && unit is { Length: > 0 and <= 20 } && Quantity.TryParseValue(number, out var amount) && amount > 0)
            return new Quantity(amount, unit);
        Fault(name, $"'{value.Text}' is no quantity for '{name}': a number above 0 with at most four decimals and its unit, such as '0.5g'.");
        return null;
    }

    public DateTimeOffset? Time(string name) => Time(name, CaseTime.Usual);

    public DateTimeOffset? Time(string name, TimeOnly usual)
    {
        if (Text(name) is not { } written)
            return null;
        if (CaseTime.Parse(written, _reading.FirstDay, _reading.Zone, usual) is { } time)
            return time;
        Fault(name, $"'{written}' is no time. It may be {CaseTime.Forms}.");
        return null;
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } written)
            return null;
        if (CaseTime.Date(written) is { } date)
            return date;
        Fault(name, $"'{written}' is no date of the form 2026-01-31.");
        return null;
    }

    /// <summary>The code of an item of the catalogue.</summary>
    public string? Item(string name)
    {
        if (Text(name) is not { } written)
            return null;
        if (_reading.Names.Item(written, out var refusal) is { } code)
            return code;
        Fault(name, refusal!);
        return null;
    }

    public string? Rule(string name)
    {
        if (Text(name) is not { } rule)
            return null;
        if (_reading.Names.KnowsRule(rule))
            return rule;
        Fault(name, _reading.Names.NoRule(rule));
        return null;
    }

    public string? Insurance(string name)
    {
        if (Text(name) is not { } written)
            return null;
        if (_reading.Names.Insurance(written, out var refusal) is { } code)
            return code;
        Fault(name, refusal!);
        return null;
    }

    public string? MedType(string name)
    {
        if (Text(name) is not { } written)
            return null;
        if (_reading.Names.MedType(written, out var refusal) is { } code)
            return code;
        Fault(name, refusal!);
        return null;
    }
}

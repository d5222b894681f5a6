using System.Buffers;
using System.Globalization;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Core.Amounts;

namespace OrderCheck.Ledger.Wire;

/// <summary>
/// Reads the fields of messages strictly and collects every violation, so that a sender sees all faults of a call at once.
/// After a violation a harmless value is returned; <see cref="ThrowIfMalformed"/> keeps it from being used.
/// </summary>
public sealed class FieldReader
{
    /// <summary>More faults than this help nobody.</summary>
    private const int MostViolations = 100;
    private const int LongestDecimal = 30;
    private const int LongestQuote = 40;

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static code => (char)code), '\x7f']);

    private readonly TimeBounds _bounds;
    private readonly bool _kept;
    private readonly List<FieldViolation> _violations = [];
    private string _list = "";
    private int _index = -1;
    private string _message = "";

    private FieldReader(TimeBounds bounds, bool recorded, bool kept)
    {
        _bounds = bounds;
        Recorded = recorded;
        _kept = kept;
    }

    /// <summary>For a request that arrives now.</summary>
    public static FieldReader ForRequest(DateTimeOffset now) => new(TimeBounds.At(now), recorded: false, kept: true);

    /// <summary>For a question that arrives now: nothing of it is kept once it is answered.</summary>
    public static FieldReader ForQuestion(DateTimeOffset now) => new(TimeBounds.At(now), recorded: false, kept: false);

    /// <summary>For what was accepted before and lies in the ledger.</summary>
    public static FieldReader ForLedger() => new(TimeBounds.None, recorded: true, kept: true);

    /// <summary>Whether fields that only OrderCheck sets are read.</summary>
    public bool Recorded { get; }

    public IReadOnlyList<FieldViolation> Violations => _violations;

    /// <exception cref="MalformedException">A field was not well-formed.</exception>
    public void ThrowIfMalformed()
    {
        if (_violations.Count > 0)
            throw new MalformedException(_violations);
    }

    /// <summary>The fields that follow are of this element of this list.</summary>
    public void Enter(string list, int index) => (_list, _index, _message) = (list, index, "");

    /// <summary>The fields that follow are of this message inside that element.</summary>
    public void Within(string message) => _message = message;

    /// <summary>The fields that follow are the request's own.</summary>
    public void Leave() => (_list, _index, _message) = ("", -1, "");

    public void Refuse(string field, string problem, string allowed)
    {
        if (_violations.Count < MostViolations)
            _violations.Add(new FieldViolation(Path(field), problem, allowed));
    }

    /// <summary>A required id: 1 to 64 characters, none of them a control character.</summary>
    public string Id(string field, string value) => Required(field, value, 64);

    /// <summary>An optional code or id of at most 64 characters; null if empty.</summary>
    public string? Code(string field, string value) => Text(field, value, 64);

    public string Required(string field, string value, int longest)
    {
        if (Text(field, value, longest, quote: true) is { } text)
            return text;
        if (value.Length == 0)
            Refuse(field, "is required", $"1 to {longest} characters");
        return "";
    }

    /// <summary>Optional text without control characters; null if empty.</summary>
    public string? Text(string field, string value, int longest) =>
        Text(field, value, longest, quote: true) is { } text ? Shared(text) : null;

    /// <summary>As <see cref="Text(string, string, int)"/>, but the value may identify a patient and is never repeated.</summary>
    public string? Private(string field, string value, int longest) => Text(field, value, longest, quote: false);

    /// <summary>The same text as one instance, where it may stay in memory.</summary>
    internal string Shared(string text) => _kept ? SharedTexts.Of(text) : text;

    public int Whole(string field, int value, int smallest, int largest)
    {
        if (value < smallest || value > largest)
            Refuse(field, $"{value} is out of range", $"a whole number from {smallest} to {largest}");
        return value;
    }

    /// <summary>A required amount of yuan with at most six decimals.</summary>
    public Money Amount(string field, string value, decimal smallest, decimal largest)
    {
        if (value.Length == 0)
            Refuse(field, "is required", DecimalBetween(6, smallest, largest));
        else if (value.Length > LongestDecimal || !Money.TryParse(value, out var money))
            Refuse(field, $"{Quote(value)} is not an amount", DecimalBetween(6, smallest, largest));
        else if (money.ToYuan() < smallest || money.ToYuan() > largest)
            Refuse(field, $"{Quote(value)} is out of range", DecimalBetween(6, smallest, largest));
        else
            return money;
        return Money.Zero;
    }

    /// <summary>A number with at most four decimals.</summary>
    public decimal Number(string field, string value, decimal smallest, decimal largest)
    {
        if (value.Length == 0)
            Refuse(field, "is required", DecimalBetween(4, smallest, largest));
        else if (value.Length > LongestDecimal || !Quantity.TryParseValue(value, out var number))
            Refuse(field, $"{Quote(value)} is not such a number", DecimalBetween(4, smallest, largest));
        else if (number < smallest || number > largest)
            Refuse(field, $"{Quote(value)} is out of range", DecimalBetween(4, smallest, largest));
        else
            return number;
        return 0;
    }

    /// <summary>An optional day of the hospital's calendar; null if empty.</summary>
    public DateOnly? Day(string field, string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (value.Length > 0)
            Refuse(field, $"{Quote(value)} is not a day", "a day of the hospital's calendar such as 2026-03-01, or nothing");
        return null;
    }

    /// <summary>A required time of something that happened or is planned.</summary>
    public DateTimeOffset Time(string field, Timestamp? value)
    {
        if (value is null)
            Refuse(field, "is required", "an RFC 3339 time such as 2026-03-01T08:30:00+08:00");
        return OptionalTime(field, value) ?? default;
    }

    public DateTimeOffset? OptionalTime(string field, Timestamp? value) => TimeFrom(field, value, _bounds.Earliest);

    public DateTimeOffset? BirthTime(string field, Timestamp? value) => TimeFrom(field, value, _bounds.EarliestBirth);

    /// <summary>For messages: short, with everything unprintable escaped.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value.Length <= LongestQuote ? value : value[..LongestQuote])
            _ = char.IsControl(c) || char.IsSurrogate(c) ? text.Append($"\\u{(int)c:x4}") : text.Append(c);
        return text.Append(value.Length <= LongestQuote ? "\"" : $"…\" ({value.Length} characters)").ToString();
    }

    private DateTimeOffset? TimeFrom(string field, Timestamp? value, DateTimeOffset earliest)
    {
        if (value is null)
            return null;
        if (!Timestamps.TryRead(value, out var time))
            Refuse(field, "is not a time", "seconds and nanoseconds of a time between the years 1 and 9999");
        else if (time > _bounds.Latest)
            Refuse(field, $"{Show(time)} lies more than {TimeBounds.DaysAhead} days ahead of our clock: check the sender's clock", $"up to {Show(_bounds.Latest)}");
        else if (time < earliest)
            Refuse(field, $"{Show(time)} lies too far back: check the sender's clock", $"from {Show(earliest)}");
        return time;
    }

    private string? Text(string field, string value, int longest, bool quote)
    {
        if (value.Length == 0)
            return null;
        if (value.Length > longest)
            Refuse(field, quote ? $"{Quote(value)} is too long" : $"{value.Length} characters are too long", $"at most {longest} characters");
        else if (value.AsSpan().ContainsAny(Controls))
            Refuse(field, (quote ? Quote(value) + " " : "") + "has a control character", $"1 to {longest} characters without control characters");
        else if (string.IsNullOrWhiteSpace(value))
            Refuse(field, "is only white space", $"1 to {longest} characters, or nothing");
        else
            return value;
        return null;
    }

    private string Path(string field)
    {
        var inner = _message.Length == 0 ? field : $"{_message}.{field}";
        return _index < 0 ? inner : $"{_list}[{_index}].{inner}";
    }

    private static string DecimalBetween(int decimals, decimal smallest, decimal largest) =>
        $"plain decimal text with at most {decimals} decimals, from {Plain(smallest)} to {Plain(largest)}";

    private static string Plain(decimal value) => Quantity.Text(value);

    private static string Show(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

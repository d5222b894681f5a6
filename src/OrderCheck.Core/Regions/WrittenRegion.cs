using System.Collections.Frozen;
using System.Text.Json;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Regions;

/// <summary>A region as its files have it, before what it is based on is looked up.</summary>
internal sealed class WrittenRegion
{
    private const string BasedOn = "based_on";

    private static readonly Dictionary<string, bool> Members = new()
    {
        ["title"] = true,
        ["source"] = true,
        [BasedOn] = false,
        ["transactions"] = false,
        ["strict"] = false,
        ["unchecked"] = false,
        ["folded"] = false,
        ["signature"] = false,
    };

    private static readonly Dictionary<string, bool> TransactionMembers = new() { ["3101"] = false, ["3102"] = false, ["3103"] = false };
    private static readonly Dictionary<string, string> NothingRefused = [];

    private readonly string _name;
    private readonly JsonObject _main;
    private readonly Dictionary<string, List<RegionCode>> _codes;
    private readonly Dictionary<(string, string), string> _fields;
    private readonly FrozenDictionary<string, string> _transactions;
    private readonly RegionSignature? _signature;
    private readonly (bool Strict, bool UncheckedFails, bool RepeatsFolded) _behaviour;

    private WrittenRegion(string name, JsonObject main, JsonText text, Func<string, RuleFile?> find, List<Fault> faults)
    {
        (_name, _main) = (name, main);
        _codes = find("codes.csv") is { } codes ? RegionReader.ReadCodes(codes, faults) : [];
        _fields = find("fields.csv") is { } fields ? RegionReader.ReadFields(fields, faults) : [];
        _transactions = ReadTransactions(main, text, faults);
        _signature = WrittenSignature.Read(main, text, faults);
        _behaviour = (Flag(main, "strict"), Choice(main, "unchecked", "row", "fail"), Choice(main, "folded", "flags", "rows"));
    }

    private string? Base => _main.Text(BasedOn);

    /// <summary>Null where region.json cannot be read.</summary>
    public static WrittenRegion? Read(string name, Func<string, RuleFile?> find, List<Fault> faults)
    {
        if (find("region.json") is not { } file)
        {
            faults.Add(new Fault($"{RegionReader.Folder}{name}/region.json", 0, 0, "A region needs this file."));
            return null;
        }
        var text = new JsonText(file);
        if (JsonReading.Read(text, faults) is not { } value || JsonObject.Open(value, "A region", Members, NothingRefused, text, faults) is not { } main)
            return null;
        _ = main.FilledText("title");
        _ = main.FilledText("source");
        return new WrittenRegion(name, main, text, find, faults);
    }

    public void CheckBase(IReadOnlyDictionary<string, WrittenRegion> all, List<Fault> faults)
    {
        _ = faults;
        if (Base is { } name && (!all.TryGetValue(name, out var other) || other.Base is not null || name == _name))
            _main.Fault(BasedOn, $"'{name}' is no region with tables of its own; it may be {string.Join(", ", all.Values.Where(one => one.Base is null).Select(one => one._name))}.");
    }

    public RegionProfile Build(IReadOnlyDictionary<string, WrittenRegion> all)
    {
        var tables = new Dictionary<string, List<RegionCode>>(Base is { } name ? all[name]._codes : [], StringComparer.Ordinal);
        // A table of the region's own takes the other's place as a whole: the same code may mean another thing.
        foreach (var (table, rows) in _codes)
            tables[table] = rows;
        return new RegionProfile
        {
            Name = _name,
            Title = _main.Text("title")!,
            Codes = tables.ToFrozenDictionary(table => table.Key, table => new RegionCodes(table.Value), StringComparer.Ordinal),
            Renames = new FieldRenames(_fields),
            Transactions = _transactions,
            Strict = _behaviour.Strict,
            UncheckedFails = _behaviour.UncheckedFails,
            RepeatsFolded = _behaviour.RepeatsFolded,
            Signature = _signature,
        };
    }

    private static FrozenDictionary<string, string> ReadTransactions(JsonObject main, JsonText text, List<Fault> faults)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        if (main.Find("transactions") is { } value && JsonObject.Open(value, "'transactions'", TransactionMembers, NothingRefused, text, faults) is { } numbers)
        {
            foreach (var nhsa in TransactionMembers.Keys)
            {
                if (numbers.FilledText(nhsa) is { } number && (own.ContainsValue(number) || !own.TryAdd(nhsa, number)))
                    numbers.Fault(nhsa, $"'{number}' is another transaction's number already.");
            }
        }
        return own.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool Flag(JsonObject main, string name)
    {
        if (main.Find(name) is not { } value)
            return false;
        if (value.Kind is not (JsonTokenType.True or JsonTokenType.False))
            main.Fault(name, $"'{name}' must be true or false.");
        return value.Kind == JsonTokenType.True;
    }

    private static bool Choice(JsonObject main, string name, string usual, string other)
    {
        var word = main.Text(name) ?? usual;
        if (word != usual && word != other)
            main.Fault(name, $"'{word}' is not one of {usual}, {other}.");
        return word == other;
    }
}

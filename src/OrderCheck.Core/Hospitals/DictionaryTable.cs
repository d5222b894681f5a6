using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Hospitals;

/// <summary>A CSV text of a dictionary, row by row; what is wrong with a field goes to the faults with its place.</summary>
internal sealed class DictionaryTable : IDisposable
{
    /// <summary>More than anything is sold, ordered or converted by.</summary>
    private const decimal LargestNumber = 1_000_000_000m;

    private const int Decimals = 8;

    private readonly CsvTable _table;
    private readonly ItemCatalogue? _catalogue;
    private readonly List<Fault> _faults;
    private int _faultsBefore;

    private DictionaryTable(CsvTable table, ItemCatalogue? catalogue, List<Fault> faults) => (_table, _catalogue, _faults) = (table, catalogue, faults);

    /// <summary>Whether the row that is read has a fault: it is then left out.</summary>
    public bool RowIsBad => _faults.Count > _faultsBefore;

    /// <summary>Null where the header is not as it must be; the fault says so.</summary>
    /// <param name="catalogue">Where item codes are looked up; null: nowhere.</param>
    public static DictionaryTable? Open(RuleFile file, ItemCatalogue? catalogue, IEnumerable<string> must, IEnumerable<string> may, List<Fault> faults) =>
        CsvTable.Open(file, [.. must.Select(CsvColumn.Must), .. may.Select(CsvColumn.May)], faults) is { } table
            ? new DictionaryTable(table, catalogue, faults)
            : null;

    public bool Next()
    {
        var next = _table.Next();
        _faultsBefore = _faults.Count;
        return next;
    }

    public string? Optional(string column) => _table.Text(column);

    public string Required(string column) => _table.Required(column) ?? "";

    /// <summary>A code of the catalogue, where one was given to look at.</summary>
    /// <param name="orAny">'*' stands for every item.</param>
    public string ItemCode(bool orAny = false)
    {
        var code = Required("item_code");
        if (code.Length > 0 && !(orAny && code == "*") && _catalogue?.Knows(code) == false)
            Fault("item_code", $"'{code}' is not in the catalogue (catalogue/items.csv).");
        return code;
    }

    /// <summary>Plain decimal text, greater than 0.</summary>
    public decimal Positive(string column) => _table.RequiredNumber(column, 0.00000001m, LargestNumber, Decimals) ?? 0;

    /// <summary>First and last day in force.</summary>
    public (DateOnly? From, DateOnly? To) Validity() => _table.Validity();

    public TValue OneOf<TValue>(string column, IReadOnlyDictionary<string, TValue> allowed)
        where TValue : struct =>
        _table.RequiredWord(column, [.. allowed.Keys]) is { } word ? allowed[word] : default;

    /// <summary>One of the words; "" where it is none, which was reported.</summary>
    public string OneOf(string column, IReadOnlyList<string> words) => _table.RequiredWord(column, words) ?? "";

    public void Fault(string column, string message) => _table.Fault(column, message);

    public void Dispose() => _table.Dispose();
}

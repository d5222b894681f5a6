namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>Which of the known drug codes an entry of the list means: by class, name and dosage form.</summary>
internal sealed class DrugNames
{
    /// <summary>Forms of a Chinese patent medicine that a name in brackets may be changed to, longer ones before what they contain.</summary>
    private static readonly string[] Endings =
        ["浓缩丸", "软胶囊", "口服液", "注射液", "滴丸", "水丸", "蜜丸", "胶囊", "颗粒", "糖浆", "合剂", "软膏", "贴膏", "片", "丸", "散", "膏", "酊", "栓"];

    private readonly (string Code, string Name)[] _codes;
    private readonly ILookup<string, string> _byName;

    /// <param name="names">Name of each drug code.</param>
    public DrugNames(IEnumerable<(string Code, string Name)> names)
    {
        _codes = [.. names.Where(drug => drug.Code[0] is 'X' or 'Z').Select(drug => (drug.Code, Name: ListNames.Folded(drug.Name))).OrderBy(drug => drug.Code, StringComparer.Ordinal)];
        _byName = _codes.ToLookup(drug => drug.Name, drug => drug.Code);
    }

    /// <summary>In ordinal order; empty where no code is known that it means.</summary>
    public IReadOnlyList<(string Code, int Exactness)> CodesOf(DrugListEntry entry)
    {
        var names = entry.Part switch
        {
            DrugListPart.Western => ListNames.OfSubstance(entry.Name),
            DrugListPart.ChineseMedicine or DrugListPart.NegotiatedChineseMedicine => ListNames.OfMedicine(entry.Name, Endings),
            _ => [ListNames.Folded(entry.Name)],
        };
        return entry.NamesProducts
            ? [.. names.SelectMany(name => _byName[name].Select(code => (code, name.Length))).DistinctBy(hit => hit.code).OrderBy(hit => hit.code, StringComparer.Ordinal)]
            : OfSubstance(entry, names);
    }

    private List<(string Code, int Exactness)> OfSubstance(DrugListEntry entry, IReadOnlyList<string> substances)
    {
        var codes = new List<(string, int)>();
        for (var i = FirstAt(entry.Category); i < _codes.Length && _codes[i].Code.StartsWith(entry.Category, StringComparison.Ordinal); i++)
        {
            var product = _codes[i].Name;
            var exactness = substances.Where(name => IsProductOf(product, name)).Select(name => name.Length).DefaultIfEmpty().Max();
            if (exactness > 0 && IsOfForm(product, entry.Form))
                codes.Add((_codes[i].Code, exactness));
        }
        return codes;
    }

    private static bool IsProductOf(string product, string substance) =>
        product.IndexOf(substance, StringComparison.Ordinal) is >= 0 and var at
        && DrugForms.IsOnlyForm(product[..at]) && DrugForms.IsOnlyForm(product[(at + substance.Length)..]);

    private static bool IsOfForm(string product, string form) =>
        form.Length == 0 || DrugForms.Of(product) == form || product.EndsWith(form, StringComparison.Ordinal);

    private int FirstAt(string category)
    {
        var (low, high) = (0, _codes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_codes[middle].Code, category) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

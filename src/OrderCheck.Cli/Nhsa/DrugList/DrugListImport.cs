using System.Globalization;
using OrderCheck.Core.Catalogue.Diseases;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>Turns the national drug list into classes, limits, prices and badges of the drug codes that are known.</summary>
internal sealed class DrugListImport
{
    private readonly LimitSentence _sentences;
    private readonly LaterPoints _points;
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly List<KnowledgeLine> _lines = [];

    private DrugListImport(LimitSentence sentences, LaterPoints points) => (_sentences, _points) = (sentences, points);

    public DrugListTally Tally { get; } = new();

    public List<Rejection> Rejections { get; } = [];

    /// <summary>Rows of knowledge, beside those of the points.</summary>
    public IReadOnlyList<KnowledgeLine> Lines => _lines;

    public DrugClasses Classes { get; } = new();

    /// <summary>What became of each entry, with the codes that it means.</summary>
    public List<(DrugListEntry Entry, DrugFate Fate, int Codes)> Account { get; } = [];

    /// <summary>Names of the drugs that the list gives a class to, by code.</summary>
    public Dictionary<string, string> Drugs { get; } = new(StringComparer.Ordinal);

    /// <param name="drugs">Name of each drug code that is known.</param>
    /// <param name="published">Rows of NHSA's points.</param>
    public static DrugListImport Run(
        DrugListTables tables, IReadOnlyList<(string Code, string Name)> drugs, IReadOnlyList<KnowledgeLine> published, DiseaseTerms terms, int childAge)
    {
        var import = new DrugListImport(new LimitSentence(terms, childAge), new LaterPoints(published));
        var names = drugs.GroupBy(drug => drug.Code).ToDictionary(group => group.Key, group => group.Last().Name, StringComparer.Ordinal);
        // Agreements first: on their days they go before the list of substances.
        foreach (var (entry, codes) in CodedEntries.Of(tables.Entries, new DrugNames(drugs)).OrderByDescending(coded => coded.Entry.IsAgreement))
            import.Read(entry, codes, names);
        foreach (var rejection in tables.Rejections)
            import.Reject(ListOf(rejection.File), rejection);
        return import;
    }

    private void Read(DrugListEntry entry, IReadOnlyList<string> codes, Dictionary<string, string> names)
    {
        if (!PayStandard.IsReadable(entry.PayStandard))
        {
            Reject(ListOf(entry.Row.File), Rejection.Of(entry.Row, "pay_standard_text", "prices as 3.24元(0.1g/粒) with ； between them, * where it is secret, 见备注…, or nothing"));
            Account.Add((entry, DrugFate.Rejected, codes.Count));
            return;
        }
        var fate = entry.To < entry.From ? DrugFate.Superseded : codes.Count == 0 ? DrugFate.WithoutCode : Write(entry, codes, names);
        Tally.Count(ListOf(entry.Row.File), fate);
        Account.Add((entry, fate, codes.Count));
    }

    private DrugFate Write(DrugListEntry entry, IReadOnlyList<string> codes, Dictionary<string, string> names)
    {
        var point = PointOf(entry);
        var limits = entry.Limit.Length == 0 ? [] : _sentences.Read(entry.Limit);
        var (stands, prose) = (false, false);
        foreach (var code in codes)
        {
            Classes.Add(code, entry);
            Drugs.TryAdd(code, names[code]);
            foreach (var limit in limits)
            {
                if (_points.Until(LineOf(point, limit, code, names[code], entry)) is not { } line)
                    continue;
                Say(line);
                stands = true;
                prose |= limit.Kind == KindSchema.Text;
            }
            foreach (var priced in PricesOf(entry))
                Say(LineOf(point, priced, code, names[code], entry));
        }
        return limits.Count > 0 && !stands ? DrugFate.Superseded : prose ? DrugFate.Text : DrugFate.Executable;
    }

    /// <summary>A limit that two entries give a drug on the same days is written once.</summary>
    private void Say(KnowledgeLine line)
    {
        if (_said.Add(string.Create(CultureInfo.InvariantCulture, $"{line.Sameness}\n{line.From:yyyy-MM-dd}")))
            _lines.Add(line);
    }

    private static IEnumerable<CodedLimit> PricesOf(DrugListEntry entry)
    {
        if (!entry.IsAgreement)
            yield break;
        yield return entry.Part == DrugListPart.Bid
            ? KindSchema.Flag.Of("竞价", "竞价药品（协议期内）", "") with { Sentence = "" }
            : KindSchema.Flag.Of("国谈", "国家谈判药品（协议期内）", "") with { Sentence = "" };
        if (PayStandard.OnlyOf(entry.PayStandard) is { } only)
            yield return KindSchema.Ceiling.Of("支付标准", "", only.Price, only.Unit) with { Sentence = $"协议期内医保支付标准：{entry.PayStandard}" };
        else if (entry.PayStandard.Length > 0)
            yield return KindSchema.Flag.Of("支付标准", PayStandard.IsSecret(entry.PayStandard) ? "医保支付标准保密，以当地平台为准" : $"医保支付标准：{entry.PayStandard}", "") with { Sentence = "" };
    }

    private static KnowledgeLine LineOf(KnowledgePoint point, CodedLimit limit, string code, string name, DrugListEntry entry) =>
        new(point, limit, code, name, entry.From, entry.To);

    /// <summary>The entry as the writers of rows know points; it has no rule, batch or id of NHSA's.</summary>
    private static KnowledgePoint PointOf(DrugListEntry entry) => new()
    {
        Id = "",
        RuleClass = "",
        RuleCode = "",
        Batch = "",
        PublishedAt = entry.From,
        ItemName = entry.Name,
        ConstraintText = entry.Limit,
        DetectLogic = "",
        Supersedes = [],
        IsSuperseded = false,
        Document = entry.Document,
        Codes = [],
        Row = entry.Row,
    };

    private void Reject(string list, Rejection why)
    {
        Tally.Count(list, DrugFate.Rejected);
        Rejections.Add(why);
    }

    private static string ListOf(string file) => Path.GetFileNameWithoutExtension(file);
}

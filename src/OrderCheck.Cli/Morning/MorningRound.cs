using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;

namespace OrderCheck.Cli.Morning;

/// <summary>
/// Plans the morning: for each kind of limit that the loaded rules publish, a patient and an order that breaks it; beside
/// them orders that break none.
/// </summary>
internal sealed class MorningRound(PublishedLimits limits, IReadOnlyList<MorningPatient> patients, OrderSheet sheet)
{
    private const int FacilityLevel = 3;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ordered = new(StringComparer.Ordinal);
    private readonly List<Draft> _drafts = [];

    public IReadOnlyList<Draft> Plan()
    {
        WrongSex();
        WrongAge();
        WrongInsurance();
        WrongPlace();
        TooMuchInADay();
        TooLongACourse();
        TwoThatExcludeEachOther();
        NearTheBudget();
        return _drafts;
    }

    private void WrongSex()
    {
        if (First(limits.With<SexLimit>(row => row.Sex == "女")) is { } forWomen && Next(patient => patient.Sex == Sex.Male) is { } man)
            Add(man, Order(man, forWomen.Item), Harmless(man, "药品"));
        else if (First(limits.With<SexLimit>(row => row.Sex == "男")) is { } forMen
            && Next(patient => patient.Sex == Sex.Female) is { } woman)
            Add(woman, Order(woman, forMen.Item), Harmless(woman, "药品"));
    }

    private void WrongAge()
    {
        if (First(limits.With<AgeLimit>(row => row.AgeUnit != "岁" || row.MaxAge < 18)) is { } forChildren && Next(_ => true) is { } adult)
            Add(adult, Order(adult, forChildren.Item), Harmless(adult, "项目"));
    }

    private void WrongInsurance()
    {
        if (First(limits.With<InsuranceLimit>(row => !row.Allows("居民"))) is { } limited
            && Next(patient => patient.Insurance == "居民") is { } resident)
            Add(resident, Order(resident, limited.Item), Harmless(resident, "药品"));
        else if (First(limits.With<InsuranceLimit>(row => !row.Allows("职工"))) is { } other
            && Next(patient => patient.Insurance == "职工") is { } employee)
            Add(employee, Order(employee, other.Item), Harmless(employee, "药品"));
    }

    /// <summary>What an inpatient of a tertiary hospital is not paid.</summary>
    private void WrongPlace()
    {
        var orders = new List<Order>();
        if (Next(_ => true) is not { } patient)
            return;
        if (First(limits.With<FacilityLimit>(row => row.HighestLevel < FacilityLevel || !row.AllowsType("综合"))) is { } facility)
            orders.Add(Order(patient, facility.Item));
        if (First(limits.With<VisitLimit>(row => !row.Allows("住院"))) is { } visit)
            orders.Add(Order(patient, visit.Item));
        if (First(limits.With<NotPayableItem>(row => row.Mode == "单复方")) is { } herb)
            orders.Add(Order(patient, herb.Item, quantity: 7));
        Add(patient, [.. orders, Unknown(patient)]);
    }

    private void TooMuchInADay()
    {
        if (First(limits.With<FrequencyLimit>(row => row is { Window: "单日", MaxQuantity: >= 1 and < 10 })) is { } limited
            && Next(_ => true) is { } patient)
            Add(patient, Order(patient, limited.Item, limited.Row.MaxQuantity + 1), Harmless(patient, "项目"));
    }

    private void TooLongACourse()
    {
        if (First(limits.With<CourseLimit>(row => row.MaxDays is > 0 and < 60)) is { } limited && Next(_ => true) is { } patient)
            Add(patient, sheet.Write(patient, limited.Item, days: limited.Row.MaxDays + 2), Flagged(patient));
    }

    private void TwoThatExcludeEachOther()
    {
        foreach (var (item, row) in limits.With<ExclusivePair>(row => row is { Mirrored: false, Window: "单日" }))
        {
            if (limits.Find(row.OtherCode) is not { } other || Next(_ => true) is not { } patient)
                continue;
            Add(patient, Order(patient, item), Order(patient, other));
            return;
        }
    }

    private void NearTheBudget()
    {
        if (Next(patient => patient.Total.ToYuan() >= patient.StandardCost.ToYuan() * 0.8m) is { } patient)
            Add(patient, Harmless(patient, "项目"), Harmless(patient, "药品"));
    }

    private Order? Flagged(MorningPatient patient) =>
        First(limits.With<ItemFlag>(row => row.OverPrice is null)) is { } flagged ? Order(patient, flagged.Item) : null;

    private Order? Harmless(MorningPatient patient, string kind) =>
        limits.Without(kind).FirstOrDefault(item => !_ordered.Contains(item.Code)) is { } item ? Order(patient, item) : null;

    /// <summary>The HIS sends a code that the catalogue does not have: that is found too, never passed over.</summary>
    private Order Unknown(MorningPatient patient) =>
        sheet.Write(patient, new CatalogueItem { Code = "XX99ZZZ000A000010100000", Name = "院内新进药品", Kind = "药品", Unit = "盒" });

    private Order Order(MorningPatient patient, CatalogueItem item, decimal quantity = 1)
    {
        _ordered.Add(item.Code);
        return sheet.Write(patient, item, quantity);
    }

    private MorningPatient? Next(Func<MorningPatient, bool> suits) =>
        patients.FirstOrDefault(patient => !_seen.Contains(patient.VisitNumber) && suits(patient));

    private void Add(MorningPatient patient, params IReadOnlyList<Order?> orders)
    {
        if (!_seen.Add(patient.VisitNumber))
            return;
        if (orders.OfType<Order>().ToList() is { Count: > 0 } drafted)
            _drafts.Add(new Draft(patient, drafted));
    }

    private static (CatalogueItem Item, TRow Row)? First<TRow>(IEnumerable<(CatalogueItem Item, TRow Row)> found) =>
        found.Select(entry => ((CatalogueItem, TRow)?)entry).FirstOrDefault();
}

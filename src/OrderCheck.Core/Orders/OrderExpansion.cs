using System.Runtime.InteropServices;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Orders;

/// <summary>
/// Makes expected charge lines of an order: by the hospital's order-to-charge map where it has the order's code, else the
/// ordered item itself; with what its route costs.
/// </summary>
public static class OrderExpansion
{
    /// <param name="now">The day of it is what an open long-term order is expanded for.</param>
    /// <param name="withRoute">False for the orders of a group whose route another one of them carries.</param>
    public static ExpansionResult Expand(
        Order order, Release release, HospitalDictionary dictionary, DateTimeOffset now, bool withRoute = true)
    {
        var zone = dictionary.Hospital.TimeZone;
        var expansion = new Expansion(order, release.Catalogue, dictionary, zone.Day(order.StartAt));
        expansion.PlanExecutions(release.Codes, zone, zone.Day(now));
        expansion.AddOrdered();
        if (withRoute && order.Route is { } route)
            expansion.AddRoute(route);
        return expansion.Result;
    }

    /// <summary>
    /// Whether the order may be billed as an item that is asked for; rows out of force count too.
    /// </summary>
    public static bool MayBeBilledAs(Order order, HospitalDictionary dictionary, Func<string, bool> asked)
    {
        var code = order.ItemCode ?? (order.ItemHospitalCode is { } own ? dictionary.MapItem(own, dictionary.Hospital.TimeZone.Day(order.StartAt)) : null);
        if (code is not null && (asked(code) || AnyOf(dictionary.OrderCharges(code), asked)))
            return true;
        if (order.ItemHospitalCode is { } hospitalCode && AnyOf(dictionary.OrderCharges(hospitalCode), asked))
            return true;
        if (order.Route is not { } route)
            return false;
        foreach (var row in dictionary.RouteCharges(route))
        {
            if (asked(row.ItemCode))
                return true;
        }
        return false;
    }

    private static bool AnyOf(ReadOnlySpan<OrderCharge> rows, Func<string, bool> asked)
    {
        foreach (var row in rows)
        {
            if (asked(row.ItemCode))
                return true;
        }
        return false;
    }

    private struct Expansion(Order order, ItemCatalogue catalogue, HospitalDictionary dictionary, DateOnly day)
    {
        private static readonly List<OrderCharge> NoRows = [];
        private static readonly IReadOnlyList<ExpansionGap> NoGaps = [];
        private PlannedUse[] _executions = [];
        private List<ExpectedLine>? _lines;
        private List<ExpansionGap>? _gaps;

        public readonly ExpansionResult Result => new(_lines ?? [], _gaps ?? NoGaps);

        public void PlanExecutions(CodeTables codes, TimeZoneInfo zone, DateOnly today)
        {
            Frequency? frequency = null;
            // The pieces of a herb prescription are taken a set a day, however often a day a set is drunk.
            if (order.Kind != OrderKind.Herb && order.Frequency is { } code && !codes.Frequencies.TryGetValue(code, out frequency))
                Gap(new ExpansionGap("unknown_frequency", $"频次代码“{code}”不在频次表中，无法确定执行次数"));
            var planned = order is { Kind: OrderKind.Herb, Days: null, Quantity: not null } && HerbQuantity.Sets(order) is { } sets
                ? order with { Days = (int)Math.Clamp(decimal.Ceiling(sets), 1, ExecutionTimes.LongestDays) }
                : order;
            var times = ExecutionTimes.Of(planned, frequency, zone, today, out var capped);
            _executions = new PlannedUse[times.Count];
            for (var i = 0; i < _executions.Length; i++)
                _executions[i] = new PlannedUse(times[i], zone.DayNumber(times[i]), 0);
            if (capped)
                Gap(new ExpansionGap("horizon", $"执行次数超过{ExecutionTimes.Most}次，其后未审核"));
        }

        public void AddOrdered()
        {
            var code = dictionary.CodeOf(order);
            var billedAs = BilledAs(code);
            // A drug is billed itself and has its map beside it; a service is billed as the map says.
            var itself = billedAs.Count == 0 || (order.Kind != OrderKind.Service && !Names(billedAs, code));
            if (itself && code is null)
                Gap(new ExpansionGap(ExpansionGap.UnmappedCode, $"医院编码“{order.ItemHospitalCode}”没有对照到医保目录"));
            else if (itself)
                AddItem(code!);
            foreach (var row in billedAs)
                AddRow(row.ItemCode, row.Quantity, row.Per, order.Kind == OrderKind.Service ? order.Quantity?.Value ?? 1 : 1);
        }

        public void AddRoute(string route)
        {
            foreach (var row in dictionary.RouteCharges(route))
            {
                if (row.InForce(day))
                    AddRow(row.ItemCode, row.Quantity, row.Per, 1);
            }
        }

        private readonly List<OrderCharge> BilledAs(string? itemCode)
        {
            var rows = InForce(order.ItemHospitalCode);
            return rows.Count > 0 ? rows : InForce(itemCode);
        }

        private static bool Names(List<OrderCharge> rows, string? code)
        {
            foreach (var row in rows)
            {
                if (row.ItemCode == code)
                    return true;
            }
            return false;
        }

        private readonly List<OrderCharge> InForce(string? code)
        {
            List<OrderCharge>? rows = null;
            if (code is not null)
            {
                foreach (var row in dictionary.OrderCharges(code))
                {
                    if (row.InForce(day))
                        (rows ??= []).Add(row);
                }
            }
            return rows ?? NoRows;
        }

        private void AddItem(string code)
        {
            var item = catalogue.FindItem(code, day);
            if (item is null)
            {
                // Not in the catalogue: the quantity as it was ordered, in whatever unit.
                Add(Line(code, null, OrderedQuantity.Each(_executions, order.Quantity?.Value ?? 1), ordered: true));
                return;
            }
            var uses = OrderedQuantity.Of(order, item, dictionary, _executions, out var gap);
            if (gap is not null)
                Gap(gap);
            Add(Line(code, item, uses ?? _executions, ordered: true, quantityKnown: uses is not null));
        }

        private void AddRow(string code, decimal quantity, ChargePer per, decimal times)
        {
            var uses = per switch
            {
                ChargePer.Execution => OrderedQuantity.Each(_executions, quantity * times),
                ChargePer.Day => OrderedQuantity.Each([.. _executions.DistinctBy(use => use.Day)], quantity),
                _ => OrderedQuantity.Each(_executions.AsSpan(0, Math.Min(1, _executions.Length)), quantity),
            };
            Add(Line(code, catalogue.FindItem(code, day), uses, ordered: false));
        }

        /// <summary>Most orders are billed as one item.</summary>
        private void Add(ExpectedLine line) => (_lines ??= new(1)).Add(line);

        private void Gap(ExpansionGap gap) => (_gaps ??= []).Add(gap);

        private readonly ExpectedLine Line(string code, CatalogueItem? item, PlannedUse[] uses, bool ordered, bool quantityKnown = true) => new()
        {
            ItemCode = code,
            Item = item,
            ItemName = item?.Name ?? (code == order.ItemCode ? order.ItemName : null),
            Unit = item?.Unit ?? order.Quantity?.Unit,
            UnitPrice = (ordered ? OrderedPrice.PerUnit(order, item, quantityKnown ? uses : []) : null) ?? dictionary.PriceOf(code, day),
            Uses = ImmutableCollectionsMarshal.AsImmutableArray(uses),
            QuantityKnown = quantityKnown,
            IsOrderedItem = ordered,
        };
    }
}

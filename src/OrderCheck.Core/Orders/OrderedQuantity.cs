using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Orders;

/// <summary>How much of its item an order takes at each execution, in the billed unit.</summary>
internal static class OrderedQuantity
{
    /// <summary>Quantities of a dose that never ends, 1 ÷ 3, are kept to so many decimals, as NHSA's cnt is.</summary>
    private const int Decimals = 4;

    /// <returns>The executions with their quantities; null with a gap where these cannot be told.</returns>
    public static PlannedUse[]? Of(
        Order order, CatalogueItem item, HospitalDictionary dictionary, PlannedUse[] executions, out ExpansionGap? gap)
    {
        gap = null;
        if (order.Kind == OrderKind.Herb)
            return Herb(order, item, dictionary, executions, out gap);
        if (order.Quantity is { } ordered)
            return ToBilled(ordered.Value, ordered.Unit, item, dictionary, out gap) is { } each ? Each(executions, each) : null;
        if (order.Dose is null || order.Kind != OrderKind.Drug)
            return Each(executions, 1);
        return FromDose(order, item, dictionary, out gap) is { } units
            ? Rounded(units, dictionary.RoundingOf(item.Code), executions)
            : null;
    }

    /// <summary>Grams a set times sets, a set a day where no days are given; or the weight of all sets, where that is what is told.</summary>
    private static PlannedUse[]? Herb(Order order, CatalogueItem item, HospitalDictionary dictionary, PlannedUse[] executions, out ExpansionGap? gap)
    {
        gap = null;
        if (HerbQuantity.Sets(order) is not { } sets)
        {
            var (value, unit) = (order.Quantity!.Value.Value, order.Quantity!.Value.Unit);
            return ToBilled(value, unit, item, dictionary, out gap) is { } all ? Each(executions, decimal.Round(all / executions.Length, Decimals)) : null;
        }
        var aSet = order.Dose is { } dose ? ToBilled(dose.Value, dose.Unit, item, dictionary, out gap) : 1;
        return aSet is { } each ? Each(executions, decimal.Round(each * sets / executions.Length, Decimals)) : null;
    }

    private static decimal? FromDose(Order order, CatalogueItem item, HospitalDictionary dictionary, out ExpansionGap? gap)
    {
        gap = null;
        var (value, unit) = (order.Dose!.Value.Value, order.Dose.Value.Unit);
        if (string.Equals(unit, item.Unit, StringComparison.OrdinalIgnoreCase))
            return value;
        if (item is { Strength: { } strength, StrengthUnit: { } strengthUnit } && strength > 0)
        {
            if (dictionary.Convert(item.Code, value, unit, strengthUnit) is { } dose)
                return dose / strength;
            gap = new ExpansionGap("no_conversion", $"【{item.Name}】剂量单位“{unit}”无法换算为“{strengthUnit}”");
            return null;
        }
        if (item.Unit is { } billed && dictionary.Convert(item.Code, value, unit, billed) is { } direct)
            return direct;
        gap = new ExpansionGap("no_strength", $"【{item.Name}】目录中没有含量，无法由剂量{order.Dose}计算计费数量");
        return null;
    }

    private static decimal? ToBilled(decimal value, string unit, CatalogueItem item, HospitalDictionary dictionary, out ExpansionGap? gap)
    {
        gap = null;
        if (unit == Quantity.BilledUnit)
            return value;
        var billed = item.Unit is { } itemUnit ? dictionary.Convert(item.Code, value, unit, itemUnit) : value;
        if (billed is not null)
            return billed;
        gap = new ExpansionGap("no_conversion", $"【{item.Name}】数量单位“{unit}”无法换算为计费单位“{item.Unit}”");
        return null;
    }

    private static PlannedUse[] Rounded(decimal units, Rounding rule, PlannedUse[] executions)
    {
        var uses = new PlannedUse[executions.Length];
        var (taken, opened) = (0m, 0m);
        for (var i = 0; i < uses.Length; i++)
        {
            decimal quantity;
            switch (rule)
            {
                case Rounding.UpPerExecution:
                    quantity = decimal.Ceiling(units);
                    break;
                case Rounding.Exact:
                    quantity = decimal.Round(units, Decimals);
                    break;
                default:
                    // A new day opens a new unit; on the same day the next execution takes what is left first.
                    if (i == 0 || executions[i].Day != executions[i - 1].Day)
                        (taken, opened) = (0, 0);
                    taken += units;
                    quantity = Math.Max(0, decimal.Ceiling(taken) - opened);
                    opened += quantity;
                    break;
            }
            uses[i] = executions[i] with { Quantity = quantity };
        }
        return uses;
    }

    /// <summary>The same quantity at each execution.</summary>
    public static PlannedUse[] Each(ReadOnlySpan<PlannedUse> executions, decimal quantity)
    {
        var uses = new PlannedUse[executions.Length];
        for (var i = 0; i < uses.Length; i++)
            uses[i] = executions[i] with { Quantity = quantity };
        return uses;
    }
}

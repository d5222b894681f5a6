using System.Collections.Immutable;
using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Charges;

/// <summary>累计费用: running sums over the charges and refunds, exact. A pure fold: any chunking gives the same.</summary>
public sealed record Totals
{
    // Before Zero, which is made with it: static fields are set in the order of the text.
    private static readonly ImmutableSortedDictionary<string, Money> Empty = ImmutableSortedDictionary.Create<string, Money>(StringComparer.Ordinal);

    public static readonly Totals Zero = new();

    public Money Total { get; private init; }

    /// <summary>By NHSA med_chrgitm_type; "" where it is not known.</summary>
    public ImmutableSortedDictionary<string, Money> ByCategory { get; private init; } = Empty;

    /// <summary>By NHSA chrgitm_lv 01 甲, 02 乙, 03 丙; "" where it is not known.</summary>
    public ImmutableSortedDictionary<string, Money> ByClass { get; private init; } = Empty;

    /// <summary>全自费: lines converted to self-pay, and class 丙.</summary>
    public Money SelfPay { get; private init; }

    /// <summary>What the patient pays of all lines whose share is known, self-pay included.</summary>
    public Money OwnShare { get; private init; }

    public Totals Add(Charge charge)
    {
        var sum = new Sum(this);
        sum.Add(charge);
        return sum.Finish();
    }

    public bool Equals(Totals? other) =>
        other is not null
        && Total == other.Total && SelfPay == other.SelfPay && OwnShare == other.OwnShare
        && SameSums(ByCategory, other.ByCategory) && SameSums(ByClass, other.ByClass);

    public override int GetHashCode() => HashCode.Combine(Total, SelfPay, OwnShare);

    /// <summary>A sum of nothing and no sum are the same: a category whose only line was refunded.</summary>
    private static bool SameSums(ImmutableSortedDictionary<string, Money> left, ImmutableSortedDictionary<string, Money> right) =>
        left.All(pair => right.GetValueOrDefault(pair.Key) == pair.Value)
        && right.All(pair => left.GetValueOrDefault(pair.Key) == pair.Value);

    /// <summary>Totals in the making: many charges cost one change of each sum that they touch.</summary>
    internal sealed class Sum(Totals from)
    {
        private readonly Dictionary<string, Money> _byCategory = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Money> _byClass = new(StringComparer.Ordinal);
        private Money _selfPay = from.SelfPay;
        private Money _ownShare = from.OwnShare;

        public Money Total { get; private set; } = from.Total;

        public void Add(Charge charge)
        {
            Total += charge.Amount;
            AddTo(_byCategory, charge.Category ?? "", charge.Amount);
            AddTo(_byClass, charge.ItemClass ?? "", charge.Amount);
            if (charge.SelfPay || charge.ItemClass == "03")
                _selfPay += charge.Amount;
            if (charge.OwnShare is { } share)
                _ownShare += share;
        }

        public Totals Finish() => new()
        {
            Total = Total,
            ByCategory = Changed(from.ByCategory, _byCategory),
            ByClass = Changed(from.ByClass, _byClass),
            SelfPay = _selfPay,
            OwnShare = _ownShare,
        };

        private static void AddTo(Dictionary<string, Money> sums, string key, Money amount) =>
            sums[key] = sums.GetValueOrDefault(key) + amount;

        private static ImmutableSortedDictionary<string, Money> Changed(ImmutableSortedDictionary<string, Money> sums, Dictionary<string, Money> added)
        {
            foreach (var (key, amount) in added)
                sums = sums.SetItem(key, sums.GetValueOrDefault(key) + amount);
            return sums;
        }
    }
}

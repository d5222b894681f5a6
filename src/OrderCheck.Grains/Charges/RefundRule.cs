using OrderCheck.Core.Charges;
using OrderCheck.Grains.Encounters;

namespace OrderCheck.Grains.Charges;

/// <summary>A refund names a charge of the same encounter, and all refunds of a charge together never pass it.</summary>
/// <param name="originals">Charges that may be refunded, recorded ones and this call's, by id.</param>
/// <param name="before">What was already taken back of a charge before this call.</param>
internal sealed class RefundRule(IReadOnlyDictionary<string, Charge> originals, Func<string, Refunded> before)
{
    private readonly Dictionary<string, Refunded> _taken = new(StringComparer.Ordinal);

    /// <summary>The refund with what it takes over from its original: the item, how it is paid, and on which day the use was.</summary>
    /// <param name="refund">A line with a negative quantity that names its original.</param>
    /// <param name="path">Its place in the call, "charges[3]".</param>
    /// <exception cref="RefusedException">The original is not known, is another item, or is less than what is taken back.</exception>
    public Charge Complete(Charge refund, string path)
    {
        var id = refund.RefundOf!;
        if (!originals.TryGetValue(id, out var original))
            throw new RefusedException(path + ".refund_of", $"Charge {id} is not recorded in this encounter: post it before its refund.");
        if (original.RefundOf is not null)
            throw new RefusedException(path + ".refund_of", $"Charge {id} is a refund itself: name the line that it refunds.");
        if (refund.ItemCode is { } item && original.ItemCode is { } billed && item != billed)
            throw new RefusedException(path + ".item_code", $"The refund is of {item}, but charge {id} is of {billed}.");
        if (refund.Unit is { } unit && original.Unit is { } other && unit != other)
            throw new RefusedException(path + ".unit", $"The refund is in {unit}, but charge {id} is in {other}.");
        Take(refund, original, path);
        return ChargeResolution.ResolveRefund(refund, original);
    }

    private void Take(Charge refund, Charge original, string path)
    {
        var taken = _taken.TryGetValue(original.Id, out var earlier) ? earlier : before(original.Id);
        var quantity = taken.Quantity - refund.Quantity;
        var amount = taken.Amount - refund.Amount;
        if (quantity > original.Quantity)
            throw new RefusedException(path + ".quantity", $"Refunds of charge {original.Id} would come to {quantity}, beyond its {original.Quantity}.");
        if (amount > original.Amount)
            throw new RefusedException(path + ".amount", $"Refunds of charge {original.Id} would come to {amount} yuan, beyond its {original.Amount}.");
        _taken[original.Id] = new Refunded(quantity, amount);
    }
}

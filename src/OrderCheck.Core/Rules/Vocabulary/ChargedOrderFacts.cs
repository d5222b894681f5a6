namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The order that the judged charge carries out, or the item's orders in all where the charge names none. Where an order is
/// judged everything is in order. Rule text calls it <c>order</c>.
/// </summary>
public abstract class ChargedOrderFacts
{
    internal static readonly ChargedOrderFacts Fulfilled = new InOrder();

    /// <summary>
    /// Something that stands was ordered; null where that cannot be told: the named order was not reported yet, or the HIS has
    /// reported no order at all.
    /// </summary>
    public abstract bool? Exists { get; }

    /// <summary>The charge names its order, and the order was reported.</summary>
    public abstract bool IsNamed { get; }

    /// <summary>In the billed unit, up to and with the day; null where it cannot be told from the order.</summary>
    public abstract decimal? Planned { get; }

    /// <summary>Charges less refunds, up to and with the day.</summary>
    public abstract decimal Charged { get; }

    /// <summary>Calendar days from the order's end to the charge; 0 where it had not ended, or no order is named.</summary>
    public abstract int DaysAfterEnd { get; }

    private sealed class InOrder : ChargedOrderFacts
    {
        public override bool? Exists => true;

        public override bool IsNamed => false;

        public override decimal? Planned => 0;

        public override decimal Charged => 0;

        public override int DaysAfterEnd => 0;
    }
}

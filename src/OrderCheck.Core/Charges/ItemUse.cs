namespace OrderCheck.Core.Charges;

/// <summary>
/// One billed use of an item, as small as window functions allow: encounters have thousands. A refund is a negative use at
/// the moment of the charge it refunds, so that every window that held the one holds the other.
/// </summary>
public readonly record struct ItemUse
{
    private const byte Decimals = 4;
    private const decimal TenThousand = 10_000m;

    /// <summary>A quantity takes the lower bits, the day those above: together one word, not three.</summary>
    private const int QuantityBits = 40;
    private const int DayBits = 64 - QuantityBits;

    private readonly long _dayAndQuantity;

    /// <param name="at">See <see cref="At"/>.</param>
    /// <param name="day">See <see cref="Day"/>.</param>
    /// <param name="quantity">With at most four decimals.</param>
    /// <param name="amountMicros">See <see cref="AmountMicros"/>.</param>
    /// <param name="orderId">See <see cref="OrderId"/>.</param>
    /// <exception cref="ArgumentException">The quantity has more than four decimals, or is beyond ±50 million.</exception>
    public ItemUse(long at, int day, decimal quantity, long amountMicros, string? orderId)
    {
        var scaled = quantity * TenThousand;
        if (scaled != decimal.Truncate(scaled) || Math.Abs(scaled) >= 1L << (QuantityBits - 1))
            throw new ArgumentException($"{quantity} has more than {Decimals} decimals, or is too large.", nameof(quantity));
        (At, AmountMicros, OrderId) = (at, amountMicros, orderId);
        _dayAndQuantity = ((long)day << QuantityBits) | ((long)scaled & ((1L << QuantityBits) - 1));
    }

    /// <summary>When the item was used, in UTC ticks.</summary>
    public long At { get; }

    /// <summary>The HIS's amount in millionths of a yuan.</summary>
    public long AmountMicros { get; }

    /// <summary>The order that it carries out; null if the HIS did not say.</summary>
    public string? OrderId { get; }

    /// <summary>The hospital's calendar day of it, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day => (int)(_dayAndQuantity >> QuantityBits);

    /// <summary>In the billed unit.</summary>
    public decimal Quantity => QuantityOf(TenThousandths);

    /// <summary>The quantity times 10 000: sums of whole numbers are exact, and quicker than those of decimals.</summary>
    public long TenThousandths => _dayAndQuantity << DayBits >> DayBits;

    /// <summary>A quantity of so many ten-thousandths, without zeros at its end.</summary>
    public static decimal QuantityOf(long tenThousandths)
    {
        byte decimals = 4;
        var value = tenThousandths;
        while (decimals > 0 && value % 10 == 0)
            (value, decimals) = (value / 10, (byte)(decimals - 1));
        var positive = (ulong)Math.Abs(value);
        return new decimal((int)positive, (int)(positive >> 32), 0, value < 0, decimals);
    }

    public DateTimeOffset Moment => new(At, TimeSpan.Zero);
}

using System.Globalization;

namespace OrderCheck.Core.Amounts;

/// <summary>
/// An amount of yuan, exact to 10⁻⁶ yuan (prices have up to six decimals). It may be negative: refunds are.
/// Arithmetic is checked. Rounding to the fen never happens by itself: see <see cref="RoundToFen"/>.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    private const long MicrosPerYuan = 1_000_000;
    private const long MicrosPerFen = 10_000;
    private const byte DecimalsOfAMicro = 6;
    private const int LongestText = 24;

    private Money(long micros) => Micros = micros;

    /// <summary>The amount in millionths of a yuan.</summary>
    public long Micros { get; }

    public static Money Zero => default;

    public static Money FromMicros(long micros) => new(micros);

    /// <summary>From yuan with at most six decimals.</summary>
    /// <exception cref="ArgumentException">More than six decimals, or beyond ±9.2 × 10¹² yuan.</exception>
    public static Money FromYuan(decimal yuan) =>
        TryFromYuan(yuan, out var money) ? money : throw new ArgumentException($"{yuan} yuan is not an amount of at most six decimals.");

    public static bool TryFromYuan(decimal yuan, out Money money)
    {
        money = default;
        if (Math.Abs(yuan) > (long.MaxValue / MicrosPerYuan) + 1)
            return false;
        var micros = yuan * MicrosPerYuan;
        if (micros != decimal.Truncate(micros) || micros is < long.MinValue or > long.MaxValue)
            return false;
        money = new Money((long)micros);
        return true;
    }

    /// <summary>Reads plain decimal text such as "12.34" or "-0.5": no exponent, no thousands separator, at most six decimals.</summary>
    public static bool TryParse(string? text, out Money money)
    {
        money = default;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && TryFromYuan(yuan, out money);
    }

    /// <summary>Price × quantity, rounded half away from zero to the fen: the amount a bill shows for a line.</summary>
    public Money TimesToFen(decimal quantity) =>
        FromYuan(decimal.Round(ToYuan() * quantity, 2, MidpointRounding.AwayFromZero));

    /// <summary>Nearest fen, half away from zero.</summary>
    public Money RoundToFen()
    {
        var half = Math.Sign(Micros) * MicrosPerFen / 2;
        return new Money((Micros + half) / MicrosPerFen * MicrosPerFen);
    }

    public decimal ToYuan() => Scaled.Down(Micros, DecimalsOfAMicro);

    public int CompareTo(Money other) => Micros.CompareTo(other.Micros);

    /// <summary>Decimal text with at least two and at most six decimals: "12.30", "0.0375".</summary>
    public override string ToString()
    {
        // Digit by digit: a decimal's division and its format cost more than anything else in an answer.
        Span<char> text = stackalloc char[LongestText];
        var end = 0;
        if (Micros < 0)
            text[end++] = '-';
        var magnitude = unchecked(Micros < 0 ? 0 - (ulong)Micros : (ulong)Micros);
        (magnitude / MicrosPerYuan).TryFormat(text[end..], out var whole, provider: CultureInfo.InvariantCulture);
        end += whole;
        text[end++] = '.';
        var decimals = magnitude % MicrosPerYuan;
        for (var unit = (ulong)MicrosPerYuan / 10; unit >= MicrosPerFen || decimals > 0; unit /= 10)
        {
            text[end++] = (char)('0' + (decimals / unit));
            decimals %= unit;
        }
        return new string(text[..end]);
    }

    public static Money operator +(Money left, Money right) => new(checked(left.Micros + right.Micros));

    public static Money operator -(Money left, Money right) => new(checked(left.Micros - right.Micros));

    public static Money operator -(Money value) => new(checked(-value.Micros));

    public static bool operator <(Money left, Money right) => left.Micros < right.Micros;

    public static bool operator >(Money left, Money right) => left.Micros > right.Micros;

    public static bool operator <=(Money left, Money right) => left.Micros <= right.Micros;

    public static bool operator >=(Money left, Money right) => left.Micros >= right.Micros;
}

using System.Globalization;
using CsCheck;
using OrderCheck.Core.Amounts;
using Xunit;

namespace OrderCheck.Core.Tests.Amounts;

/// <summary>What an amount looks like on the wire: the same as a decimal's own format would say, whatever the amount.</summary>
public sealed class AmountTextTests
{
    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(1, "0.000001")]
    [InlineData(-1, "-0.000001")]
    [InlineData(37_500, "0.0375")]
    [InlineData(12_300_000, "12.30")]
    [InlineData(-12_000_000, "-12.00")]
    [InlineData(long.MaxValue, "9223372036854.775807")]
    [InlineData(long.MinValue, "-9223372036854.775808")]
    public void Money_has_two_to_six_decimals(long micros, string text) => Assert.Equal(text, Money.FromMicros(micros).ToString());

    [Fact]
    public void Money_reads_as_its_decimal_would() => Gen.OneOf(Gen.Long, Gen.Long[-2_000_000, 2_000_000], Gen.Long[-500, 500].Select(yuan => yuan * 10_000)).Sample(micros =>
    {
        var text = Money.FromMicros(micros).ToString();

        Assert.Equal(((decimal)micros / 1_000_000).ToString("0.00####", CultureInfo.InvariantCulture), text);
        Assert.True(Money.TryParse(text, out var again));
        Assert.Equal(micros, again.Micros);
    });

    [Fact]
    public void Money_in_yuan_is_what_a_division_would_give_to_the_last_zero() => Gen.OneOf(
        Gen.Long, Gen.Long[-2_000_000, 2_000_000], Gen.Long[-500, 500].Select(yuan => yuan * 1_000_000), Gen.Const(long.MinValue), Gen.Const(long.MaxValue)).Sample(
        micros => Assert.Equal(decimal.GetBits((decimal)micros / 1_000_000), decimal.GetBits(Money.FromMicros(micros).ToYuan())));

    [Theory]
    [InlineData("9223372036854.775807", true)]
    [InlineData("9223372036854.775808", false)]
    [InlineData("-9223372036854.775808", true)]
    [InlineData("-9223372036854.775809", false)]
    [InlineData("9223372036856", false)]
    [InlineData("0.0000001", false)]
    public void Every_amount_that_money_can_be_is_read_and_no_other(string text, bool read) => Assert.Equal(read, Money.TryParse(text, out _));

    [Fact]
    public void A_quantity_reads_as_its_decimal_would() => Gen.Select(Gen.Int[-2_000_000, 2_000_000], Gen.Int[0, 4]).Sample((digits, scale) =>
    {
        var value = new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale);

        Assert.Equal(value.ToString("0.####", CultureInfo.InvariantCulture), Quantity.Text(value));
    });
}

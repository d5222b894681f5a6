using CsCheck;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;
using Xunit;

namespace OrderCheck.Core.Tests.Budgets;

public sealed class BudgetProgressTests
{
    [Theory]
    [InlineData("8000", "10000", "80.0")]
    [InlineData("7995", "10000", "80.0")]
    [InlineData("7994.99", "10000", "79.9")]
    [InlineData("-7995", "10000", "-80.0")]
    [InlineData("0", "10000", "0.0")]
    [InlineData("1", "0", "0")]
    public void The_share_of_the_standard_has_one_decimal_and_its_half_goes_away_from_zero(string cost, string standard, string percent) =>
        Assert.Equal(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), Of(Yuan(cost), Yuan(standard)));

    [Fact]
    public void It_is_what_exact_decimals_say() =>
        Gen.Select(Gen.Long[-(1L << 60), 1L << 60], Gen.Int[0, 60], Gen.Long[1, 1L << 60], Gen.Int[0, 60]).Sample((cost, smaller, standard, less) =>
        {
            var (part, whole) = (Money.FromMicros(cost >> smaller), Money.FromMicros(Math.Max(1, standard >> less)));
            return Of(part, whole) == decimal.Round((decimal)part.Micros * 100 / whole.Micros, 1, MidpointRounding.AwayFromZero);
        });

    private static Money Yuan(string text) => Money.TryParse(text, out var money) ? money : throw new ArgumentException(text);

    private static decimal Of(Money cost, Money standard) => new BudgetProgress("GB15", "示例", cost, standard, Money.Zero).PercentOfStandardCost;
}

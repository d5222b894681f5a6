using OrderCheck.Core.Tables;
using Xunit;

namespace OrderCheck.Core.Tests.Tables;

public sealed class HashedNumbersTests
{
    /// <summary>Few hashes, so that many numbers share one and runs go round the end of the table while it grows.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(5_000)]
    public void All_numbers_with_a_hash_come_in_the_order_in_which_they_were_added(int hashes)
    {
        var random = new Random(hashes);
        var spread = Enumerable.Range(0, hashes).Select(hash => hash % 2 == 0 ? (uint)random.Next() : uint.MaxValue - (uint)hash).ToArray();
        var numbers = new HashedNumbers();
        var expected = spread.Distinct().ToDictionary(static hash => hash, static _ => new List<int>());
        for (var number = 0; number < 3_000; number++)
        {
            var hash = spread[random.Next(hashes)];
            numbers.Add(hash, number);
            expected[hash].Add(number);
        }

        Assert.Equal(3_000, numbers.Count);
        foreach (var (hash, all) in expected)
            Assert.Equal(all, All(numbers, hash));
        Assert.Empty(All(numbers, spread[0] ^ 1).Except(expected.GetValueOrDefault(spread[0] ^ 1, [])));
    }

    [Fact]
    public void Room_that_was_made_beforehand_is_enough()
    {
        var numbers = new HashedNumbers();
        numbers.Expect(10_000);
        var room = numbers.Bytes;
        for (var number = 0; number < 10_000; number++)
            numbers.Add(unchecked((uint)number * 2_654_435_761), number);
        Assert.Equal(room, numbers.Bytes);
        Assert.Equal([9_999], All(numbers, unchecked(9_999u * 2_654_435_761)));
        numbers.Clear();
        Assert.Empty(All(numbers, unchecked(9_999u * 2_654_435_761)));
    }

    private static List<int> All(HashedNumbers numbers, uint hash)
    {
        var found = new List<int>();
        var place = numbers.Begin(hash);
        while (numbers.Next(hash, ref place) is >= 0 and var number)
            found.Add(number);
        return found;
    }
}

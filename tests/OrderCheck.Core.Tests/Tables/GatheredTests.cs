using OrderCheck.Core.Tables;
using Xunit;

namespace OrderCheck.Core.Tests.Tables;

public sealed class GatheredTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16_384)]
    [InlineData(50_000)]
    public void Values_come_in_the_order_in_which_they_were_added_over_all_chunks(int count)
    {
        var gathered = new Gathered<int>();
        for (var value = 0; value < count; value++)
            gathered.Add(value);

        Assert.Equal(count, gathered.Count);
        Assert.Equal(Enumerable.Range(0, count), gathered.Chunks.SelectMany(static chunk => chunk.ToArray()));

        gathered.Clear();
        Assert.Equal(0, gathered.Count);
        Assert.Empty(gathered.Chunks);
    }
}

using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Ledger.Checks;
using Xunit;

namespace OrderCheck.Ledger.Tests.Checks;

public sealed class RecordQueueTests
{
    [Fact]
    public async Task A_record_that_cannot_be_stored_costs_no_other_of_its_batch()
    {
        var stored = new List<object>();
        var gate = new TaskCompletionSource();
        await using var queue = new RecordQueue(100, WriteAsync, NullLogger.Instance);
        for (var i = 0; i < 10; i++)
            Assert.True(queue.TryAdd(i));
        gate.SetResult();
        await queue.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0, 1, 2, 3, 4, 6, 7, 8, 9], stored.Cast<int>());
        Assert.Equal(1, queue.Dropped);

        async Task WriteAsync(IReadOnlyList<object> records)
        {
            await gate.Task;
            if (records.Contains(5))
                throw new ArgumentException("five");
            stored.AddRange(records);
        }
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_counts()
    {
        var gate = new TaskCompletionSource();
        var taken = new TaskCompletionSource();
        await using var queue = new RecordQueue(2, WriteAsync, NullLogger.Instance);
        Assert.True(queue.TryAdd("being written"));
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.True(queue.TryAdd("waiting"));
        Assert.True(queue.TryAdd("waiting, too"));
        Assert.False(queue.TryAdd("one too many"));
        Assert.Equal(1, queue.Dropped);
        gate.SetResult();
        await queue.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, queue.Dropped);

        Task WriteAsync(IReadOnlyList<object> records)
        {
            taken.TrySetResult();
            return gate.Task;
        }
    }
}

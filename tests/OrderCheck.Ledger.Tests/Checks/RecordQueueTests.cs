using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
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

        async Task WriteAsync(IReadOnlyList<object> records, bool sync)
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

        Task WriteAsync(IReadOnlyList<object> records, bool sync)
        {
            taken.TrySetResult();
            return gate.Task;
        }
    }

    [Fact]
    public async Task Large_records_are_committed_in_parts_of_which_the_last_brings_all_to_disk()
    {
        var commits = new List<(int Records, bool Sync)>();
        await using var queue = new RecordQueue(100, WriteAsync, NullLogger.Instance, partBytes: 250);
        for (var i = 0; i < 7; i++)
            Assert.True(queue.TryAdd(Check($"C{i}", bytes: 100)));
        await queue.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(3, false), (3, false), (1, true)], commits);

        Task WriteAsync(IReadOnlyList<object> records, bool sync)
        {
            commits.Add((records.Count, sync));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_record_that_cannot_be_stored_costs_none_of_the_parts_before_and_after_it()
    {
        var stored = new List<string>();
        await using var queue = new RecordQueue(100, WriteAsync, NullLogger.Instance, partBytes: 250);
        for (var i = 0; i < 9; i++)
            Assert.True(queue.TryAdd(Check($"C{i}", bytes: 100)));
        await queue.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["C0", "C1", "C2", "C3", "C5", "C6", "C7", "C8"], stored);
        Assert.Equal(1, queue.Dropped);

        Task WriteAsync(IReadOnlyList<object> records, bool sync)
        {
            var ids = records.Cast<CheckRecord>().Select(record => record.CheckId).ToList();
            if (ids.Contains("C4"))
                throw new ArgumentException("C4");
            stored.AddRange(ids);
            return Task.CompletedTask;
        }
    }

    private static CheckRecord Check(string id, int bytes) => new()
    {
        CheckId = id,
        Encounter = new EncounterKey("H1", "ZY1"),
        Stage = Stage.Order,
        EvaluatedAt = DateTimeOffset.UnixEpoch,
        By = new Caller("H1", Role.Doctor, "内科", "D1"),
        Inputs = new byte[bytes / 2],
        Answer = new byte[bytes - (bytes / 2)],
    };
}

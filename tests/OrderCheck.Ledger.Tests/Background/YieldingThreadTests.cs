using OrderCheck.Ledger.Background;
using Xunit;

namespace OrderCheck.Ledger.Tests.Background;

public sealed class YieldingThreadTests
{
    [Fact]
    public async Task What_is_begun_on_it_stays_on_it_after_every_wait()
    {
        using var thread = new YieldingThread("tested");
        var threads = new List<int>();
        await thread.RunAsync(async () =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Yield();
            threads.Add(Environment.CurrentManagedThreadId);
            threads.Add(await YieldingThread.StayAsync(async () =>
            {
                await Task.Delay(1);
                return Environment.CurrentManagedThreadId;
            }));
            await YieldingThread.StayAsync(() =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                return Task.CompletedTask;
            });
        });
        Assert.Equal(4, threads.Count);
        Assert.Single(threads.Distinct());
        Assert.NotEqual(threads[0], await YieldingThread.StayAsync(() => Task.FromResult(Thread.CurrentThread.IsThreadPoolThread ? 0 : threads[0])));
    }

    [Fact]
    public async Task What_is_left_when_it_ends_is_done_by_the_pool()
    {
        var thread = new YieldingThread("ending");
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = thread.RunAsync(() => gate.Task.WaitAsync(TestContext.Current.CancellationToken));
        thread.Dispose();
        gate.SetResult();
        await left.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.True(await thread.RunAsync(() => Task.CompletedTask).ContinueWith(static done => done.IsCompletedSuccessfully, TaskScheduler.Default));
    }

    [Fact]
    public async Task It_is_ended_as_often_as_anybody_likes_while_it_works()
    {
        for (var round = 0; round < 200; round++)
        {
            var thread = new YieldingThread("ended");
            await thread.RunAsync(static async () => await Task.Yield());
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(thread.Dispose)));
            thread.Dispose();
            await thread.RunAsync(static () => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
    }
}

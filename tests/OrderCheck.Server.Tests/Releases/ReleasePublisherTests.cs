using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Releases;
using OrderCheck.Server.Tests.Identity;
using OrderCheck.Server.Tests.Wire;
using Xunit;

namespace OrderCheck.Server.Tests.Releases;

public sealed class ReleasePublisherTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ordercheck-");
    private readonly MemoryInstallation _store = new();
    private readonly MemoryArchive _archive = new();
    private readonly Readiness _readiness = new();
    private readonly ReleaseKeeper _keeper;
    private readonly ReleaseHolder _releases = new();
    private readonly FakeTimeProvider _time = new();

    public ReleasePublisherTests()
    {
        _keeper = new ReleaseKeeper(_archive, _readiness, _time, NullLogger<ReleaseKeeper>.Instance);
        foreach (var file in Directory.EnumerateFiles(RulesFolder.Path, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(RulesFolder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Prices => Path.Combine(_folder.FullName, "dictionary", "prices.csv");

    public void Dispose()
    {
        _keeper.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_same_folder_keeps_its_number_over_restarts_and_another_gets_the_next()
    {
        Assert.Equal(1, await PublishAsync(_releases));
        Assert.Equal(1, await PublishAsync(new ReleaseHolder()));
        await File.AppendAllTextAsync(Prices, "\n", TestContext.Current.CancellationToken);
        Assert.Equal(2, await PublishAsync(_releases));
        Assert.Equal(2, _releases.Current?.Number);
    }

    [Fact]
    public async Task A_folder_with_a_fault_changes_nothing_and_every_fault_is_told_with_its_place()
    {
        await PublishAsync(_releases);
        var inUse = _releases.Current;
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "payment", "spoiled.json"), "{ \"WorkflowName\": ", TestContext.Current.CancellationToken);
        using var publisher = Publisher(_releases);
        var build = await publisher.PublishAsync(TestContext.Current.CancellationToken);
        Assert.Null(build.Release);
        var fault = Assert.Single(build.Faults);
        Assert.Equal("payment/spoiled.json", fault.File);
        Assert.DoesNotContain("LineNumber", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Line > 0);
        Assert.Same(inUse, _releases.Current);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_and_changes_nothing()
    {
        await PublishAsync(_releases);
        var inUse = _releases.Current;
        var hidden = _folder.FullName + ".next";
        Directory.Move(_folder.FullName, hidden);
        using var publisher = Publisher(_releases);
        var build = await publisher.PublishAsync(TestContext.Current.CancellationToken);
        Directory.Move(hidden, _folder.FullName);
        Assert.Null(build.Release);
        var fault = Assert.Single(build.Faults);
        Assert.Equal((_folder.FullName, "There is no such folder; put a complete rules folder there."), (fault.File, fault.Message));
        Assert.Same(inUse, _releases.Current);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_fault_by_name()
    {
        await PublishAsync(_releases);
        File.Delete(Prices);
        File.CreateSymbolicLink(Prices, Path.Combine(_folder.FullName, "nowhere.csv"));
        using var publisher = Publisher(_releases);
        var build = await publisher.PublishAsync(TestContext.Current.CancellationToken);
        Assert.Contains(build.Faults, fault => fault.File == "dictionary/prices.csv" && fault.Message.StartsWith("The file can't be read", StringComparison.Ordinal));
        Assert.Equal(1, _releases.Current?.Number);
    }

    [Fact]
    public async Task What_cannot_be_archived_is_not_put_into_use()
    {
        await PublishAsync(_releases);
        await File.AppendAllTextAsync(Prices, "\n", TestContext.Current.CancellationToken);
        _archive.Fails = true;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => PublishAsync(_releases));
        Assert.Equal(1, _releases.Current?.Number);
        _archive.Fails = false;
        Assert.Equal(2, await PublishAsync(_releases));
        Assert.True(await _archive.HasAsync(_releases.Current!.Hash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_start_does_not_wait_for_the_archive_which_follows_and_tries_until_it_can()
    {
        _archive.Fails = true;
        await _keeper.StartAsync(TestContext.Current.CancellationToken);
        using var publisher = Publisher(_releases);
        Assert.NotNull((await publisher.OpenAsync(TestContext.Current.CancellationToken)).Release);
        _readiness.Reach();
        await UntilAsync(() => _keeper.IsBehind, "the archive is behind");
        _archive.Fails = false;
        await UntilAsync(() => !_keeper.IsBehind, "the archive has caught up");
        Assert.True(await _archive.HasAsync(_releases.Current!.Hash, TestContext.Current.CancellationToken));
    }

    private async Task UntilAsync(Func<bool> happened, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; !happened(); i++)
        {
            Assert.True(i < 2000, $"Waited in vain: {what}.");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            _time.Advance(ReleaseKeeper.Pause);
        }
    }

    private async Task<long?> PublishAsync(ReleaseHolder releases)
    {
        using var publisher = Publisher(releases);
        var build = await publisher.PublishAsync(TestContext.Current.CancellationToken);
        Assert.Empty(build.Faults);
        return build.Release?.Number;
    }

    private ReleasePublisher Publisher(ReleaseHolder releases) => new(
        releases, _store, _archive, _keeper, FirstRelease.Begin(_folder.FullName), Options.Create(new OrderCheckOptions { Rules = _folder.FullName }), NullLogger<ReleasePublisher>.Instance);
}

using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>Releases are kept as the exact files they were made of, and a damaged one is never taken for a release.</summary>
public abstract class ArchiveContract(Func<StorePlace> makePlace) : StoreContract(makePlace)
{
    private static readonly RuleFolder Folder = new(
    [
        new RuleFile("catalogue/items.csv", "item_code,item_name\n001,甲\r\n"),
        new RuleFile("knowledge/限定.csv", "\uFEFFa,b\n"),
        new RuleFile("payment/empty.json", ""),
    ]);

    [Fact]
    public async Task A_release_comes_back_as_the_same_files_also_after_a_restart()
    {
        var hash = await Store.Releases.KeepAsync(Folder, Cancellation);
        await Store.DisposeAsync();
        var again = await Place.OpenAsync();
        var found = await again.Releases.FindAsync(hash, Cancellation);
        Assert.Equal(Folder.Files, found!.Files);
        Assert.Equal(ReleaseBuilder.HashOf(Folder), hash);
        Assert.True(await again.Releases.HasAsync(hash, Cancellation));
    }

    [Fact]
    public async Task Keeping_the_same_release_again_changes_nothing()
    {
        var first = await Store.Releases.KeepAsync(Folder, Cancellation);
        Assert.Equal(first, await Store.Releases.KeepAsync(Folder, Cancellation));
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.Releases.KeepAsync(Folder with { Files = [Folder.Files[0]] }, Cancellation)));
        Assert.Single(others.Distinct());
        Assert.NotEqual(first, others[0]);
    }

    [Fact]
    public async Task A_release_that_was_never_kept_is_not_found()
    {
        Assert.Null(await Store.Releases.FindAsync(new string('0', 64), Cancellation));
        Assert.False(await Store.Releases.HasAsync(new string('0', 64), Cancellation));
    }

    [Fact]
    public async Task A_blob_with_a_flipped_bit_or_cut_short_is_refused_by_name()
    {
        var hash = await Store.Releases.KeepAsync(Folder, Cancellation);
        var blob = await Place.ReadReleaseAsync(hash);
        List<byte[]> damages = [.. Enumerable.Range(0, blob.Length).Select(i => Flipped(blob, i)), .. Enumerable.Range(1, 20).Select(i => blob[..^i])];
        var refused = 0;
        foreach (var damaged in damages)
        {
            await Place.WriteReleaseAsync(hash, damaged);
            try
            {
                // A bit that the compressor does not need may be flipped without any harm to the files.
                Assert.Equal(Folder.Files, (await Store.Releases.FindAsync(hash, Cancellation))!.Files);
            }
            catch (InvalidDataException damage)
            {
                Assert.Contains(hash, damage.Message, StringComparison.Ordinal);
                refused++;
            }
        }
        Assert.True(refused > damages.Count / 2, $"Only {refused} of {damages.Count} damages were seen.");
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var copy = bytes.ToArray();
        copy[at] ^= 4;
        return copy;
    }
}

using System.IO.Compression;
using System.Text;
using OrderCheck.EndToEnd;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.Client.Tests.Package;

/// <summary>What a HIS vendor gets.</summary>
public sealed class PackageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task The_package_has_both_targets_with_documentation_symbols_readme_and_samples()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await ChildProcess.RunAsync(
            "dotnet",
            ["pack", Path.Combine(Repository.Root, "src", "OrderCheck.Client"), "-c", Repository.Configuration, "--no-build", "-nodeReuse:false", "-o", folder.Path],
            Patience);
        Assert.True(exitCode == 0, output);

        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder.Path, "*.nupkg")));
        using var symbols = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder.Path, "*.snupkg")));

        foreach (var target in (string[])["net10.0", "netstandard2.0"])
        {
            Assert.Contains("CheckOrdersAsync", Text(package, $"lib/{target}/OrderCheck.Client.xml"));
            Assert.NotNull(package.GetEntry($"lib/{target}/OrderCheck.Client.dll"));
            // Where it was built is nobody's business.
            Assert.DoesNotContain(Repository.Root, Text(package, $"lib/{target}/OrderCheck.Client.dll"));
            Assert.DoesNotContain(Repository.Root, Text(symbols, $"lib/{target}/OrderCheck.Client.pdb"));
        }

        Assert.Contains("中文快速上手", Text(package, "README.md"));
        Assert.NotNull(package.GetEntry("samples/ordercheck.js"));
        Assert.NotNull(package.GetEntry("samples/ordercheck.sh"));
        var manifest = Text(package, "OrderCheck.Client.nuspec");
        foreach (var part in (string[])["<id>OrderCheck.Client</id>", "<readme>README.md</readme>", "<tags>HIS ", "id=\"Polly.Core\"", "id=\"Google.Protobuf\""])
            Assert.Contains(part, manifest);
        Assert.DoesNotContain("id=\"OrderCheck.", manifest);
        Assert.DoesNotContain("id=\"Grpc.Tools\"", manifest);
    }

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)?.Open() ?? throw new FileNotFoundException(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

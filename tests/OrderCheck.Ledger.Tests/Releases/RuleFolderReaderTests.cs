using System.Text;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;
using Xunit;

namespace OrderCheck.Ledger.Tests.Releases;

public sealed class RuleFolderReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ordercheck-rules-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string path, byte[] bytes)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    private void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Json_and_csv_files_are_read_in_the_order_of_their_paths_and_others_left_alone()
    {
        Write("payment/sex.json", "{}");
        Write("knowledge/sex_limits.csv", "\uFEFFitem_code,sex\n");
        Write("README.md", "说明");
        Write("payment/sex.json~", "旧");

        var folder = RuleFolderReader.Read(_folder);

        Assert.Equal(
            [new RuleFile("knowledge/sex_limits.csv", "\uFEFFitem_code,sex\n"), new RuleFile("payment/sex.json", "{}")],
            folder.Files);
        Assert.Empty(folder.ReadFaults);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_a_fault_at_its_line_and_column()
    {
        // 男 in GB 18030, the encoding in which Chinese spreadsheets save CSV.
        Write("knowledge/sex_limits.csv", [.. "item_code,sex\n限,"u8, 0xC4, 0xD0, (byte)'\n']);

        var folder = RuleFolderReader.Read(_folder);

        var fault = Assert.Single(folder.ReadFaults);
        Assert.Equal(("knowledge/sex_limits.csv", 2, 3), (fault.File, fault.Line, fault.Column));
        Assert.Contains("not UTF-8", fault.Message);
        Assert.Empty(folder.Files);
        Assert.Contains(fault, ReleaseBuilder.Build(folder, 1).Faults);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_of() =>
        Assert.Throws<DirectoryNotFoundException>(() => RuleFolderReader.Read(Path.Combine(_folder, "none")));
}

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

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_large_file_is_read_whole_wherever_its_characters_meet_the_pieces_that_it_is_read_in(int before)
    {
        var text = new string('a', before) + string.Concat(Enumerable.Repeat("项", 300_000));
        Write("knowledge/sex_limits.csv", text);

        var folder = RuleFolderReader.Read(_folder);

        Assert.Empty(folder.ReadFaults);
        Assert.Equal(text, Assert.Single(folder.Files).Text);
    }

    [Theory]
    [InlineData("a", 1)]
    [InlineData("项", 3)]
    public void A_byte_that_is_not_UTF8_is_found_behind_the_first_piece_of_a_large_file(string character, int size)
    {
        Write("knowledge/sex_limits.csv", [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(character, 1_000_000 / size)) + "\n限"), 0xC4]);

        var fault = Assert.Single(RuleFolderReader.Read(_folder).ReadFaults);

        Assert.Equal(("knowledge/sex_limits.csv", 2, 2), (fault.File, fault.Line, fault.Column));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_of() =>
        Assert.Throws<DirectoryNotFoundException>(() => RuleFolderReader.Read(Path.Combine(_folder, "none")));
}

using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Import;
using OrderCheck.Core.Grouping.Schemes;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

public sealed class WorkbookImportTests
{
    [Fact]
    public void The_official_witnesses_of_3_0_get_their_groups_by_rules_of_the_official_shapes()
    {
        ReferenceTables.SkipUnlessPresent();
        var cases = LabelledCase.Read("chs-drg-3.0_official_witness_cases.csv");
        var import = WorkbookImport.Read(WitnessWorkbook.Of(cases), _ => null);
        Assert.Empty(import.Faults);
        var grouper = new Grouper(SchemeBuilder.Build(import.Files).Scheme!);

        var wrong = cases.Where(row => grouper.Group(row.Case).Drg != row.Columns["expected_drg"])
            .Select(row => $"{row.Id}: {grouper.Group(row.Case).Drg} for {row.Columns["expected_drg"]}");

        Assert.Equal(128, cases.Count);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Header_rows_a_blank_first_column_capitals_and_escaped_returns_are_read_as_meant()
    {
        var import = WorkbookImport.Read(SmallWorkbook.Sheets(), _ => null);
        var grouper = new Grouper(SchemeBuilder.Build(import.Files).Scheme!);

        Assert.Equal("IC29", grouper.Group(Inpatient.Male(50).With("S72").Operated("81.5", "81.6")).Drg);
        Assert.Equal("IQY", grouper.Group(Inpatient.Male(50).With("S72").Operated("81.6", "81.6")).Drg);
        Assert.Equal("I000", grouper.Group(Inpatient.Male(50).With("S72")).Drg);
        Assert.Equal("OP_NONE", Assert.Single(import.Warnings).Split(' ').Single(word => word.StartsWith("OP_", StringComparison.Ordinal)).TrimEnd(':'));
    }

    [Fact]
    public void Codes_that_no_code_table_has_are_counted()
    {
        var import = WorkbookImport.Read(SmallWorkbook.Sheets(), file => file == "icd10_yb_2.0.csv" ? "code,name\nJ96,respiratory failure\n" : null);

        Assert.Equal(1, import.CodesInNoTable);
    }

    [Theory]
    [InlineData("ADRG", 2, 4, "ZYSS un OP_ALL", "Line 1, character 6 of the rule: 'un' stands where")]
    [InlineData("MDC", 3, 4, "first", "The place 'first' is no whole number")]
    [InlineData("ADRG", 2, 5, "I", "'I' is no MDC")]
    [InlineData("集合", 3, 1, "BONES", "'BONES' is no set name")]
    [InlineData("CC", 2, 4, "XCC", "'XCC' is neither MCC nor CC")]
    public void A_fault_names_sheet_row_and_column(string sheet, int row, int column, string cell, string message)
    {
        var import = WorkbookImport.Read(SmallWorkbook.With(sheet, row, column, cell), _ => null);

        var fault = Assert.Single(import.Faults);
        Assert.Equal(($"sheet {sheet}", row, column), (fault.File, fault.Line, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_sheet_is_named()
    {
        var import = WorkbookImport.Read([.. SmallWorkbook.Sheets().Where(sheet => sheet.Name != "排除表")], _ => null);

        Assert.Equal("sheet 排除表", Assert.Single(import.Faults).File);
    }
}

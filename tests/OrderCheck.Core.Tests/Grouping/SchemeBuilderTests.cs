using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

public sealed class SchemeBuilderTests
{
    [Fact]
    public void The_small_scheme_has_no_fault() => Assert.Empty(SchemeBuilder.Build(SmallScheme.Files()).Faults);

    [Theory]
    [InlineData(SchemeFiles.Adrg, "ZYZD in DI_B00 and ZYSS in OP_BB1", "ZYZD in DI_B00 and ZYSS on OP_BB1", 6, 55, "'on' stands where")]
    [InlineData(SchemeFiles.Adrg, "{ZYZD, QTZD} in DI_PS1", "{ZYZD, QTZD} in DI_PS9", 3, 51, "no set DI_PS9")]
    [InlineData(SchemeFiles.Drg, "BB2H,,BB2,1,NL>=70", "BB2H,,BB2,first,NL>=70", 9, 11, "'first' is no whole number")]
    [InlineData(SchemeFiles.Adrg, "YR1,HIV,MDCY,medical", "YR1,HIV,MDCY,magical", 16, 14, "'magical' is none of")]
    [InlineData(SchemeFiles.Sets, "DI_B00,B01", "B00,B01", 3, 1, "'B00' is no set name")]
    [InlineData(SchemeFiles.Complications, "CC1,CC,1", "CC1,XX,1", 3, 5, "'XX' is neither MCC nor CC")]
    [InlineData(SchemeFiles.DiagnosisMap, "B01x,B01", "B01x,B99", 2, 6, "'B99' is no insurance-edition code")]
    public void A_fault_is_found_at_its_line_and_column(string file, string good, string bad, int line, int column, string message)
    {
        var build = SchemeBuilder.Build(SmallScheme.Files(file, text => text.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Null(build.Scheme);
        var fault = Assert.Single(build.Faults);
        Assert.Equal((file, line, column), (fault.File, fault.Line, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_reported_not_only_the_first()
    {
        var build = SchemeBuilder.Build(SmallScheme.Files(SchemeFiles.Sets, _ => "set,code"));

        Assert.True(build.Faults.Count > 10);
    }

    [Fact]
    public void A_folder_that_is_no_scheme_is_refused_with_what_to_do()
    {
        var build = SchemeBuilder.Build(Array.Empty<RuleFile>());

        Assert.Contains("import drg-scheme", Assert.Single(build.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_manifest_is_refused_where_it_breaks()
    {
        var build = SchemeBuilder.Build(SmallScheme.Files(SchemeFiles.Manifest, _ => "{\n  \"name\": oops }"));

        Assert.Equal(2, Assert.Single(build.Faults).Line);
    }
}

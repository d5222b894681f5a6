using OrderCheck.Interop.Nhsa;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

public sealed class JudgementIdTests
{
    private static readonly Guid Check = Guid.Parse("0198c0de-1111-7222-8333-444455556666");

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void A_result_leads_back_to_its_check_and_finding_within_fifty_characters(int index)
    {
        var text = new JudgementId(Check, index).ToString();

        Assert.InRange(text.Length, 1, 50);
        Assert.Equal(new JudgementId(Check, index), JudgementId.Read(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("OC")]
    [InlineData("320100202603150001")]
    [InlineData("OC-1")]
    [InlineData("OC0198c0de111172228333444455556666")]
    [InlineData("OC0198c0de111172228333444455556666-x")]
    public void An_id_of_somebody_else_is_none_of_ours(string text) => Assert.Null(JudgementId.Read(text));
}

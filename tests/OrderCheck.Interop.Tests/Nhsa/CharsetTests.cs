using System.Text;
using System.Text.Json;
using OrderCheck.Interop.Nhsa;
using Xunit;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>Bodies in the characters that their callers declare; a name in rare ones is the same on its way in and out.</summary>
public sealed class CharsetTests
{
    /// <summary>Beyond the basic plane, of GB18030's four-byte area, of 2022's additions, and everyday ones.</summary>
    private const string Rare = "𠮷㐂䶮𬺓龻张伟·ĀЖ€";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    [Theory]
    [InlineData("GB18030")]
    [InlineData("gbk")]
    [InlineData("\"GB2312\"")]
    public void A_body_of_GB18030_is_read_to_the_character(string charset)
    {
        var (request, fault) = Read(Body.Inpatient().With(one => one.Patient["patn_name"] = Rare).Bytes(Gb18030), charset);

        Assert.Null(fault);
        Assert.Equal(Rare, request!.Visits[0].PatientName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("UTF-8")]
    public void Without_a_charset_a_body_is_UTF_8(string? charset) =>
        Assert.Equal(Rare, Read(Body.Inpatient().With(one => one.Patient["patn_name"] = Rare).Bytes(), charset).Value!.Visits[0].PatientName);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("gb18030", false)]
    [InlineData("gbk", true)]
    [InlineData("gb2312", true)]
    public void An_answer_comes_back_in_the_characters_of_its_question_and_loses_none(string charset, bool lacksSome)
    {
        var body = Body.Inpatient().With(one => (one.Line(1)["hilist_code"], one.Line(1)["hilist_name"], one.Data["task_id"]) = ("0099", Rare, Rare));
        var encoding = charset == "utf-8" ? Encoding.UTF8 : lacksSome ? Gbk : Gb18030;
        var request = Read(body.Bytes(), "utf-8").Value!;

        var bytes = Bench.Write(request, Bench.Judge(request), charset: charset);
        var answer = JsonDocument.Parse(encoding.GetString(bytes)).RootElement;

        Assert.Contains(answer.Rows(), row => row.Text("vola_cont").Contains(Rare, StringComparison.Ordinal));
        Assert.All(answer.Rows(), row => Assert.Equal(Rare, row.Text("task_id")));
        Assert.DoesNotContain((byte)'?', bytes);
    }

    [Fact]
    public void Bytes_that_are_not_of_their_charset_are_refused_with_what_is_allowed()
    {
        Assert.Contains("charset", Read(Body.Inpatient().Bytes(Gb18030), null).Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("GB18030", Read([0x22, 0xFF, 0xFF, 0x22], "gb18030").Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("utf-8、gb18030", Read(Body.Inpatient().Bytes(), "big5").Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Null(Read([0xEF, 0xBB, 0xBF, .. Body.Inpatient().Bytes()], null).Fault);

    private static NhsaReading<NhsaRequest> Read(byte[] bytes, string? charset) => NhsaReader.ReadAudit(bytes, charset, Repository.National, Body.Zone, Body.Now);
}

using OrderCheck.Server.Json.Lines;
using Xunit;

namespace OrderCheck.Server.Tests.Json;

public sealed class CallDeadlineTests
{
    [Theory]
    [InlineData("2H", 7200)]
    [InlineData("3M", 180)]
    [InlineData("90S", 90)]
    [InlineData("300m", 0.3)]
    [InlineData("20000u", 0.02)]
    [InlineData("99999999n", 0.0999999)]
    [InlineData("99999999H", 359999996400)]
    public void It_is_read_as_gRPC_writes_it(string text, double seconds) => Assert.Equal(seconds, CallDeadline.Read(text)!.Value.TotalSeconds);

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("90")]
    [InlineData("90s")]
    [InlineData("-1S")]
    [InlineData("1.5S")]
    [InlineData("123456789S")]
    public void What_is_no_such_time_is_not_read(string text) => Assert.Null(CallDeadline.Read(text));
}

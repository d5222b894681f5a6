using Google.Protobuf.WellKnownTypes;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Ledger.Tests.Wire;

public sealed class TitleRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", true)]
    [InlineData("主治医师", true)]
    [InlineData("其他", true)]
    [InlineData("主治", false)]
    [InlineData("3", false)]
    public void A_doctors_title_is_one_that_rules_know(string title, bool accepted)
    {
        var reader = FieldReader.ForRequest(Now);
        FactReader.Orders(reader, [new Order { Id = "o1", Kind = OrderKind.Drug, ItemCode = "0043", StartAt = Timestamp.FromDateTimeOffset(Now), DoctorTitle = title }]);

        if (accepted)
            Assert.Empty(reader.Violations);
        else
            Assert.Equal(("orders[0].doctor_title", "其他, 医士, 住院医师, 主治医师, 副主任医师, 主任医师"), Assert.Single(reader.Violations) is var one ? (one.Path, one.Allowed) : default);
    }
}

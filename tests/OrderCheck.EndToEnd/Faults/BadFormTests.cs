using Google.Protobuf;
using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Faults;

/// <summary>Bad form is refused by field, value and what is allowed, and nothing of the call is recorded.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class BadFormTests(SharedServer shared)
{
    private readonly His _his = shared.His;

    [Fact]
    public async Task A_quantity_that_nobody_means_is_refused_by_its_field()
    {
        var refusal = await Refusal.OfAsync(() => _his.CheckAsync("bad-quantity", Facts.Service("o1", StarterItems.Plain, quantity: "100000000")));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Contains("100000000", refusal.Field("orders[0].quantity.value").Description);
    }

    [Fact]
    public async Task A_price_of_seven_decimals_is_refused_and_the_lines_beside_it_are_not_recorded()
    {
        await _his.ReportAsync("bad-price", "r1", Facts.Admit("bad-price"));

        var refusal = await Refusal.OfAsync(() => _his.PostAsync(
            "bad-price",
            "r2",
            Facts.Charge("c1", StarterItems.Plain),
            new Charge(Facts.Charge("c2", StarterItems.Plain)) { UnitPrice = "0.1234567" }));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Contains("0.1234567", refusal.Field("charges[1].unit_price").Description);
        Assert.Equal(0, (await _his.DescribeAsync("bad-price")).ChargeLines);
    }

    [Theory]
    [InlineData("1,000.00")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("")]
    public async Task An_amount_that_is_no_plain_decimal_is_refused(string amount)
    {
        var charge = new Charge(Facts.Charge("c1", StarterItems.Plain)) { Amount = amount };

        var refusal = await Refusal.OfAsync(() => _his.PostAsync("bad-amount", "r1", charge));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        refusal.Field("charges[0].amount");
    }

    [Fact]
    public async Task A_time_from_a_clock_that_jumped_is_refused()
    {
        var charge = Facts.Charge("c1", StarterItems.Plain, at: Facts.Now.AddYears(50));

        var refusal = await Refusal.OfAsync(() => _his.PostAsync("bad-clock", "r1", charge));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        refusal.Field("charges[0].occurred_at");
    }

    [Fact]
    public async Task All_faults_of_a_call_are_named_at_once()
    {
        var refusal = await Refusal.OfAsync(() => _his.PostAsync(
            "bad-many",
            "r1",
            new Charge(Facts.Charge("c1", StarterItems.Plain)) { UnitPrice = "-1", Quantity = "x" },
            Facts.Charge("", StarterItems.Plain)));

        Assert.Contains(refusal.Fields, field => field.Field == "charges[0].unit_price");
        Assert.Contains(refusal.Fields, field => field.Field == "charges[0].quantity");
        Assert.Contains(refusal.Fields, field => field.Field == "charges[1].id");
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_and_the_server_goes_on()
    {
        var huge = Facts.Service("o1", StarterItems.Plain);
        huge.ItemName = new string('长', 8_000_000);

        var refusal = await Refusal.OfAsync(() => _his.CheckAsync("too-long", huge));

        Assert.Equal(StatusCode.ResourceExhausted, refusal.Code);
        Assert.NotEmpty((await _his.CheckAsync("too-long", Facts.Service("o1", StarterItems.Plain))).CheckId);
    }

    [Fact]
    public async Task A_text_that_is_not_UTF_8_is_refused_and_the_server_goes_on()
    {
        // PostChargesRequest.request_id (field 2, length-delimited) with two bytes that no UTF-8 text has.
        byte[] request = [0x12, 0x02, 0xFF, 0xFE];
        var bytes = new Marshaller<byte[]>(static body => body, static body => body);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "ordercheck.v1.OrderCheckService", "PostCharges", bytes, bytes);

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await _his.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, _his.Options, request));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains("UTF-8", refused.Status.Detail);
        Assert.NotEmpty((await _his.CheckAsync("not-utf8", Facts.Service("o1", StarterItems.Plain))).CheckId);
    }

    [Fact]
    public async Task Bytes_that_are_no_message_are_refused_and_the_server_goes_on()
    {
        var bytes = new Marshaller<byte[]>(static body => body, static body => body);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "ordercheck.v1.OrderCheckService", "CheckOrders", bytes, bytes);

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await _his.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, _his.Options, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF]));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.NotEmpty((await _his.CheckAsync("no-message", Facts.Service("o1", StarterItems.Plain))).CheckId);
    }

    [Fact]
    public async Task A_refused_value_with_a_patients_name_in_it_is_not_repeated_in_the_log()
    {
        var admission = Facts.Admit("named");
        admission.Admit.Stay.Bed = Facts.PatientName + new string('床', 200);

        await Refusal.OfAsync(() => _his.ReportAsync("named", "r1", admission));

        Assert.DoesNotContain(Facts.PatientName, shared.Server.Output);
    }

    [Fact]
    public void The_name_really_is_in_what_is_sent() =>
        Assert.Contains(Facts.PatientName, Facts.Admit("v").ToByteString().ToStringUtf8());
}

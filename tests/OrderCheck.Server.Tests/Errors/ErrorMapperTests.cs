using Google.Rpc;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Identity;
using Xunit;

namespace OrderCheck.Server.Tests.Errors;

public sealed class ErrorMapperTests
{
    public static TheoryData<Exception, Code, string> Known() => new()
    {
        { new MalformedException([new FieldViolation("charges[3].unit_price", "\"x\" is not an amount", "a number")]), Code.InvalidArgument, "bad_form" },
        { new RefusedException("facts[3].refund_of", "goes beyond the original"), Code.InvalidArgument, "refused" },
        { new ConflictException("charge", "c1", "Charge c1 has other content."), Code.AlreadyExists, "id_reused" },
        { new ConflictException("request", "r1", "Request r1 had other content."), Code.AlreadyExists, "request_id_reused" },
        { new UnknownHospitalException("H9"), Code.NotFound, "unknown_hospital" },
        { new NotFoundException("unknown_check", "No check of that id."), Code.NotFound, "unknown_check" },
        { new NotPermittedException(Role.Nurse, "SignOrders"), Code.PermissionDenied, "not_permitted" },
        { new UnauthenticatedException("No key."), Code.Unauthenticated, "unauthenticated" },
        { new LedgerUnavailableException("store_full", "disk I/O error at /data/ledger.db"), Code.Unavailable, "store_full" },
        { new TimeoutException(), Code.DeadlineExceeded, "deadline" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Each_failure_has_its_status_and_a_stable_reason(Exception error, Code code, string reason)
    {
        var status = ErrorMapper.Map(error, "charges")!;
        Assert.Equal((int)code, status.Code);
        var info = status.GetDetail<ErrorInfo>()!;
        Assert.Equal((reason, "ordercheck"), (info.Reason, info.Domain));
    }

    [Fact]
    public void Bad_form_lists_every_field()
    {
        var error = new MalformedException([new FieldViolation("a", "is bad", "good"), new FieldViolation("b", "is worse", "better")]);
        var fields = ErrorMapper.Map(error, "charges")!.GetDetail<BadRequest>()!.FieldViolations;
        Assert.Equal([("a", "is bad; allowed: good"), ("b", "is worse; allowed: better")], fields.Select(static f => (f.Field, f.Description)));
    }

    [Fact]
    public void A_refused_fact_is_named_as_the_sender_calls_it()
    {
        var status = ErrorMapper.Map(new RefusedException("facts[3].refund_of", "goes beyond the original"), "charges")!;
        Assert.Equal("charges[3].refund_of", Assert.Single(status.GetDetail<BadRequest>()!.FieldViolations).Field);
    }

    [Fact]
    public void The_stores_own_words_stay_inside()
    {
        var status = ErrorMapper.Map(new LedgerUnavailableException("store_full", "disk I/O error at /data/ledger.db"), "charges")!;
        Assert.DoesNotContain("/data", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_expected_is_told_by_its_error_id_alone()
    {
        Assert.Null(ErrorMapper.Map(new InvalidOperationException("secret"), "charges"));
        Assert.Contains("abc123", ErrorMapper.Internal("abc123").Message, StringComparison.Ordinal);
    }
}

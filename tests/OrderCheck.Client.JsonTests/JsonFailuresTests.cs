using System.Net;
using OrderCheck.Client.Wire;
using Xunit;

namespace OrderCheck.Client.JsonTests;

/// <summary>What a refused call's body says, in the shapes in which it is met.</summary>
public sealed class JsonFailuresTests
{
    [Theory]
    [InlineData("""
        {"code":3,"message":"1 field is not well-formed.","details":[
          {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"bad_form","domain":"ordercheck","metadata":{}},
          {"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"orders[0].id","description":"is required"}]}]}
        """)]
    [InlineData("""
        {"type":"about:blank","title":"Bad Request","status":400,"detail":"1 field is not well-formed.","code":"INVALID_ARGUMENT",
         "reason":"bad_form","violations":[{"field":"orders[0].id","description":"is required"}]}
        """)]
    [InlineData("""
        {"title":"Bad Request","status":400,"detail":"1 field is not well-formed.","code":3,"reason":"bad_form",
         "violations":[{"field":"orders[0].id","description":"is required"}],"traceId":"of a later version"}
        """)]
    public void Bad_form_is_read_with_its_reason_and_fields(string body)
    {
        var failure = JsonFailures.Read(HttpStatusCode.BadRequest, body);

        Assert.Equal((FailureKind.BadForm, "bad_form", "1 field is not well-formed."), (failure.Kind, failure.Reason, failure.Message));
        var violation = Assert.Single(failure.Violations);
        Assert.Equal(("orders[0].id", "is required"), (violation.Field, violation.Description));
    }

    [Theory]
    [InlineData(503, "<html>")]
    [InlineData(502, "")]
    [InlineData(500, "{}")]
    [InlineData(504, "null")]
    public void A_proxys_error_of_the_service_may_pass(int status, string body) =>
        Assert.Equal(FailureKind.Unavailable, JsonFailures.Read((HttpStatusCode)status, body).Kind);

    [Theory]
    [InlineData(404, "<html>")]
    [InlineData(401, "[]")]
    [InlineData(400, """{"code":"no such code"}""")]
    [InlineData(400, """{"code":17}""")]
    [InlineData(400, """{"code":{"deep":[[[]]]}}""")]
    [InlineData(302, "")]
    public void A_refusal_that_is_not_OrderChecks_refuses_nothing(int status, string body) =>
        Assert.Equal(FailureKind.Unreadable, JsonFailures.Read((HttpStatusCode)status, body).Kind);

    [Theory]
    [InlineData("""{"code":14,"reason":"store_down"}""", FailureKind.Unavailable, "store_down")]
    [InlineData("""{"code":"AlreadyExists","reason":"id_reused"}""", FailureKind.Conflict, "id_reused")]
    [InlineData("""{"code":8,"message":"The message is too large."}""", FailureKind.BadForm, "too_large")]
    [InlineData("""{"code":8,"reason":"overloaded"}""", FailureKind.Unavailable, "overloaded")]
    [InlineData("""{"code":13}""", FailureKind.ServerFault, "internal")]
    [InlineData("""{"code":12}""", FailureKind.Unreadable, "unreadable_answer")]
    public void Every_status_has_its_kind(string body, FailureKind kind, string reason)
    {
        var failure = JsonFailures.Read(HttpStatusCode.InternalServerError, body);

        Assert.Equal((kind, reason), (failure.Kind, failure.Reason));
    }
}

using System.Net;
using OrderCheck.Client.Wire;
using Xunit;

namespace OrderCheck.Client.JsonTests;

/// <summary>What a refused call's body says, in problem details and without.</summary>
public sealed class JsonFailuresTests
{
    [Theory]
    [InlineData("""
        {"type":"urn:ordercheck:problem:bad_form","title":"The request is not well-formed","status":400,
         "detail":"1 field is not well-formed.","code":"INVALID_ARGUMENT","reason":"bad_form","domain":"ordercheck",
         "violations":[{"field":"orders[0].id","description":"is required"}]}
        """)]
    [InlineData("""
        {"detail":"1 field is not well-formed.","code":"INVALID_ARGUMENT","reason":"bad_form","traceId":"of a later version",
         "violations":["of a later version",{"field":"orders[0].id","description":"is required","severity":1}]}
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
    [InlineData(400, """{"code":3}""")]
    [InlineData(400, """{"code":"3"}""")]
    [InlineData(400, """{"code":{"deep":[[[]]]}}""")]
    [InlineData(302, "")]
    public void A_refusal_that_is_not_OrderChecks_refuses_nothing(int status, string body) =>
        Assert.Equal(FailureKind.Unreadable, JsonFailures.Read((HttpStatusCode)status, body).Kind);

    [Theory]
    [InlineData("""{"code":"UNAVAILABLE","reason":"store_down"}""", FailureKind.Unavailable, "store_down")]
    [InlineData("""{"code":"ALREADY_EXISTS","reason":"id_reused"}""", FailureKind.Conflict, "id_reused")]
    [InlineData("""{"code":"RESOURCE_EXHAUSTED","detail":"At most 4194304 bytes are read.","reason":"too_large"}""", FailureKind.BadForm, "too_large")]
    [InlineData("""{"code":"RESOURCE_EXHAUSTED","reason":"overloaded"}""", FailureKind.Unavailable, "overloaded")]
    [InlineData("""{"code":"INTERNAL"}""", FailureKind.ServerFault, "internal")]
    [InlineData("""{"code":"UNIMPLEMENTED"}""", FailureKind.Unreadable, "unreadable_answer")]
    public void Every_status_has_its_kind(string body, FailureKind kind, string reason)
    {
        var failure = JsonFailures.Read(HttpStatusCode.InternalServerError, body);

        Assert.Equal((kind, reason), (failure.Kind, failure.Reason));
    }
}

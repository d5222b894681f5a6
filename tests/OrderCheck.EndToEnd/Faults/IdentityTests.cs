using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Faults;

/// <summary>Who is not known or not allowed gets nothing.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class IdentityTests(SharedServer shared)
{
    private const string UnknownHospital = "H00000000404";

    [Fact]
    public async Task A_hospital_that_nobody_set_up_is_refused_by_name()
    {
        using var admin = new His(shared.Server.GrpcAddress, shared.AdministratorKey, role: "admin");

        var refusal = await Refusal.OfAsync(() => admin.Administration.PutDictionaryAsync(
            new PutDictionaryRequest { Hospital = UnknownHospital, Kind = "prices", Csv = "item_code,unit,price,effective_from,effective_to\n" },
            admin.Options).ResponseAsync);

        Assert.Equal((StatusCode.NotFound, "unknown_hospital"), (refusal.Code, refusal.Reason));
        Assert.Contains(UnknownHospital, refusal.Message);
    }

    [Fact]
    public async Task A_call_for_a_hospital_that_the_key_does_not_open_is_refused_and_records_nothing()
    {
        using var his = new His(shared.Server.GrpcAddress, shared.ApiKey, hospital: UnknownHospital);

        var refusal = await Refusal.OfAsync(() => his.PostAsync("elsewhere", "r1", Facts.Charge("c1", StarterItems.Plain)));

        Assert.Contains(refusal.Code, (StatusCode[])[StatusCode.PermissionDenied, StatusCode.Unauthenticated, StatusCode.NotFound]);
        Assert.Equal(StatusCode.NotFound, (await Refusal.OfAsync(() => shared.His.DescribeAsync("elsewhere"))).Code);
    }

    [Fact]
    public async Task A_key_is_not_given_for_a_hospital_that_nobody_set_up()
    {
        using var admin = new His(shared.Server.GrpcAddress, shared.AdministratorKey, role: "admin");
        var request = new CreateApiKeyRequest { Note = "too early" };
        request.Hospitals.Add(UnknownHospital);
        request.Roles.Add("his");

        var refusal = await Refusal.OfAsync(() => admin.Administration.CreateApiKeyAsync(request, admin.Options).ResponseAsync);

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Contains(UnknownHospital, refusal.Message);
    }

    [Fact]
    public async Task A_key_that_was_never_given_is_refused()
    {
        using var his = new His(shared.Server.GrpcAddress, "oc_0123456789_made_up");

        Assert.Equal(StatusCode.Unauthenticated, (await Refusal.OfAsync(() => his.DescribeAsync("v"))).Code);
    }

    [Fact]
    public async Task The_demo_key_opens_nothing_outside_demo_mode()
    {
        using var his = new His(shared.Server.GrpcAddress, "demo");

        Assert.Equal(StatusCode.Unauthenticated, (await Refusal.OfAsync(() => his.DescribeAsync("v"))).Code);
    }

    [Fact]
    public async Task A_nurse_may_not_sign_orders()
    {
        using var nurse = new His(shared.Server.GrpcAddress, shared.ApiKey, role: "nurse");

        var refusal = await Refusal.OfAsync(() => nurse.SignAsync("v", "r1", Facts.Service("o1", StarterItems.Plain)));

        Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task A_role_that_the_key_does_not_have_is_refused()
    {
        using var admin = new His(shared.Server.GrpcAddress, shared.ApiKey, role: "admin");

        var refusal = await Refusal.OfAsync(() => admin.Administration.PutHospitalAsync(
            new Hospital { Code = "H00000000405", Name = "x", Level = 3 }, admin.Options).ResponseAsync);

        Assert.Equal(StatusCode.PermissionDenied, refusal.Code);
    }

    [Fact]
    public async Task Health_answers_without_a_key()
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, (await shared.Server.GetAsync("/health/live")).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await shared.Server.GetAsync("/health/ready")).Status);
    }
}

using System.Net;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>The numbers are for administrators and monitors of the whole installation.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class MetricsAccessTests(SharedServer shared)
{
    [Fact]
    public async Task Without_a_key_there_are_no_metrics()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Scrape.OfAsync(shared.Server)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Scrape.OfAsync(shared.Server, ("x-api-key", "oc_made_up"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Scrape.OfAsync(shared.Server, ("Authorization", "Bearer oc_made_up"))).Status);
    }

    [Theory]
    [InlineData("his")]
    [InlineData("doctor")]
    [InlineData("nurse")]
    public async Task A_key_of_the_hospitals_people_opens_no_metrics(string role)
    {
        var scrape = await Scrape.OfAsync(shared.Server, ("x-api-key", shared.ApiKey), ("x-oc-role", role));

        Assert.Equal(HttpStatusCode.Forbidden, scrape.Status);
        Assert.DoesNotContain("ordercheck_", scrape.Text);
    }

    [Fact]
    public async Task An_administrators_key_opens_them()
    {
        var scrape = await Scrape.OfAsync(shared.Server, ("x-api-key", shared.AdministratorKey));

        Assert.Equal(HttpStatusCode.OK, scrape.Status);
        Assert.Equal(1, scrape.Sum("ordercheck_store_available"));
    }

    [Fact]
    public async Task A_monitors_key_opens_them_as_a_bearer_token_too_and_nothing_else()
    {
        var key = await CreateKeyAsync("monitor");

        Assert.Equal(HttpStatusCode.OK, (await Scrape.OfAsync(shared.Server, ("x-api-key", key))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Scrape.OfAsync(shared.Server, ("Authorization", "Bearer " + key))).Status);
        using var monitor = new His(shared.Server.GrpcAddress, key, role: "monitor");
        Assert.Equal(Grpc.Core.StatusCode.PermissionDenied, (await Refusal.OfAsync(() => monitor.DescribeAsync("v"))).Code);
        Assert.Equal(
            Grpc.Core.StatusCode.PermissionDenied, (await Refusal.OfAsync(() => monitor.CheckAsync("v", Facts.Service("o1", StarterItems.Plain)))).Code);
    }

    [Fact]
    public async Task A_key_for_one_hospital_does_not_see_the_numbers_of_all()
    {
        var key = await CreateKeyAsync("admin", Installation.HospitalCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await Scrape.OfAsync(shared.Server, ("x-api-key", key))).Status);
    }

    [Fact]
    public async Task A_key_for_people_is_not_given_without_a_hospital()
    {
        var refusal = await Refusal.OfAsync(() => CreateKeyAsync("doctor"));

        Assert.Contains("monitor", refusal.Field("hospitals").Description);
    }

    private async Task<string> CreateKeyAsync(string role, params IReadOnlyList<string> hospitals)
    {
        using var admin = new His(shared.Server.GrpcAddress, shared.AdministratorKey, role: "admin");
        var request = new CreateApiKeyRequest { Note = "metrics", Roles = { role }, Hospitals = { hospitals } };
        return (await admin.Administration.CreateApiKeyAsync(request, admin.Options)).ApiKey;
    }
}

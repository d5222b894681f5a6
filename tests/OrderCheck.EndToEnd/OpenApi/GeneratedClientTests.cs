using Xunit;

namespace OrderCheck.EndToEnd.OpenApi;

/// <summary>A generator that vendors use accepts the document, and what it generates works.</summary>
[Collection(OpenApiCollection.Name)]
public sealed class GeneratedClientTests(OpenApiServer server)
{
    [Fact]
    public async Task A_client_that_NSwag_generates_admits_checks_charges_and_reads_refusals()
    {
        var source = await GeneratedClient.GenerateAsync(server.Text);
        var assembly = GeneratedClient.Compile(source, UseOfIt());
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-api-key", "demo");
        using var administrator = new HttpClient();
        administrator.DefaultRequestHeaders.Add("x-api-key", server.AdministratorKey);

        var seen = await (Task<Dictionary<string, string>>)assembly.GetType("ClientUse")!.GetMethod("RunAsync")!.Invoke(null, [http, administrator, server.Address])!;

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["recorded"] = "1",
                ["state"] = "CHECK_STATE_COMPLETE",
                ["finding"] = seen["finding"],
                ["zone"] = "True",
                ["total"] = "12.34",
                ["late"] = "0",
                ["refused"] = "400 INVALID_ARGUMENT bad_form",
                ["violation"] = "charges[0].unitPrice",
                ["missing"] = "404 unknown_encounter",
                ["hospital"] = "H44010009 第九医院",
                ["unknown key"] = "404 unknown_key",
            },
            seen);
        Assert.StartsWith("SEVERITY_", seen["finding"]);
    }

    [Fact]
    public async Task What_is_generated_says_what_the_fields_mean() =>
        Assert.Contains("Yuan per billed unit, up to 6 decimals, never negative.", await GeneratedClient.GenerateAsync(server.Text));

    private static string UseOfIt()
    {
        using var stream = typeof(GeneratedClientTests).Assembly.GetManifestResourceStream("ClientUse.cs")!;
        return new StreamReader(stream).ReadToEnd();
    }
}

using Google.Protobuf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OrderCheck.Server.Hosting;
using Xunit;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>The contract is told by reflection on a developer's machine, and nowhere else.</summary>
public sealed class ReflectionTests
{
    private const string Info = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
    private const int Unimplemented = 12;
    private const int ListServices = 7;

    [Fact]
    public async Task A_developer_is_told_the_services_without_a_key()
    {
        var (status, answer) = await AskAsync("Development");
        Assert.Equal(0, status);
        Assert.Contains("ordercheck.v1.OrderCheckService", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Elsewhere_there_is_no_such_method(string environment) => Assert.Equal(Unimplemented, (await AskAsync(environment)).Status);

    private static async Task<(int Status, string Answer)> AskAsync(string environment)
    {
        var data = Directory.CreateTempSubdirectory("ordercheck-");
        try
        {
            await using var app = ServerHost.Build(
                CommandLine.Parse(["--data", data.FullName, "--rules", RulesFolder.Path, "--http-port", "0", "--grpc-port", "0"]), environment: environment);
            await app.StartAsync(TestContext.Current.CancellationToken);
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            using var calls = new Calls(new Uri(addresses.First()), new Uri(addresses.Last()), key: null);
            var (status, _, answer) = await calls.GrpcAsync(Info, ListServicesRequest());
            await app.StopAsync(TestContext.Current.CancellationToken);
            return (status, System.Text.Encoding.UTF8.GetString(answer));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>ServerReflectionRequest.list_services = "*".</summary>
    private static byte[] ListServicesRequest()
    {
        var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(ListServices, WireFormat.WireType.LengthDelimited);
            output.WriteString("*");
        }

        return bytes.ToArray();
    }
}

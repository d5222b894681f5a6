using Microsoft.AspNetCore.Server.Kestrel.Core;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.Client.Tests;

/// <summary>The target of the client that is under test here: .NET 10 over gRPC. The JSON tests have their own.</summary>
internal static class Target
{
    public const HttpProtocols Protocols = HttpProtocols.Http2;

    public static string AddressOf(ServerProcess server) => server.GrpcAddress;
}

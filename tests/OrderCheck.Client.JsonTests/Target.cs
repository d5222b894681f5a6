using Microsoft.AspNetCore.Server.Kestrel.Core;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.Client.Tests;

/// <summary>The target of the client that is under test here: .NET Standard 2.0 over JSON.</summary>
internal static class Target
{
    public const HttpProtocols Protocols = HttpProtocols.Http1;

    public static string AddressOf(ServerProcess server) => server.HttpAddress;
}

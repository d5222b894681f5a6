using System.Net;
using System.Net.Sockets;
using OrderCheck.Server.Hosting;
using Xunit;

namespace OrderCheck.Server.Tests.Hosting;

public sealed class PortsTests
{
    [Fact]
    public void A_port_that_another_program_uses_is_named_before_anything_starts()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var fault = Assert.Single(Ports.Faults(new OrderCheckOptions { HttpPort = 0, GrpcPort = port }));
        Assert.Contains($"--grpc-port is {port}", fault, StringComparison.Ordinal);
    }
}

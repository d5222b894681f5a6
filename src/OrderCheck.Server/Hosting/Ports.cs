using System.Net;
using System.Net.Sockets;

namespace OrderCheck.Server.Hosting;

/// <summary>Whether the ports are free: found out before anything is started that would have to be taken down again.</summary>
internal static class Ports
{
    public static IEnumerable<string> Faults(OrderCheckOptions options)
    {
        var address = IPAddress.Parse(options.Listen);
        foreach (var (option, port) in new[] { ("http-port", options.HttpPort), ("grpc-port", options.GrpcPort) })
        {
            if (port != 0 && Fault(address, port) is { } reason)
                yield return $"--{option} is {port}, where {options.Listen} cannot be listened on: {reason}. Choose another with --{option} PORT.";
        }
    }

    private static string? Fault(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException error)
        {
            return error.Message;
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace OrderCheck.EndToEnd.Servers;

internal static class FreePort
{
    private const int First = 20_000;

    /// <summary>The system takes ports of outgoing connections from here on: one of these could be gone the next moment.</summary>
    private const int End = 32_000;
    private static int _next = Environment.ProcessId * 61 % (End - First);

    /// <summary>A loopback port on which nobody listens, and which no other call here was given.</summary>
    public static int Next()
    {
        for (var tries = First; tries < End; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _next) % (End - First));
            if (IsFree(port))
                return port;
        }
        throw new InvalidOperationException($"No port from {First} to {End} is free.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

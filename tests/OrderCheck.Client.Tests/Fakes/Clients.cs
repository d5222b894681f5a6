using OrderCheck.Client.Wire;

namespace OrderCheck.Client.Tests.Fakes;

internal static class Clients
{
    public static OrderCheckClientOptions Options(string address = "http://127.0.0.1:9") => new()
    {
        Address = new Uri(address),
        ApiKey = "demo",
        Seat = new Seat("his", "A03.04", "D001"),
    };

    /// <summary>With a deadline that a loaded machine keeps: these tests are about answers, not about time.</summary>
    public static OrderCheckClient Patient(string address, Action<OrderCheckClientOptions>? change = null)
    {
        var options = Options(address);
        options.CheckDeadline = TimeSpan.FromSeconds(10);
        options.ReadDeadline = options.WriteAttemptDeadline = TimeSpan.FromSeconds(20);
        options.WriteDeadline = TimeSpan.FromSeconds(60);
        options.WarmUpDeadline = TimeSpan.FromSeconds(30);
        change?.Invoke(options);
        return OrderCheckClient.Create(options);
    }

    public static OrderCheckClient On(IWire wire, TimeProvider time)
    {
        var options = Options();
        options.TimeProvider = time;
        return new OrderCheckClient(options, wire);
    }
}

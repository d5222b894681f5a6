using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace OrderCheck.Server.Hosting;

/// <summary>Logs go to the console; what to do with them there is the supervisor's business.</summary>
internal static class Logging
{
    public static void Configure(LoggerConfiguration logging, bool json)
    {
        logging
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
            // They warn at every start: of the workstation collector, which is meant, and of a first tick that was never due.
            .MinimumLevel.Override("Orleans.Runtime.Silo", LogEventLevel.Error)
            .MinimumLevel.Override("Orleans.Runtime.Watchdog", LogEventLevel.Error)
            .MinimumLevel.Override("Grpc", LogEventLevel.Warning);
        if (json)
            logging.WriteTo.Console(new CompactJsonFormatter());
        else
            logging.WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture);
    }
}

using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace OrderCheck.Server.Hosting;

/// <summary>Logs go to the console; what to do with them there is the supervisor's business.</summary>
internal static class Logging
{
    public static void Configure(LoggerConfiguration logging, OrderCheckOptions options)
    {
        logging
            .MinimumLevel.Warning()
            .MinimumLevel.Override("OrderCheck", LogLevels.Read(options.LogLevel))
            // The reason why a start was refused is printed by itself, without a stack trace.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting", LogEventLevel.Fatal)
            // They warn at every start: of the workstation collector, which is meant, and of a first tick that was never due.
            .MinimumLevel.Override("Orleans.Runtime.Silo", LogEventLevel.Error)
            .MinimumLevel.Override("Orleans.Runtime.Watchdog", LogEventLevel.Error)
            .MinimumLevel.Override("Grpc", LogEventLevel.Warning)
            // It warns at every start that it leaves streams of requests alone: these are mapped as JSON lines.
            .MinimumLevel.Override("Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal.Binding", LogEventLevel.Error);
        // What a caller sent broken is the caller's fault, said to it and no error of ours.
        logging.Filter.ByExcluding(static e => e.Exception is Google.Protobuf.InvalidProtocolBufferException);
        // The path of a call holds visit numbers, and whatever a caller wrongly put there.
        logging.Enrich.With<WithoutRequestPath>();
        if (options.LogJson)
            logging.WriteTo.Console(new CompactJsonFormatter());
        else
            logging.WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture);
    }
}

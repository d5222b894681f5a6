using Serilog.Core;
using Serilog.Events;

namespace OrderCheck.Server.Hosting;

/// <summary>Takes the path of the call off a log line: it may hold a visit number. The call is found by its trace id.</summary>
internal sealed class WithoutRequestPath : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}

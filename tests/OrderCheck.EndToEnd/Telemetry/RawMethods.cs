using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>OTLP's two services as gRPC methods whose messages are bytes; every answer is an empty message, which means "taken whole".</summary>
/// <param name="keep">Gets the service's name and the message of each call.</param>
internal sealed class RawMethods(Action<string, byte[]> keep)
{
    public const string Traces = "opentelemetry.proto.collector.trace.v1.TraceService";
    public const string Metrics = "opentelemetry.proto.collector.metrics.v1.MetricsService";

    private Task<byte[]> TakeAsync(string service, byte[] message)
    {
        keep(service, message);
        return Task.FromResult<byte[]>([]);
    }

    /// <summary>Tells the server of the methods, as generated code does of those of a proto file.</summary>
    internal sealed class Provider : IServiceMethodProvider<RawMethods>
    {
        private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(static bytes => bytes, static bytes => bytes);

        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<RawMethods> context)
        {
            foreach (var service in (string[])[Traces, Metrics])
            {
                context.AddUnaryMethod(
                    new Method<byte[], byte[]>(MethodType.Unary, service, "Export", Bytes, Bytes),
                    metadata: [],
                    (methods, message, _) => methods.TakeAsync(service, message));
            }
        }
    }
}

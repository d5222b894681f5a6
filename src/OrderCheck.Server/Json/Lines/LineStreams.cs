using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using OrderCheck.Server.Hosting;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace OrderCheck.Server.Json.Lines;

/// <summary>Streams of requests over plain HTTP: the transcoder, which has all other methods, leaves them alone.</summary>
internal static class LineStreams
{
    /// <param name="service">Of the contract.</param>
    /// <param name="name">Of its method; the contract has its path.</param>
    /// <param name="method">What is behind it.</param>
    public static void MapJsonLines<TRequest, TAnswer>(
        this IEndpointRouteBuilder endpoints, ServiceDescriptor service, string name, DuplexStreamingServerMethod<TRequest, TAnswer> method)
        where TRequest : class, IMessage<TRequest>, new()
        where TAnswer : class, IMessage<TAnswer>
    {
        var described = service.FindMethodByName(name);
        var call = endpoints.ServiceProvider.GetRequiredService<CallChain>().Around(method);
        var stream = new LineStream<TRequest, TAnswer>(described, call, endpoints.ServiceProvider.GetRequiredService<TimeProvider>());
        endpoints.MapPost(described.GetOptions().GetExtension(AnnotationsExtensions.Http).Post, stream.AnswerAsync);
    }
}

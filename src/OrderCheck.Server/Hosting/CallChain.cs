using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;

namespace OrderCheck.Server.Hosting;

/// <summary>
/// The interceptors that gRPC has, around a method that is reached past gRPC: identity, permission, limits and errors are the
/// same because they are the same.
/// </summary>
internal sealed class CallChain(IOptions<GrpcServiceOptions> grpc, IServiceProvider services)
{
    private readonly Interceptor[] _innermostFirst =
    [
        .. grpc.Value.Interceptors.Reverse().Select(one => (Interceptor)ActivatorUtilities.CreateInstance(services, one.Type, [.. one.Arguments])),
    ];

    public DuplexStreamingServerMethod<TRequest, TAnswer> Around<TRequest, TAnswer>(DuplexStreamingServerMethod<TRequest, TAnswer> method)
        where TRequest : class
        where TAnswer : class =>
        _innermostFirst.Aggregate(
            method,
            static (inner, interceptor) => (requests, answers, context) => interceptor.DuplexStreamingServerHandler(requests, answers, context, inner));
}

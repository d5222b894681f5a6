using Grpc.Core;

namespace OrderCheck.Client.Wire;

internal sealed partial class ApiMethod<TRequest, TAnswer>
{
    private Method<TRequest, TAnswer>? _grpc;

    public Method<TRequest, TAnswer> Grpc => _grpc ??= new(
        MethodType.Unary, Descriptor.Service.FullName, Name, GrpcMessages.Marshaller(Requests), GrpcMessages.Marshaller(Answers));
}

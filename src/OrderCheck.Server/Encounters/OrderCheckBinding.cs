using System.Buffers;
using Google.Protobuf;
using Grpc.Core;
using OrderCheck.Protocol.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace OrderCheck.Server.Encounters;

/// <summary>
/// The service as it was generated, but that the bytes of an answer which were made for its record are sent as they are: to make them
/// is a thirtieth of a check. In the shape of generated code, by which gRPC finds a service's methods and JSON its description.
/// </summary>
internal static class OrderCheckBinding
{
    public static ServiceDescriptor Descriptor => OrderCheckService.Descriptor;

    public static void BindService(ServiceBinderBase binder, OrderCheckService.OrderCheckServiceBase? service) => OrderCheckService.BindService(new EncodedAnswers(binder), service);

    [BindServiceMethod(typeof(OrderCheckBinding), nameof(BindService))]
    internal abstract class Service : OrderCheckService.OrderCheckServiceBase;

    private sealed class EncodedAnswers(ServiceBinderBase inner) : ServiceBinderBase
    {
        private static readonly Marshaller<CheckAnswer> Answers = Marshallers.Create(
            Write, static context => CheckAnswer.Parser.ParseFrom(context.PayloadAsReadOnlySequence()));

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) => inner.AddMethod(
            Answers is Marshaller<TResponse> answers
                ? new Method<TRequest, TResponse>(method.Type, method.ServiceName, method.Name, method.RequestMarshaller, answers)
                : method,
            handler);

        private static void Write(CheckAnswer answer, SerializationContext context)
        {
            var encoded = answer.Encoded.Span;
            context.SetPayloadLength(encoded.IsEmpty ? answer.CalculateSize() : encoded.Length);
            var buffer = context.GetBufferWriter();
            if (encoded.IsEmpty)
                answer.WriteTo(buffer);
            else
                buffer.Write(encoded);
            context.Complete();
        }
    }
}

using Google.Protobuf;
using Grpc.Core;

namespace OrderCheck.Client.Wire;

internal static class GrpcMessages
{
    /// <summary>Writes straight into the transport's buffer, and reads from it.</summary>
    public static Marshaller<TMessage> Marshaller<TMessage>(MessageParser<TMessage> parser)
        where TMessage : class, IMessage<TMessage> =>
        new(Write, context => parser.ParseFrom(context.PayloadAsReadOnlySequence()));

    private static void Write<TMessage>(TMessage message, SerializationContext context)
        where TMessage : class, IMessage<TMessage>
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }
}

using System.Buffers;
using Google.Protobuf;
using Grpc.Core;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Encounters;
using Xunit;

namespace OrderCheck.Server.Tests.Encounters;

/// <summary>The service as gRPC finds it: all of its methods, and answers sent in the bytes that were made for their record.</summary>
public sealed class OrderCheckBindingTests : ServiceBinderBase
{
    private static readonly CheckAnswer Told = new() { CheckId = "c1", OwnShare = "12.50", Findings = { new Finding { Key = "k1" } } };

    private readonly List<string> _methods = [];
    private readonly List<Marshaller<CheckAnswer>> _answers = [];

    public OrderCheckBindingTests() => OrderCheckBinding.BindService(this, null);

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        _methods.Add(method.FullName);
        if (method.ResponseMarshaller is Marshaller<CheckAnswer> answers)
            _answers.Add(answers);
    }

    [Fact]
    public void Every_method_of_the_contract_is_bound_under_its_name()
    {
        Assert.Same(OrderCheckService.Descriptor, OrderCheckBinding.Descriptor);
        Assert.Equal(OrderCheckService.Descriptor.Methods.Select(static method => $"/{method.Service.FullName}/{method.Name}"), _methods);
        Assert.Equal(OrderCheckService.Descriptor.Methods.Count(static method => method.OutputType == CheckAnswer.Descriptor), _answers.Count);
    }

    [Fact]
    public void An_answer_whose_bytes_are_there_is_sent_as_they_are()
    {
        var told = Told.Clone();
        told.Encoded = "what was recorded"u8.ToArray();

        Assert.All(_answers, answers => Assert.Equal("what was recorded"u8, Sending.Of(told, answers).Span));
    }

    [Fact]
    public void An_answer_without_bytes_and_a_copy_of_one_that_has_them_are_sent_as_any_message()
    {
        var told = Told.Clone();
        told.Encoded = "what was recorded"u8.ToArray();

        Assert.All((CheckAnswer[])[Told, told.Clone()], one => Assert.Equal(Told.ToByteArray(), Sending.Of(one, _answers[0]).ToArray()));
    }

    [Fact]
    public void An_answer_is_read_as_it_was_sent() =>
        Assert.Equal(Told, _answers[0].ContextualDeserializer(new Received(Sending.Of(Told, _answers[0]))));

    private sealed class Sending : SerializationContext
    {
        private readonly ArrayBufferWriter<byte> _written = new();
        private int _length;

        public static ReadOnlyMemory<byte> Of(CheckAnswer answer, Marshaller<CheckAnswer> answers)
        {
            var sending = new Sending();
            answers.ContextualSerializer(answer, sending);
            Assert.Equal(sending._length, sending._written.WrittenCount);
            return sending._written.WrittenMemory;
        }

        public override void SetPayloadLength(int payloadLength) => _length = payloadLength;

        public override IBufferWriter<byte> GetBufferWriter() => _written;

        public override void Complete() => Assert.True(_length > 0);
    }

    private sealed class Received(ReadOnlyMemory<byte> bytes) : DeserializationContext
    {
        public override int PayloadLength => bytes.Length;

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(bytes);
    }
}

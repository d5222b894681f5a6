using System.Buffers;
using Google.Protobuf;
using OrderCheck.Core.Checks;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Grains.Checks;

/// <summary>Answers and receipts as the stores keep them.</summary>
internal static class AnswerBytes
{
    /// <summary>Of a whole encounter's answer, no thread keeps the room.</summary>
    private const int MostToKeep = 1 << 16;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>Without counting the bytes first, which asks every finding for its size once more.</summary>
    public static ReadOnlyMemory<byte> Write(CheckAnswer answer)
    {
        var buffer = _buffer ?? new ArrayBufferWriter<byte>();
        buffer.ResetWrittenCount();
        AnswerWriter.Answer(answer).WriteTo(buffer);
        _buffer = buffer.Capacity <= MostToKeep ? buffer : null;
        return buffer.WrittenSpan.ToArray();
    }

    public static ReadOnlyMemory<byte> Write(WriteReceipt receipt) => AnswerWriter.Receipt(receipt).ToByteArray();

    public static CheckAnswer ReadAnswer(ReadOnlyMemory<byte> bytes) => AnswerReader.Answer(Proto.CheckAnswer.Parser.ParseFrom(bytes.Span));

    public static WriteReceipt ReadReceipt(ReadOnlyMemory<byte> bytes) => AnswerReader.Receipt(Proto.WriteReceipt.Parser.ParseFrom(bytes.Span));
}

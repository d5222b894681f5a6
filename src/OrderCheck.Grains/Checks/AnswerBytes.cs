using Google.Protobuf;
using OrderCheck.Core.Checks;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Grains.Checks;

/// <summary>Answers and receipts as the stores keep them.</summary>
internal static class AnswerBytes
{
    public static ReadOnlyMemory<byte> Write(CheckAnswer answer) => AnswerWriter.Bytes(answer);

    public static ReadOnlyMemory<byte> Write(WriteReceipt receipt) => AnswerWriter.Receipt(receipt).ToByteArray();

    public static CheckAnswer ReadAnswer(ReadOnlyMemory<byte> bytes) => AnswerReader.Answer(Proto.CheckAnswer.Parser.ParseFrom(bytes.Span));

    public static WriteReceipt ReadReceipt(ReadOnlyMemory<byte> bytes) => AnswerReader.Receipt(Proto.WriteReceipt.Parser.ParseFrom(bytes.Span));
}

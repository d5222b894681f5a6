using System.Buffers;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa;

/// <summary>Writes the answers to NHSA's transactions.</summary>
public static class NhsaWriter
{
    /// <summary>The answer to a 3101 or 3102.</summary>
    /// <param name="answers">One for each visit that was judged, in any order.</param>
    public static void WriteAudit(
        IBufferWriter<byte> output, NhsaRequest request, IReadOnlyList<NhsaVisitAnswer> answers, RegionProfile profile, NhsaStamp stamp) =>
        throw new NotSupportedException();

    /// <summary>infcode -1: what was sent cannot be understood, or the caller may not ask it.</summary>
    public static void WriteFault(IBufferWriter<byte> output, NhsaFault fault, NhsaStamp stamp) => throw new NotSupportedException();

    /// <summary>The answer to a 3103: recorded.</summary>
    public static void WriteFeedback(IBufferWriter<byte> output, NhsaFeedback feedback, NhsaStamp stamp) => throw new NotSupportedException();
}

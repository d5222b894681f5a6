namespace OrderCheck.Interop.Nhsa;

/// <summary>What one 3103 tells: what the user did about each warning.</summary>
/// <param name="WarnType">1: of a 3101, 2: of a 3102.</param>
public sealed record NhsaFeedback(NhsaEnvelope Envelope, string WarnType, IReadOnlyList<NhsaDisposition> Warnings, IReadOnlyList<Deviation> Tolerated);

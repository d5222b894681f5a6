using OrderCheck.Interop.Nhsa;

namespace OrderCheck.Server.Nhsa;

/// <summary>What came of a 3103.</summary>
/// <param name="Fault">Null: recorded, now or before.</param>
/// <param name="Warning">What of it could not be used, in Chinese; "" where nothing.</param>
internal sealed record DispositionsTaken(NhsaFault? Fault, string Warning = "");

namespace OrderCheck.Interop.Nhsa;

/// <summary>What came of reading a body: what was asked, or why it cannot be understood.</summary>
/// <param name="Value">Null where there is a fault.</param>
/// <param name="Fault">Null where it was understood.</param>
public sealed record NhsaReading<T>(T? Value, NhsaFault? Fault)
    where T : class;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A badge of a line, no finding.</summary>
internal sealed record FlagNode(string Kind, string Text, string? RxId, string? ItemCode, decimal? Amount);

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Why a check is not complete.</summary>
internal sealed record ReasonNode(string Code, string Message, string? Subject);

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>output of a 3101 or 3102; of a 3103 it is empty.</summary>
/// <param name="Ordercheck">Additive: what the specification has no place for. Null where the region takes no more than it has.</param>
internal sealed record OutputNode(IReadOnlyList<ResultNode>? Result = null, AdditionsNode? Ordercheck = null);

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A line that a row is about (违规明细).</summary>
internal sealed record DetailNode(string JrdId, string PatnId, string MdtrtId, string RxId, string VolaItemType, decimal VolaAmt);

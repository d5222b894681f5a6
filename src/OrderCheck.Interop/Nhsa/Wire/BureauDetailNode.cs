namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>An item that a row is about.</summary>
internal sealed class BureauDetailNode : NhsaNode
{
    public NhsaScalar RxId { get; set => field = Once(field, value); }

    public NhsaScalar VolaItemType { get; set => field = Once(field, value); }
}

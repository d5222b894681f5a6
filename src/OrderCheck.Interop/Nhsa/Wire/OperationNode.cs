namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>An operation (手术操作).</summary>
internal sealed class OperationNode : NhsaNode
{
    public NhsaScalar SetlListOprnId { get; set => field = Once(field, value); }

    public NhsaScalar OprnCode { get; set => field = Once(field, value); }

    public NhsaScalar OprnName { get; set => field = Once(field, value); }

    public NhsaScalar MainOprnFlag { get; set => field = Once(field, value); }

    public NhsaScalar OprnDate { get; set => field = Once(field, value); }

    public NhsaScalar OperDrCode { get; set => field = Once(field, value); }

    /// <summary>Not of the specification: whose it is, where it stands beside its parent.</summary>
    public NhsaScalar MdtrtId { get; set => field = Once(field, value); }

    public NhsaUnread AnstWay { get; set; }

    public NhsaUnread OperDrName { get; set; }

    public NhsaUnread AnstDrName { get; set; }

    public NhsaUnread AnstDrCode { get; set; }
}

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>A user's answer to one warning (处理数据).</summary>
internal sealed class WarningNode : NhsaNode
{
    public NhsaScalar WarnRsltId { get; set => field = Once(field, value); }

    public NhsaScalar DspoWay { get; set => field = Once(field, value); }

    public NhsaScalar DspoWayRea { get; set => field = Once(field, value); }
}

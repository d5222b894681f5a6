namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>output of a bureau's answer.</summary>
internal sealed class BureauOutputNode : NhsaNode
{
    public NhsaNodes<BureauRowNode>? Result { get; set => field = Once(field, value!); }
}

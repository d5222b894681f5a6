namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>What a bureau answers, as far as it is looked into.</summary>
internal sealed class BureauAnswerNode : NhsaNode
{
    public NhsaScalar Infcode { get; set => field = Once(field, value); }

    public NhsaScalar ErrMsg { get; set => field = Once(field, value); }

    public NhsaNodes<BureauOutputNode>? Output { get; set => field = Once(field, value!); }
}

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Around the input of every transaction.</summary>
internal sealed class EnvelopeNode<TInput> : NhsaNode
    where TInput : NhsaNode
{
    public NhsaScalar Infno { get; set => field = Once(field, value); }

    public NhsaScalar Msgid { get; set => field = Once(field, value); }

    public NhsaScalar OpterType { get; set => field = Once(field, value); }

    public NhsaScalar Opter { get; set => field = Once(field, value); }

    public NhsaScalar InfTime { get; set => field = Once(field, value); }

    public NhsaScalar FixmedinsCode { get; set => field = Once(field, value); }

    public NhsaNodes<TInput>? Input { get; set => field = Once(field, value!); }

    public NhsaUnread MdtrtareaAdmvs { get; set; }

    public NhsaUnread InsuplcAdmdvs { get; set; }

    public NhsaUnread RecerSysCode { get; set; }

    public NhsaUnread DevNo { get; set; }

    public NhsaUnread DevSafeInfo { get; set; }

    public NhsaUnread Cainfo { get; set; }

    public NhsaUnread Signtype { get; set; }

    public NhsaUnread Infver { get; set; }

    public NhsaUnread OpterName { get; set; }

    public NhsaUnread FixmedinsName { get; set; }

    public NhsaUnread SignNo { get; set; }
}

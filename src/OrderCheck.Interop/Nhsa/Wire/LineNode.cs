using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>An order or charge line (处方、医嘱信息).</summary>
internal sealed class LineNode : NhsaNode
{
    public NhsaScalar RxId { get; set => field = Once(field, value); }

    public NhsaScalar Rxno { get; set => field = Once(field, value); }

    public NhsaScalar Grpno { get; set => field = Once(field, value); }

    public NhsaScalar LongDrordFlag { get; set => field = Once(field, value); }

    public NhsaScalar HilistType { get; set => field = Once(field, value); }

    public NhsaScalar DrordBhvr { get; set => field = Once(field, value); }

    public NhsaScalar HilistCode { get; set => field = Once(field, value); }

    public NhsaScalar HilistName { get; set => field = Once(field, value); }

    public NhsaScalar HosplistCode { get; set => field = Once(field, value); }

    public NhsaScalar HosplistName { get; set => field = Once(field, value); }

    public NhsaScalar Cnt { get; set => field = Once(field, value); }

    public NhsaScalar Pric { get; set => field = Once(field, value); }

    public NhsaScalar Sumamt { get; set => field = Once(field, value); }

    public NhsaScalar SpecUnt { get; set => field = Once(field, value); }

    public NhsaScalar DrordBegnDate { get; set => field = Once(field, value); }

    public NhsaScalar DrordStopDate { get; set => field = Once(field, value); }

    public NhsaScalar DrordDeptCodg { get; set => field = Once(field, value); }

    public NhsaScalar DrordDrCodg { get; set => field = Once(field, value); }

    public NhsaScalar DrordDrProfttl { get; set => field = Once(field, value); }

    public NhsaScalar CurrDrordFlag
    {
        get;
        set
        {
            if (field.IsThere)
                (EarlierFlags ??= []).Add(field);
            field = Once(field, value);
        }
    }

    /// <summary>Where the flag is given several times, those before the last: a line is asked about if one of them says so.</summary>
    [JsonIgnore]
    public List<NhsaScalar>? EarlierFlags { get; private set; }

    /// <summary>Not of the specification: whose it is, where it stands beside its parent.</summary>
    public NhsaScalar MdtrtId { get; set => field = Once(field, value); }

    public NhsaUnread ChrgType { get; set; }

    public NhsaUnread HilistDosform { get; set; }

    public NhsaUnread HilistLv { get; set; }

    public NhsaUnread HilistPric { get; set; }

    public NhsaUnread Lv1HospItemPric { get; set; }

    public NhsaUnread Lv2HospItemPric { get; set; }

    public NhsaUnread Lv3HospItemPric { get; set; }

    public NhsaUnread HilistMemo { get; set; }

    public NhsaUnread HosplistDosform { get; set; }

    public NhsaUnread OwnpayAmt { get; set; }

    public NhsaUnread SelfpayAmt { get; set; }

    public NhsaUnread Spec { get; set; }

    public NhsaUnread DrordDeptName { get; set; }

    public NhsaUnread DrordDrName { get; set; }
}

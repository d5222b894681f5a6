using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Nhsa;

/// <summary>Why a call is answered with infcode -1, where its body is not the reason. Chinese: HISs show it.</summary>
internal static class NhsaRefusals
{
    private static readonly string[] Readable = ["application/json", "text/json", "text/plain"];

    public static readonly NhsaFault BrokenBody = new("", "请求体不完整：未能读到结尾，请重新发送。");

    public static readonly NhsaFault Failed = new("", "审核服务处理本次请求时出错，不代表没有问题；可以照常开立，系统恢复后请重新审核");

    public static readonly NhsaFault Unproved = new("", "审核服务暂时无法核验调用方身份，不代表没有问题；可以照常开立，请稍后重新审核");

    public static readonly NhsaFault NotKept = new("", "审核服务暂时无法保存反馈，请稍后原样重发。");

    public static readonly NhsaFault NotPermitted = new("", "该密钥的角色无权审核或上报。");

    public static NhsaFault TooLarge(int megabytes) => new("", $"请求体超过{megabytes}MB，未读取；请减少一次发送的医嘱条数，或由管理员调大启动选项--nhsa-megabytes（最大64）。");

    public static NhsaFault UnknownTransaction(string number) =>
        new("infno", $"交易编号“{(number.All(char.IsAsciiLetterOrDigit) ? number : "?")}”不受理；本服务受理3101、3102、3103，或所在地区对它们的编号。");

    /// <summary>Null where method and content type are such that the body can be read.</summary>
    public static NhsaFault? OfForm(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return new NhsaFault("", "请求方法应为POST。");
        var type = request.ContentType is { } given ? given.Split(';')[0].Trim() : "";
        return type.Length == 0 || Readable.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? null
            : new NhsaFault("", "请求头Content-Type应为application/json，可带charset（utf-8、gb18030、gbk、gb2312）。");
    }

    /// <summary>Null for errors that are not the identity's.</summary>
    public static NhsaFault? OfIdentity(Exception error) => error switch
    {
        UnauthenticatedException => new NhsaFault(
            "", "调用方身份未能核验：请在请求头x-api-key中给出有效的密钥，或按x-tif-paasid、x-tif-timestamp、x-tif-nonce、x-tif-signature签名（时钟偏差不超过5分钟，随机数不重复）。"),
        NotPermittedException => new NhsaFault("", "该密钥无权以此角色或为此机构调用。"),
        MalformedException => new NhsaFault("", "请求头x-oc-hospital、x-oc-role、x-oc-department或x-oc-person有误，或密钥对应多家机构而未指明是哪一家。"),
        _ => null,
    };

    /// <summary>Whoever calls for one hospital does not speak for another.</summary>
    public static NhsaFault? OfHospital(NhsaEnvelope envelope, CallIdentity identity) =>
        envelope.FixmedinsCode.Length == 0 || envelope.FixmedinsCode == identity.Caller.Hospital
            ? null
            : new NhsaFault("fixmedins_code", $"fixmedins_code与调用方所属机构{identity.Caller.Hospital}不一致。");

    /// <summary>Null for errors that are not the caller's.</summary>
    public static NhsaFault? OfCall(Exception error) => error switch
    {
        UnknownHospitalException => new NhsaFault("fixmedins_code", "该机构未在本服务登记。"),
        RefusedException => new NhsaFault("input.data.patient_dtos[0].fsi_encounter_dtos[0].mdtrt_id", "mdtrt_id应为1至64个字符，且不以“mdtrt:”开头。"),
        NotPermittedException => NotPermitted,
        _ => null,
    };
}

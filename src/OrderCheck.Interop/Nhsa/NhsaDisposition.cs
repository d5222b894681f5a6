namespace OrderCheck.Interop.Nhsa;

/// <summary>A user's answer to one warning.</summary>
/// <param name="WarningId">warn_rslt_id: the jr_id of the result.</param>
/// <param name="Continue">dspo_way 1 继续执行; else 2 返回修改.</param>
/// <param name="Reason">dspo_way_rea as it was told, however long; null where it was not.</param>
public sealed record NhsaDisposition(string WarningId, bool Continue, string? Reason);

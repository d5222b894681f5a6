using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Nhsa;

/// <summary>Finds out which HIS calls: by its API key, or by the signature that it makes for its bureau.</summary>
internal sealed class NhsaIdentity(CallerReader callers, SignedCallers signed)
{
    /// <summary>Throws what <see cref="CallerReader.ReadAsync"/> throws.</summary>
    public Task<CallIdentity> ReadAsync(HttpContext http)
    {
        var headers = CallHeaders.Of(http.Request);
        return string.IsNullOrEmpty(headers.ApiKey) && signed.IsSigned(http.Request.Headers)
            ? signed.ProveAsync(http.Request.Headers)
            : callers.ReadAsync(headers, http.Connection.RemoteIpAddress, http.RequestAborted);
    }
}

namespace OrderCheck.Server.Errors;

/// <summary>The body of a request that is read by us and not by gRPC.</summary>
internal static class CallerBody
{
    /// <returns>Bytes that were read; 0 at its end.</returns>
    /// <exception cref="CallerLeftException">The caller is gone.</exception>
    /// <exception cref="BadHttpRequestException">The body is not what its headers say.</exception>
    public static async ValueTask<int> ReadOfCallerAsync(this HttpRequest request, Memory<byte> buffer)
    {
        try
        {
            return await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (CallerLeftException.IsBehind(broken))
        {
            throw new CallerLeftException(broken);
        }
    }
}

using OrderCheck.Server.Errors;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Json;

/// <summary>A request's body, read whole before anything is done with it.</summary>
internal static class JsonBody
{
    private const int Step = 16 * 1024;

    /// <returns>Null if it is larger than <see cref="ServerHost.LargestMessage"/>.</returns>
    /// <exception cref="CallerLeftException">The caller is gone.</exception>
    public static async Task<ArraySegment<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > ServerHost.LargestMessage)
            return null;
        var body = new byte[request.ContentLength is { } known ? (int)known : Step];
        var length = 0;
        while (true)
        {
            if (length == body.Length)
            {
                if (length > ServerHost.LargestMessage)
                    return null;
                if (length == request.ContentLength)
                    break;
                Array.Resize(ref body, Math.Max(Step, length * 2));
            }

            var read = await request.ReadOfCallerAsync(body.AsMemory(length));
            if (read == 0)
                break;
            length += read;
        }

        return length > ServerHost.LargestMessage ? default(ArraySegment<byte>?) : new ArraySegment<byte>(body, 0, length);
    }
}

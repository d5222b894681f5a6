using System.Globalization;
using System.Net.Sockets;
using System.Text;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Json;

/// <summary>A program that ends, or a cable that is pulled, in the middle of a request is no fault of ours.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class LeavingTests(SharedServer shared)
{
    private const int Sent = 20;

    [Theory]
    [InlineData("/v1/orders:check", true)]
    [InlineData("/v1/orders:check", false)]
    [InlineData("/nhsa/3101", true)]
    [InlineData("/nhsa/3101", false)]
    public async Task A_body_that_breaks_off_because_its_caller_is_gone_leaves_no_error_in_the_log(string path, bool reset)
    {
        // The shared server fails all tests if its log has an error afterwards.
        using (var caller = await BeginAsync(path))
        {
            await Wait.UntilAsync(async () => await shared.AtWorkAsync() == 2, "the server waits for the rest of the body", TimeSpan.FromSeconds(60));
            // Without lingering the other side is reset, as by a program that is killed.
            if (reset)
                caller.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        await Wait.UntilAsync(async () => await shared.AtWorkAsync() == 1, "the server works on nothing but this question", TimeSpan.FromSeconds(60));
    }

    private async Task<TcpClient> BeginAsync(string path)
    {
        var address = new Uri(shared.Server.HttpAddress);
        var caller = new TcpClient();
        await caller.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nhost: {address.Authority}\r\nx-api-key: {shared.ApiKey}\r\ncontent-type: application/json\r\ncontent-length: {2 * Sent}\r\n\r\n");
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + new string(' ', Sent)), TestContext.Current.CancellationToken);
        return caller;
    }
}

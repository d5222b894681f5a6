using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>A body whose last byte comes when it is let go: whoever answers has begun with the call by then.</summary>
internal sealed class HeldBody(JsonObject body) : HttpContent
{
    /// <summary>So much at once that a server which ends slow senders waits two minutes for the rest.</summary>
    private const int Blanks = 32 * 1024;

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(new string(' ', Blanks) + body.ToJsonString());
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All but the last byte is sent.</summary>
    public Task Begun => _begun.Task;

    public void LetGo() => _letGo.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length - 1));
        await stream.FlushAsync();
        _begun.TrySetResult();
        await _letGo.Task;
        await stream.WriteAsync(_bytes.AsMemory(_bytes.Length - 1));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}

using System.Threading.Channels;

namespace OrderCheck.Grains.Findings;

/// <summary>Wakes the sweeper of this silo: something was recorded that waits to be judged. Only a hint, the ledger knows.</summary>
internal sealed class LateSignal
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    /// <summary>Ends when it was raised since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await _raised.Reader.ReadAsync(cancellation);
}

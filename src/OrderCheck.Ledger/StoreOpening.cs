using Microsoft.Extensions.Hosting;

namespace OrderCheck.Ledger;

/// <summary>Opens the store before the host serves anyone; a store that cannot be opened ends the start.</summary>
internal sealed class StoreOpening(IStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>What every contract case starts from: a fresh place, a store on it, and one open encounter.</summary>
public abstract class StoreContract(Func<StorePlace> makePlace) : IAsyncLifetime
{
    protected static readonly EncounterKey Stay = new("H31010400001", "ZY20261123001");
    protected static readonly LedgerHead Empty = new(0, ReadOnlyMemory<byte>.Empty);

    protected StorePlace Place { get; private set; } = null!;

    protected IStore Store { get; private set; } = null!;

    protected ILedger Ledger => Store.Ledger;

    protected long Encounter { get; private set; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Place = makePlace();
        await Place.PrepareAsync();
        Store = await Place.OpenAsync();
        Encounter = await Ledger.OpenEncounterAsync(Stay, Cancellation);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A place of the same kind for another store.</summary>
    protected StorePlace NewPlace() => makePlace();

    /// <summary>Appends a request of its own to the encounter after its present head.</summary>
    protected async Task<AppendResult> AppendAsync(params Fact[] facts) =>
        await Ledger.AppendAsync(Units.Of(Encounter, await Ledger.ReadHeadAsync(Encounter, Cancellation), facts));

    protected static async Task<List<RecordedFact>> ReplayAsync(IStore store, long encounter, long after = 0)
    {
        var facts = new List<RecordedFact>();
        await foreach (var fact in store.Ledger.ReadAsync(encounter, after, Cancellation))
            facts.Add(fact);
        return facts;
    }
}

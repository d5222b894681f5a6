using Microsoft.Extensions.Logging;
using Npgsql;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Patients;
using OrderCheck.Ledger.Relay;
using OrderCheck.Ledger.Releases;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>The store of a cluster: one PostgreSQL database for ledger, installation, checks and audit.</summary>
internal sealed class PostgresStore : IStore
{
    private readonly PostgresGate _gate;
    private readonly SqlCheckStore _checks;
    private readonly IEntryCodec _codec;
    private readonly bool _readOnly;
    private readonly ILogger _logger;
    private readonly string _place;
    private int _disposed;

    public PostgresStore(StoreOptions options, IEntryCodec codec, ILogger logger)
    {
        (_logger, _codec, _readOnly) = (logger, codec, options.ReadOnly);
        var place = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        _place = $"{place.Host}:{place.Port}/{place.Database}";
        _gate = new PostgresGate(options);
        _checks = new SqlCheckStore(_gate, new PostgresMonths(_gate).PrepareAsync, PostgresCheckRows.InsertAsync, options, logger);
        Ledger = new SqlLedger(_gate, new PostgresUnitWriter(_gate, logger), codec, options);
        Installation = new SqlInstallationStore(_gate);
        Relay = new SqlRelayStore(_gate, alone: false);
        Releases = new PostgresReleaseArchive(_gate);
        Chain = new SqlChain(_gate, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    public ILedger Ledger { get; }

    public IInstallationStore Installation { get; }

    public ICheckStore Checks => _checks;

    public IReleaseArchive Releases { get; }

    public IChain Chain { get; }

    public IRelayStore Relay { get; }

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await _gate.OpenAsync(cancellation);
        if (!_readOnly)
            await new PatientMentionFill(_gate, _codec).RunAsync(cancellation);
        LedgerLog.StoreOpened(_logger, StoreKind.Postgres, _place);
    }

    public Task ProbeAsync(CancellationToken cancellation) => _gate.ReadAsync(Migrations.CurrentAsync, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await Ledger.DisposeAsync();
        await _checks.DisposeAsync();
        await _gate.DisposeAsync();
    }
}

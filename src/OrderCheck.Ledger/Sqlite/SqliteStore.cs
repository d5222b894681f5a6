using Microsoft.Extensions.Logging;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Patients;
using OrderCheck.Ledger.Relay;
using OrderCheck.Ledger.Releases;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>
/// The embedded store: ledger.db, installation.db and checks.db in the data directory. Three files, so that what is written
/// behind the answer never holds the ledger's write lock.
/// </summary>
internal sealed class SqliteStore : IStore
{
    /// <summary>A check and its inputs take one or two thousand bytes, and come one behind the other: large pages are fewer writes.</summary>
    private const int PageOfChecks = 16_384;

    private const int UsualPage = 4_096;

    /// <summary>
    /// How long a log grows before it is copied: twenty charges touch about as many pages as they have ids, and what is written
    /// again and again is copied once.
    /// </summary>
    private const int BytesOfALog = 32 << 20;

    /// <summary>Of records in one commit, which holds the processor for about a tenth of a millisecond then: see <see cref="RecordQueue"/>.</summary>
    private const int BytesOfAPart = 128 << 10;

    private readonly string _directory;
    private readonly SqliteFile _installationFile;
    private readonly SqliteFile _checksFile;
    private readonly SqliteUnitWriter _writer;
    private readonly SqliteCheckWriter _checkWriter = new();
    private readonly SqlCheckStore _checks;
    private readonly IEntryCodec _codec;
    private readonly bool _readOnly;
    private readonly ILogger _logger;
    private int _disposed;

    public SqliteStore(StoreOptions options, IEntryCodec codec, ILogger logger)
    {
        (_logger, _codec, _readOnly) = (logger, codec, options.ReadOnly);
        _directory = Path.GetFullPath(options.DataDirectory);
        LedgerFile = Open("ledger");
        _installationFile = Open("installation");
        _installationFile.Opened = SqliteDurability.EraseForGood;
        _checksFile = Open("checks", PageOfChecks);
        _writer = new SqliteUnitWriter(LedgerFile);
        _checks = new SqlCheckStore(_checksFile, _ => Task.CompletedTask, _checkWriter.InsertAsync, options, logger, BytesOfAPart);
        Ledger = new SqlLedger(LedgerFile, _writer, codec, options);
        Installation = new SqlInstallationStore(_installationFile);
        Relay = new SqlRelayStore(_installationFile, alone: true);
        Chain = new SqlChain(LedgerFile, "BEGIN");
        Releases = new FileReleaseArchive(Path.Combine(_directory, "releases"), options.ReadOnly);

        SqliteFile Open(string name, int? pageSize = null) =>
            new(Path.Combine(_directory, name + ".db"), "sqlite-" + name, options.LockTimeout, options.ReadOnly)
            {
                PageSize = pageSize,
                PagesOfALog = BytesOfALog / (pageSize ?? UsualPage),
            };
    }

    public ILedger Ledger { get; }

    public IInstallationStore Installation { get; }

    public ICheckStore Checks => _checks;

    public IReleaseArchive Releases { get; }

    public IChain Chain { get; }

    public IRelayStore Relay { get; }

    internal SqliteFile LedgerFile { get; }

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await LedgerFile.OpenAsync();
        await _installationFile.OpenAsync();
        await _checksFile.OpenAsync();
        if (!_readOnly)
            await new PatientMentionFill(LedgerFile, _codec).RunAsync(cancellation);
        LedgerLog.StoreOpened(_logger, StoreKind.Sqlite, _directory);
    }

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        foreach (var file in new[] { LedgerFile, _installationFile, _checksFile })
            await file.ReadAsync(Migrations.CurrentAsync, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await Ledger.DisposeAsync();
        await _checks.DisposeAsync();
        _checkWriter.Dispose();
        _writer.Dispose();
        await LedgerFile.DisposeAsync();
        await _installationFile.DisposeAsync();
        await _checksFile.DisposeAsync();
    }
}

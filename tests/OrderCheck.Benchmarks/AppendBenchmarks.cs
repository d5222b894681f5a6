using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Benchmarks;

/// <summary>32 encounters post 20 lines each at the same time: 640 rows, on disk when the call ends (SQLite, fsync on).</summary>
[MemoryDiagnoser]
public class AppendBenchmarks
{
    private const int Encounters = 32;
    private const int Lines = 20;
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 30, 0, TimeSpan.FromHours(8));
    private readonly string _folder = Directory.CreateTempSubdirectory("ordercheck-bench-").FullName;
    private readonly LedgerHead[] _heads = new LedgerHead[Encounters];
    private readonly long[] _encounters = new long[Encounters];
    private IStore _store = null!;
    private int _requests;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _store = Store.Create(new StoreOptions { Kind = StoreKind.Sqlite, DataDirectory = _folder }, new EntryCodec(), NullLoggerFactory.Instance);
        await _store.OpenAsync(CancellationToken.None);
        for (var number = 0; number < Encounters; number++)
        {
            _encounters[number] = await _store.Ledger.OpenEncounterAsync(new EncounterKey("H00000000001", $"B{number}"), CancellationToken.None);
            _heads[number] = await _store.Ledger.ReadHeadAsync(_encounters[number], CancellationToken.None);
        }
    }

    [Benchmark(OperationsPerInvoke = Encounters * Lines)]
    public async Task AppendSixHundredAndFortyRows() => await Task.WhenAll(Enumerable.Range(0, Encounters).Select(AppendAsync));

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AppendAsync(int encounter)
    {
        var request = Interlocked.Increment(ref _requests);
        var result = await _store.Ledger.AppendAsync(new AppendUnit
        {
            Encounter = _encounters[encounter],
            RequestId = $"r{request}",
            RequestHash = new byte[16],
            Expected = _heads[encounter],
            Facts = [.. Enumerable.Range(0, Lines).Select(line => Charge($"c{request}-{line}"))],
            By = new Caller("H00000000001", Role.His, "", ""),
            RecordedAt = Now,
            Answer = new byte[64],
        });
        _heads[encounter] = result.Status == AppendStatus.Appended ? result.Head! : throw new InvalidOperationException($"{result.Status}");
    }

    private static Charge Charge(string id) => new Charge
    {
        Id = id,
        OccurredAt = Now,
        ItemCode = "001102000010000",
        ItemName = "普通诊查费",
        Quantity = 1,
        Unit = "次",
        UnitPrice = Money.FromYuan(12.5m),
        Amount = Money.FromYuan(12.5m),
    };
}

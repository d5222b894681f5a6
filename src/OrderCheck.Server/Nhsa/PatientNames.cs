using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Text;
using System.Threading.Channels;
using OrderCheck.Ledger;
using OrderCheck.Server.Encounters;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// Puts the names that questions bring where they can be erased, behind the answer. The same name comes with every order of a
/// stay: it is written once. What does not fit into the bounded queue comes again.
/// </summary>
internal sealed class PatientNames(PatientIdentities identities, ILogger<PatientNames> logger) : BackgroundService
{
    private const int Most = 2_000;
    private const int MostKept = 100_000;

    private readonly Channel<(string Hospital, string Number, string Name)> _queue = Channel.CreateBounded<(string, string, string)>(Most);

    /// <summary>Hashes: no name stays in memory.</summary>
    private readonly ConcurrentDictionary<UInt128, bool> _kept = new();

    /// <summary>Never waits and never throws.</summary>
    public void Keep(string hospital, string? number, string? name)
    {
        if (!string.IsNullOrEmpty(number) && !string.IsNullOrEmpty(name) && !_kept.ContainsKey(HashOf(hospital, number, name)))
            _queue.Writer.TryWrite((hospital, number, name));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (hospital, number, name) in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            var hash = HashOf(hospital, number, name);
            if (_kept.ContainsKey(hash))
                continue;
            try
            {
                await identities.KeepAsync(hospital, number, name, personNumber: null, stoppingToken);
                if (_kept.Count >= MostKept)
                    _kept.Clear();
                _kept[hash] = true;
            }
            catch (LedgerUnavailableException e)
            {
                NhsaLog.NameNotKept(logger, hospital, e.Reason);
            }
        }
    }

    private static UInt128 HashOf(string hospital, string number, string name) =>
        XxHash128.HashToUInt128(Encoding.UTF8.GetBytes($"{hospital}\u001f{number}\u001f{name}"));
}

using System.Collections.Concurrent;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Durability;

/// <summary>What a HIS posted while its server was being killed: what was acknowledged, and what hung in the air.</summary>
internal sealed class PostedLines
{
    private const int LinesInARequest = 3;
    private static readonly string[] Visits = ["k1", "k2", "k3", "k4"];
    private readonly ConcurrentDictionary<string, (string Visit, Charge[] Lines)> _sent = new();
    private readonly ConcurrentBag<string> _acknowledged = [];
    private int _requests;

    public int AcknowledgedCount => _acknowledged.Count;

    public int SentCount => _sent.Count;

    /// <summary>Posts on one lane until the server is gone; tells of each acknowledgement.</summary>
    public async Task PostUntilGoneAsync(His his, Action acknowledged)
    {
        while (true)
        {
            var (visit, request, lines) = Next();
            try
            {
                await his.PostAsync(visit, request, lines);
            }
            catch (Grpc.Core.RpcException)
            {
                return;
            }
            _acknowledged.Add(request);
            acknowledged();
        }
    }

    /// <summary>Ids of acknowledged lines that the server does not have: posted again under new requests, each must be known already.</summary>
    public async Task<IReadOnlyList<string>> FindLostAsync(His his, string mark)
    {
        var lost = new List<string>();
        foreach (var visit in Visits)
        {
            var lines = _acknowledged.Select(request => _sent[request]).Where(sent => sent.Visit == visit).SelectMany(sent => sent.Lines).ToList();
            foreach (var chunk in lines.Chunk(900))
            {
                var receipt = await his.PostAsync(visit, $"again-{mark}-{chunk[0].Id}", chunk);
                lost.AddRange(chunk.Select(line => line.Id).Except(receipt.AlreadyRecorded));
            }
        }
        return lost;
    }

    /// <summary>Sends every request again, as a HIS does that did not hear: those that were recorded change nothing.</summary>
    public async Task SendAllAgainAsync(His his)
    {
        foreach (var (request, (visit, lines)) in _sent)
            await his.PostAsync(visit, request, lines);
    }

    /// <summary>What each encounter must come to, counted here from what was sent.</summary>
    public IReadOnlyDictionary<string, (int Lines, decimal Total)> Expected() => Visits.ToDictionary(
        visit => visit,
        visit =>
        {
            var lines = _sent.Values.Where(sent => sent.Visit == visit).SelectMany(sent => sent.Lines).ToList();
            return (lines.Count, lines.Sum(line => decimal.Parse(line.Amount, System.Globalization.CultureInfo.InvariantCulture)));
        });

    private (string Visit, string Request, Charge[] Lines) Next()
    {
        var number = Interlocked.Increment(ref _requests);
        var (visit, request) = (Visits[number % Visits.Length], $"r{number}");
        Charge[] lines =
        [
            .. Enumerable.Range(0, LinesInARequest).Select(line => Facts.Charge(
                $"c{number}-{line}", StarterItems.Plain, price: 0.01m * (1 + (number * 7 + line) % 997))),
        ];
        _sent[request] = (visit, lines);
        return (visit, request, lines);
    }
}

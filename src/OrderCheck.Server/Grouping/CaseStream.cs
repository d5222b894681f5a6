using Google.Protobuf;
using Grpc.Core;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Health;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>
/// One stream of cases: a request is read, grouped and answered before the one after the next is read, so that memory stays
/// the same however many come, and a caller that takes no answers is read no further.
/// </summary>
/// <param name="region">The region profile of the caller's hospital; "" if it has none.</param>
internal sealed class CaseStream(
    CaseGrouper grouper,
    ReleaseHolder releases,
    string region,
    IAsyncStreamReader<Proto.GroupCaseRequest> requests,
    IServerStreamWriter<Proto.CaseGroup> answers)
{
    /// <summary>So many answers are sent together where the requests are there faster than they can be answered.</summary>
    private const int MostTogether = 64;

    private static readonly WriteOptions Together = new(WriteFlags.BufferHint);

    private int _unsent;
    private long _read;
    private string _lastCase = "";

    public async Task RunAsync(FieldReader reader, CancellationToken cancellation)
    {
        var next = requests.MoveNext(cancellation);
        while (await HasNextAsync(next))
        {
            cancellation.ThrowIfCancellationRequested();
            var request = requests.Current;
            var answer = Group(reader, request);
            // Read ahead by one: whether another request is there already says whether this answer may wait for company.
            next = requests.MoveNext(cancellation);
            _unsent = next.IsCompletedSuccessfully && !request.WithReasons && _unsent < MostTogether ? _unsent + 1 : 0;
            answers.WriteOptions = _unsent > 0 ? Together : null;
            await answers.WriteAsync(answer, cancellation);
        }
    }

    private async ValueTask<bool> HasNextAsync(Task<bool> next)
    {
        try
        {
            return await next;
        }
        catch (InvalidProtocolBufferException)
        {
            throw new MalformedException(
            [
                new FieldViolation(
                    StreamedRequest.Path(_read),
                    "cannot be read: its bytes are broken, or a text is not UTF-8" + (_read > 0 ? $" (the one after case {FieldReader.Quote(_lastCase)})" : ""),
                    "a GroupCaseRequest"),
            ]);
        }
    }

    private Proto.CaseGroup Group(FieldReader reader, Proto.GroupCaseRequest request)
    {
        reader.Enter(StreamedRequest.List, (int)Math.Min(_read, int.MaxValue));
        var coded = GroupingRequests.Case(reader, request);
        var group = grouper.Group(reader, coded, request.WithReasons, releases.Current ?? throw new StartingException(), region);
        if (group is null)
            throw new MalformedException([.. reader.Violations.Select(fault => fault with { Problem = $"case {FieldReader.Quote(coded.CaseId)}: {fault.Problem}" })]);
        _read++;
        _lastCase = coded.CaseId;
        return group;
    }
}

using Grpc.Core;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Health;
using OrderCheck.Server.Identity;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>Groups cases by the release in use.</summary>
internal sealed class GroupingApi(ReleaseHolder releases, DictionaryHolder hospitals, GrouperPool groupers, TimeProvider time)
    : Proto.GroupingService.GroupingServiceBase
{
    private readonly CaseGrouper _grouper = new(groupers);

    private Release Release => releases.Current ?? throw new StartingException();

    public override Task<Proto.CaseGroup> GroupCase(Proto.GroupCaseRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var group = _grouper.Group(reader, GroupingRequests.Case(reader, request), request.WithReasons, Release, RegionOf(context));
        return group is null ? throw new MalformedException(reader.Violations) : Task.FromResult(group);
    }

    public override Task<Proto.GroupCasesAnswer> GroupCases(Proto.GroupCasesRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        GroupingRequests.CheckCount(reader, request);
        reader.ThrowIfMalformed();
        var (release, region) = (Release, RegionOf(context));
        var answer = new Proto.GroupCasesAnswer { ReleaseNumber = release.Number };
        for (var at = 0; at < request.Cases.Count; at++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            reader.Enter("cases", at);
            if (_grouper.Group(reader, request.Cases[at], request.WithReasons, release, region) is { } group)
            {
                answer.Cases.Add(new Proto.GroupedCase { Group = group });
                continue;
            }

            answer.Cases.Add(Fault(request.Cases[at], reader.Violations));
            reader = FieldReader.ForRequest(time.GetUtcNow());
        }

        return Task.FromResult(answer);
    }

    public override Task GroupStream(
        IAsyncStreamReader<Proto.GroupCaseRequest> requestStream, IServerStreamWriter<Proto.CaseGroup> responseStream, ServerCallContext context) =>
        new CaseStream(_grouper, releases, RegionOf(context), requestStream, responseStream)
            .RunAsync(FieldReader.ForRequest(time.GetUtcNow()), context.CancellationToken);

    public override Task<Proto.ListSchemesAnswer> ListSchemes(Proto.ListSchemesRequest request, ServerCallContext context) =>
        Task.FromResult(SchemeList.Write(Release));

    /// <summary>An administrator of the whole installation acts for no hospital.</summary>
    private string RegionOf(ServerCallContext context) => hospitals.Find(CallIdentity.Of(context).Caller.Hospital)?.Hospital.Region ?? "";

    private static Proto.GroupedCase Fault(Proto.CodedCase coded, IEnumerable<FieldViolation> violations) => new()
    {
        Fault = new Proto.CaseFault
        {
            CaseId = coded.CaseId,
            Violations = { violations.Select(static fault => new Proto.FieldFault { Field = fault.Path, Description = fault.Description }) },
        },
    };
}

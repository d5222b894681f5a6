using Grpc.Core;
using OrderCheck.Core.Encounters;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Findings;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Encounters;

/// <summary>The native interface: reads the message, calls the encounters, writes the answer.</summary>
internal sealed class OrderCheckApi(IEncounterService encounters, CheckGuard checks, PatientIdentities patients, RuleCountReader counts, TimeProvider time)
    : OrderCheckBinding.Service
{
    public override async Task<CheckAnswer> CheckOrders(CheckOrdersRequest request, ServerCallContext context)
    {
        var timer = PhaseTimer.Start();
        var reader = FieldReader.ForQuestion(time.GetUtcNow());
        var encounter = reader.Encounter(request.Encounter);
        var check = CheckRequestReader.Read(reader, request);
        reader.ThrowIfMalformed();
        var caller = CallIdentity.Of(context).Caller;
        timer.Lap(CheckPhase.Read);
        var answer = await checks.RunAsync(
            cancellation => encounters.CheckAsync(caller, encounter, check, cancellation),
            reason => encounters.Unjudged(caller, encounter, check, reason),
            context);
        timer.Skip();
        var message = AnswerWriter.Answer(answer);
        timer.End(CheckPhase.Write);
        return message;
    }

    public override async Task<CheckAnswer> CheckEncounter(CheckEncounterRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForQuestion(time.GetUtcNow());
        var encounter = reader.Visit("visit_number", request.VisitNumber);
        var check = CheckRequestReader.Read(reader, request);
        reader.ThrowIfMalformed();
        var caller = CallIdentity.Of(context).Caller;
        return AnswerWriter.Answer(await checks.RunAsync(
            cancellation => encounters.AuditAsync(caller, encounter, check, cancellation),
            reason => encounters.Unjudged(caller, encounter, check, reason),
            context,
            NotJudgedReasons.OfEncounter));
    }

    public override Task<CheckAnswer> Echo(CheckOrdersRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForQuestion(time.GetUtcNow());
        reader.Encounter(request.Encounter);
        CheckRequestReader.Read(reader, request);
        reader.ThrowIfMalformed();
        return Task.FromResult(EchoAnswer.Message);
    }

    public override Task<WriteReceipt> SignOrders(SignOrdersRequest request, ServerCallContext context) => WriteAsync(
        context, request.Encounter, request.RequestId, request.CheckId, (r, check) => FactReader.SignedOrders(r, request.Orders, check));

    public override Task<WriteReceipt> VerifyOrders(OrderActionsRequest request, ServerCallContext context) => ActAsync(context, OrderActionKind.Verify, request);

    public override Task<WriteReceipt> ReturnOrders(OrderActionsRequest request, ServerCallContext context) => ActAsync(context, OrderActionKind.Return, request);

    public override Task<WriteReceipt> ExecuteOrders(OrderActionsRequest request, ServerCallContext context) => ActAsync(context, OrderActionKind.Execute, request);

    public override Task<WriteReceipt> StopOrders(OrderActionsRequest request, ServerCallContext context) => ActAsync(context, OrderActionKind.Stop, request);

    public override Task<WriteReceipt> CancelOrders(OrderActionsRequest request, ServerCallContext context) => ActAsync(context, OrderActionKind.Cancel, request);

    public override Task<WriteReceipt> SupersedeOrders(SupersedeOrdersRequest request, ServerCallContext context) => WriteAsync(
        context, request.Encounter, request.RequestId, "", (r, _) => FactReader.Supersessions(r, request.Supersessions));

    public override Task<WriteReceipt> PostCharges(PostChargesRequest request, ServerCallContext context) => WriteAsync(
        context, request.Encounter, request.RequestId, request.CheckId, (r, _) => FactReader.Charges(r, request.Charges));

    public override Task<WriteReceipt> RecordDecisions(RecordDecisionsRequest request, ServerCallContext context) => WriteAsync(
        context, request.Encounter, request.RequestId, "", (r, _) => FactReader.Decisions(r, request.Decisions));

    public override Task<WriteReceipt> ReportEvents(ReportEventsRequest request, ServerCallContext context) => WriteAsync(
        context,
        request.Encounter,
        request.RequestId,
        "",
        (r, _) => FactReader.Events(r, request.Events),
        hospital => patients.KeepAsync(hospital, request.Events, context.CancellationToken));

    public override async Task<ReconcileAnswer> Reconcile(ReconcileRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var asked = ReconcileMapping.Read(reader, request);
        reader.ThrowIfMalformed();
        return ReconcileMapping.Write(await encounters.ReconcileAsync(CallIdentity.Of(context).Caller, asked, context.CancellationToken));
    }

    public override async Task<EncounterSummary> GetEncounter(GetEncounterRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var visit = reader.Id("visit_number", request.VisitNumber);
        reader.ThrowIfMalformed();
        var description = await encounters.DescribeAsync(CallIdentity.Of(context).Caller, new(visit, null), context.CancellationToken);
        return EncounterSummaries.Write(description ?? throw new NotFoundException("unknown_encounter", "Nothing is recorded of an encounter of that visit number."));
    }

    public override async Task<CheckAnswer> GetCheck(GetCheckRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var checkId = reader.Id("check_id", request.CheckId);
        reader.ThrowIfMalformed();
        var answer = await encounters.GetCheckAsync(CallIdentity.Of(context).Caller, checkId, context.CancellationToken);
        return AnswerWriter.Answer(answer ?? throw new NotFoundException("unknown_check", "No check of that id is recorded in this hospital."));
    }

    public override async Task<ListLateAnswer> ListLate(ListLateRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var doctor = reader.Code("doctor", request.Doctor);
        var limit = reader.Whole("limit", request.Limit, 0, 200);
        if (request.After < 0)
            reader.Refuse("after", $"{request.After} is out of range", "0, or the next of an earlier answer");
        reader.ThrowIfMalformed();
        var page = await encounters.ListLateAsync(CallIdentity.Of(context).Caller, doctor, request.After, limit, context.CancellationToken);
        return EncounterSummaries.Write(page);
    }

    public override async Task<ListWorkAnswer> ListWork(ListWorkRequest request, ServerCallContext context)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var day = reader.Day("day", request.Day);
        var ward = reader.Code("ward", request.Ward);
        var limit = reader.Whole("limit", request.Limit, 0, 200);
        if (request.After < 0)
            reader.Refuse("after", $"{request.After} is out of range", "0, or the next of an earlier answer");
        reader.ThrowIfMalformed();
        var page = await encounters.ListWorkAsync(CallIdentity.Of(context).Caller, new WorkList(day, ward), request.After, limit, context.CancellationToken);
        return EncounterSummaries.WriteWork(page);
    }

    public override Task<ListRuleCountsAnswer> ListRuleCounts(ListRuleCountsRequest request, ServerCallContext context) =>
        counts.ReadAsync(request, CallIdentity.Of(context).Caller, context.CancellationToken);

    private Task<WriteReceipt> ActAsync(ServerCallContext context, OrderActionKind kind, OrderActionsRequest request) => WriteAsync(
        context, request.Encounter, request.RequestId, "", (r, _) => FactReader.Actions(r, kind, request.Actions));

    private async Task<WriteReceipt> WriteAsync(
        ServerCallContext context,
        Protocol.V1.EncounterRef? encounter,
        string requestId,
        string checkId,
        Func<FieldReader, string?, IReadOnlyList<Fact>> read,
        Func<string, Task>? before = null)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var where = reader.Encounter(encounter);
        var check = reader.Code("check_id", checkId);
        var request = new WriteRequest(reader.RequestId(requestId), read(reader, check), check);
        reader.ThrowIfMalformed();
        var caller = CallIdentity.Of(context).Caller;
        if (before is not null)
            await before(caller.Hospital);
        return AnswerWriter.Receipt(await encounters.WriteAsync(caller, where, request, context.CancellationToken));
    }
}

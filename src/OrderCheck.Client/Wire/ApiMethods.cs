using OrderCheck.Protocol.V1;

namespace OrderCheck.Client.Wire;

/// <summary>The methods that a HIS calls.</summary>
internal static class ApiMethods
{
    public static readonly ApiMethod<CheckOrdersRequest, CheckAnswer> CheckOrders =
        new(nameof(CheckOrders), CheckOrdersRequest.Parser, CheckAnswer.Parser, IsWhole);

    /// <summary>Reads what a check sends and judges nothing; its answer says that it is an echo.</summary>
    public static readonly ApiMethod<CheckOrdersRequest, CheckAnswer> Echo =
        new(nameof(Echo), CheckOrdersRequest.Parser, CheckAnswer.Parser, static answer => answer.StateReasons.Any(static reason => reason.Code == "echo"));

    public static readonly ApiMethod<CheckEncounterRequest, CheckAnswer> CheckEncounter =
        new(nameof(CheckEncounter), CheckEncounterRequest.Parser, CheckAnswer.Parser, IsWhole);

    public static readonly ApiMethod<SignOrdersRequest, WriteReceipt> SignOrders =
        new(nameof(SignOrders), SignOrdersRequest.Parser, WriteReceipt.Parser, IsWhole);

    public static readonly ApiMethod<OrderActionsRequest, WriteReceipt> VerifyOrders = Action(nameof(VerifyOrders));

    public static readonly ApiMethod<OrderActionsRequest, WriteReceipt> ReturnOrders = Action(nameof(ReturnOrders));

    public static readonly ApiMethod<OrderActionsRequest, WriteReceipt> ExecuteOrders = Action(nameof(ExecuteOrders));

    public static readonly ApiMethod<OrderActionsRequest, WriteReceipt> StopOrders = Action(nameof(StopOrders));

    public static readonly ApiMethod<OrderActionsRequest, WriteReceipt> CancelOrders = Action(nameof(CancelOrders));

    public static readonly ApiMethod<SupersedeOrdersRequest, WriteReceipt> SupersedeOrders =
        new(nameof(SupersedeOrders), SupersedeOrdersRequest.Parser, WriteReceipt.Parser, IsWhole);

    public static readonly ApiMethod<PostChargesRequest, WriteReceipt> PostCharges =
        new(nameof(PostCharges), PostChargesRequest.Parser, WriteReceipt.Parser, IsWhole);

    public static readonly ApiMethod<RecordDecisionsRequest, WriteReceipt> RecordDecisions =
        new(nameof(RecordDecisions), RecordDecisionsRequest.Parser, WriteReceipt.Parser, IsWhole);

    public static readonly ApiMethod<ReportEventsRequest, WriteReceipt> ReportEvents =
        new(nameof(ReportEvents), ReportEventsRequest.Parser, WriteReceipt.Parser, IsWhole);

    public static readonly ApiMethod<ReconcileRequest, ReconcileAnswer> Reconcile =
        new(nameof(Reconcile), ReconcileRequest.Parser, ReconcileAnswer.Parser, static _ => true);

    public static readonly ApiMethod<GetEncounterRequest, EncounterSummary> GetEncounter =
        new(nameof(GetEncounter), GetEncounterRequest.Parser, EncounterSummary.Parser, static summary => summary.VisitNumber.Length > 0);

    public static readonly ApiMethod<GetCheckRequest, CheckAnswer> GetCheck =
        new(nameof(GetCheck), GetCheckRequest.Parser, CheckAnswer.Parser, IsWhole);

    public static readonly ApiMethod<ListLateRequest, ListLateAnswer> ListLate =
        new(nameof(ListLate), ListLateRequest.Parser, ListLateAnswer.Parser, static _ => true);

    public static readonly ApiMethod<ListRuleCountsRequest, ListRuleCountsAnswer> ListRuleCounts =
        new(nameof(ListRuleCounts), ListRuleCountsRequest.Parser, ListRuleCountsAnswer.Parser, static _ => true);

    public static readonly ApiMethod<ListWorkRequest, ListWorkAnswer> ListWork =
        new(nameof(ListWork), ListWorkRequest.Parser, ListWorkAnswer.Parser, static _ => true);

    private static ApiMethod<OrderActionsRequest, WriteReceipt> Action(string name) =>
        new(name, OrderActionsRequest.Parser, WriteReceipt.Parser, IsWhole);

    private static bool IsWhole(CheckAnswer answer) => answer.State != CheckState.Unspecified;

    private static bool IsWhole(WriteReceipt receipt) => receipt.LedgerSequence > 0;
}

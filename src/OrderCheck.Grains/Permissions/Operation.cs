namespace OrderCheck.Grains.Permissions;

/// <summary>What can be permitted.</summary>
public enum Operation
{
    CheckOrders = 1,
    SignOrders,
    VerifyOrders,
    ReturnOrders,
    ExecuteOrders,
    StopOrders,
    CancelOrders,
    SupersedeOrders,
    PostCharges,
    RecordDecisions,
    ReportEvents,
    Reconcile,
    DescribeEncounter,
    ReadCheck,
    ListOwnLate,
    ListAnyLate,
    CheckEncounter,

    /// <summary>What rules said and where they were blind, those in shadow too.</summary>
    ReadRuleRecords,

    ListMorning,
    ListRouted,
}

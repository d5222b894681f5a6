using System.Collections.Frozen;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Permissions;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Identity;

/// <summary>Which role may call which method. A method that is not listed is denied to everyone.</summary>
internal static class MethodPermissions
{
    private const string Encounters = "/ordercheck.v1." + nameof(OrderCheckService) + "/";
    private const string Grouping = "/ordercheck.v1." + nameof(GroupingService) + "/";
    private const string Administration = "/ordercheck.v1." + nameof(AdministrationService) + "/";

    private static readonly FrozenDictionary<string, Operation> Operations = new Dictionary<string, Operation>
    {
        ["CheckOrders"] = Operation.CheckOrders,
        ["Echo"] = Operation.CheckOrders,
        ["CheckEncounter"] = Operation.CheckEncounter,
        ["SignOrders"] = Operation.SignOrders,
        ["VerifyOrders"] = Operation.VerifyOrders,
        ["ReturnOrders"] = Operation.ReturnOrders,
        ["ExecuteOrders"] = Operation.ExecuteOrders,
        ["StopOrders"] = Operation.StopOrders,
        ["CancelOrders"] = Operation.CancelOrders,
        ["SupersedeOrders"] = Operation.SupersedeOrders,
        ["PostCharges"] = Operation.PostCharges,
        ["RecordDecisions"] = Operation.RecordDecisions,
        ["ReportEvents"] = Operation.ReportEvents,
        ["Reconcile"] = Operation.Reconcile,
        ["GetEncounter"] = Operation.DescribeEncounter,
        ["GetCheck"] = Operation.ReadCheck,
        ["ListLate"] = Operation.ListOwnLate,
        ["ListRuleCounts"] = Operation.ReadRuleRecords,
    }.ToFrozenDictionary(static p => Encounters + p.Key, static p => p.Value);

    private static readonly FrozenDictionary<string, FrozenSet<Role>> Administrators = new Dictionary<string, Role[]>
    {
        ["PutHospital"] = [Role.Administrator],
        ["PutDictionary"] = [Role.Administrator, Role.Officer],
        ["CreateApiKey"] = [Role.Administrator],
        ["RevokeApiKey"] = [Role.Administrator],
        ["PublishRelease"] = [Role.Administrator, Role.Officer],
    }.ToFrozenDictionary(static p => Administration + p.Key, static p => p.Value.ToFrozenSet());

    /// <summary>They show what was ordered for a patient, or how the office's rules do.</summary>
    private static readonly FrozenSet<string> Reads = new[] { "GetCheck", "ListLate", "ListWork", "ListRuleCounts" }.Select(static m => Encounters + m).ToFrozenSet();

    /// <summary>The one path that is no method of the contract and needs a permission.</summary>
    public const string Metrics = "/metrics";

    /// <summary>Which of the two lists it is the request says: the role is held against it then.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<Operation>> Either = new Dictionary<string, Operation[]>
    {
        ["ListWork"] = [Operation.ListMorning, Operation.ListRouted],
    }.ToFrozenDictionary(static p => Encounters + p.Key, static p => p.Value.ToFrozenSet());

    /// <summary>
    /// Grouping touches no encounter: whoever may know a case's codes may know its group. Many at a time are for those who
    /// look after the whole hospital.
    /// </summary>
    private static readonly FrozenDictionary<string, FrozenSet<Role>> Groupers = new Dictionary<string, Role[]>
    {
        ["GroupCase"] = [Role.His, Role.Doctor, Role.Officer, Role.Administrator],
        ["GroupCases"] = [Role.His, Role.Officer, Role.Administrator],
        ["GroupStream"] = [Role.His, Role.Officer, Role.Administrator],
        ["ListSchemes"] = [Role.His, Role.Doctor, Role.Officer, Role.Administrator],
    }.ToFrozenDictionary(static p => Grouping + p.Key, static p => p.Value.ToFrozenSet());

    /// <summary>It answers by itself where it cannot be judged.</summary>
    public static bool IsCheck(string method) => method is Encounters + "CheckOrders" or Encounters + "CheckEncounter";

    /// <summary>
    /// Whether each call of the method is audited, and not only those denied: it administers, or shows what was ordered for a
    /// patient. Checks and writes are not: each is recorded as a whole with who made it.
    /// </summary>
    public static bool IsAudited(string method) => Administrators.ContainsKey(method) || Reads.Contains(method);

    /// <summary>Reflection tells the contract and nothing else, and is there on a developer's machine alone: it wants no key.</summary>
    public static bool IsReflection(string method) => method.StartsWith("/grpc.reflection.", StringComparison.Ordinal);

    /// <param name="method">As gRPC names it: "/package.Service/Method".</param>
    public static bool Permits(string method, Role role) =>
        Operations.TryGetValue(method, out var operation)
            ? PermissionTable.Permits(role, operation)
            : Either.TryGetValue(method, out var either)
            ? either.Any(operation => PermissionTable.Permits(role, operation))
            : method == Metrics
                ? role is Role.Administrator or Role.Monitor
                : (Administrators.TryGetValue(method, out var roles) || Groupers.TryGetValue(method, out roles)) && roles.Contains(role);
}

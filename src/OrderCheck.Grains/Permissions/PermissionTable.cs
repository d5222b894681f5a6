using System.Collections.Frozen;
using OrderCheck.Core.Identity;

namespace OrderCheck.Grains.Permissions;

/// <summary>Which role may do what. What is not listed is denied.</summary>
public static class PermissionTable
{
    private static readonly FrozenDictionary<Role, FrozenSet<Operation>> Allowed = new Dictionary<Role, FrozenSet<Operation>>
    {
        // The HIS acts for its users; other doctors' lists are not its business.
        [Role.His] = Set(
            Operation.CheckOrders, Operation.SignOrders, Operation.VerifyOrders, Operation.ReturnOrders, Operation.ExecuteOrders,
            Operation.StopOrders, Operation.CancelOrders, Operation.SupersedeOrders, Operation.PostCharges, Operation.RecordDecisions,
            Operation.ReportEvents, Operation.Reconcile, Operation.DescribeEncounter, Operation.ReadCheck, Operation.ListOwnLate,
            Operation.CheckEncounter, Operation.ListMorning),
        [Role.Doctor] = Set(
            Operation.CheckOrders, Operation.SignOrders, Operation.StopOrders, Operation.CancelOrders, Operation.SupersedeOrders,
            Operation.RecordDecisions, Operation.ReportEvents, Operation.DescribeEncounter, Operation.ReadCheck, Operation.ListOwnLate,
            Operation.CheckEncounter),
        [Role.Nurse] = Set(
            Operation.CheckOrders, Operation.VerifyOrders, Operation.ReturnOrders, Operation.ExecuteOrders, Operation.PostCharges,
            Operation.RecordDecisions, Operation.ReportEvents, Operation.DescribeEncounter, Operation.ReadCheck, Operation.CheckEncounter,
            Operation.ListMorning, Operation.ListRouted),
        [Role.Pharmacist] = Set(
            Operation.CheckOrders, Operation.VerifyOrders, Operation.ReturnOrders, Operation.DescribeEncounter, Operation.ReadCheck,
            Operation.ListRouted),
        [Role.Officer] = Set(
            Operation.CheckOrders, Operation.Reconcile, Operation.DescribeEncounter, Operation.ReadCheck, Operation.ListOwnLate,
            Operation.ListAnyLate, Operation.CheckEncounter, Operation.ReadRuleRecords, Operation.ListMorning, Operation.ListRouted),
        // Heads see what their department's doctors see, and change nothing in their place.
        [Role.Head] = Set(
            Operation.CheckOrders, Operation.DescribeEncounter, Operation.ReadCheck, Operation.CheckEncounter, Operation.ListRouted),
        [Role.Coder] = Set(
            Operation.DescribeEncounter, Operation.ReadCheck, Operation.CheckEncounter, Operation.ReportEvents, Operation.RecordDecisions,
            Operation.ListRouted),
    }.ToFrozenDictionary();

    public static bool Permits(Role role, Operation operation) =>
        Allowed.TryGetValue(role, out var operations) && operations.Contains(operation);

    /// <exception cref="NotPermittedException">The role may not.</exception>
    public static void Require(Caller caller, Operation operation)
    {
        if (!Permits(caller.Role, operation))
            throw new NotPermittedException(caller.Role, operation.ToString());
    }

    private static FrozenSet<Operation> Set(params Operation[] operations) => operations.ToFrozenSet();
}

using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>
/// The patient's operations, read when first asked for: what is recorded, what is arranged, and what signed and judged orders ask
/// for. Rows hand their lists of codes over as texts: each is read once in a check.
/// </summary>
internal sealed class KnownOperations(
    Release release, HospitalDictionary dictionary, EncounterState state, JudgedPlan judged, IReadOnlyList<(Order Order, ExpansionResult Expansion)> asked)
{
    private readonly Dictionary<string, CodeRanges> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownOperation>> _ofLists = new(StringComparer.Ordinal);
    private List<KnownOperation>? _all;

    public CodeRanges ListOf(string codes) => _lists.TryGetValue(codes, out var list) ? list : _lists[codes] = CodeRanges.Of(codes);

    /// <summary>
    /// Those of the list. What was planned stands until an operation of the list is recorded that began at most a day before it,
    /// what an order asks for also until one is arranged.
    /// </summary>
    public List<KnownOperation> Of(string procedures)
    {
        if (_ofLists.TryGetValue(procedures, out var known))
            return known;
        var list = ListOf(procedures);
        known = [];
        foreach (var operation in _all ??= Read())
        {
            if (operation.IsOf(list) && !(operation.Planned && known.Exists(other => IsInPlaceOf(other, operation))))
                known.Add(operation);
        }
        return _ofLists[procedures] = known;
    }

    private static bool IsInPlaceOf(in KnownOperation earlier, in KnownOperation planned) =>
        earlier.Planned ? (earlier.At - planned.At).Duration() <= TimeSpan.FromDays(1) : earlier.At >= planned.At.AddDays(-1);

    /// <summary>In the order of how well they are known.</summary>
    private List<KnownOperation> Read()
    {
        var all = new List<KnownOperation>();
        foreach (var done in state.Stay.Procedures)
            all.Add(new KnownOperation([done.Code], done.OccurredAt, done.EndedAt, false));
        foreach (var arranged in state.Stay.PlannedProcedures)
            all.Add(new KnownOperation([arranged.Code], arranged.OccurredAt, null, true));
        var recorded = all.Count;
        foreach (var (order, _) in asked)
            Add(all, order);
        foreach (var signed in state.Orders.Orders.Values)
        {
            // What was stopped or re-issued before it was to begin is not going to be done.
            if (signed.Planned && !(signed.EndedAt <= signed.Order.StartAt) && !judged.Replaces(signed.Order.Id))
                Add(all, signed.Order);
        }
        // Of orders for one operation the first stands, in whatever order they were sent.
        all.Sort(recorded, all.Count - recorded, Comparer<KnownOperation>.Create(static (left, right) => left.At.CompareTo(right.At)));
        return all;
    }

    private void Add(List<KnownOperation> all, Order order)
    {
        if (order.InfantNo is null && CodesOf(order) is { Length: > 0 } codes)
            all.Add(new KnownOperation(codes, order.StartAt, null, true));
    }

    private string[] CodesOf(Order order)
    {
        if (order.ProcedureCode is { } code)
            return [code];
        if (order.Kind != OrderKind.Service || dictionary.CodeOf(order) is not { } item)
            return [];
        var day = dictionary.Hospital.TimeZone.Day(order.StartAt);
        foreach (var row in release.Knowledge[KnowledgeKind.CodedOperations])
        {
            if (row is CodedOperation operation && row.InForce(day) && Names(operation, item))
                return [.. operation.Procedures.Split(CodeRanges.Separator, StringSplitOptions.TrimEntries).Select(static range => range.Split('-')[0])];
        }
        return [];
    }

    private static bool Names(CodedOperation operation, string item) =>
        operation.Items.Split(CodeRanges.Separator, StringSplitOptions.TrimEntries).Any(prefix => item.StartsWith(prefix, StringComparison.Ordinal));
}

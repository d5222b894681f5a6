using OrderCheck.Core.Findings;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class DecisionReader
{
    /// <summary>As many as there are charges in a call.</summary>
    private const int MostAlsoKeys = 1000;

    public static DecisionRecorded Read(FieldReader reader, Proto.Decision decision)
    {
        var reason = reader.Text("reason", decision.Reason, ActionReader.LongestReason);
        var kind = Kind(reader, decision.Kind);
        if (kind == DecisionKind.Overridden && reason is null && decision.Reason.Length == 0)
            reader.Refuse("reason", "is required for DECISION_KIND_OVERRIDDEN", $"1 to {ActionReader.LongestReason} characters");
        if (kind == DecisionKind.SelfPay && !decision.Consent)
            reader.Refuse("consent", "is required for DECISION_KIND_SELF_PAY", "true, when the patient's consent is on record");
        return new DecisionRecorded(
            reader.Id("check_id", decision.CheckId), reader.Id("finding_key", decision.FindingKey), kind, reason, decision.Consent)
        {
            Id = reader.Id("id", decision.Id),
            Revision = reader.Whole("revision", decision.Revision, 0, int.MaxValue),
            OccurredAt = reader.Time("occurred_at", decision.OccurredAt),
            AlsoKeys = AlsoKeys(reader, decision),
            Promise = Promise(reader, decision),
            PromiseDue = Due(reader, decision),
            DecidedBy = reader.Code("decided_by", decision.DecidedBy),
        };
    }

    private static PromiseKind? Promise(FieldReader reader, Proto.Decision decision)
    {
        if (decision.Promise == Proto.PromiseKind.Unspecified)
            return null;
        if (decision.Promise is not (Proto.PromiseKind.DiagnosisToFollow or Proto.PromiseKind.ResultToFollow))
            reader.Refuse("promise", $"{(int)decision.Promise} is unknown", "PROMISE_KIND_DIAGNOSIS_TO_FOLLOW, PROMISE_KIND_RESULT_TO_FOLLOW");
        else if (decision.Kind is not (Proto.DecisionKind.MeetsLimit or Proto.DecisionKind.Overridden))
            reader.Refuse("promise", "goes with a decision that lets the order stand", "DECISION_KIND_MEETS_LIMIT or DECISION_KIND_OVERRIDDEN");
        return (PromiseKind)(int)decision.Promise;
    }

    private static DateTimeOffset? Due(FieldReader reader, Proto.Decision decision)
    {
        if (decision.PromiseDue is not { } written)
            return null;
        if (decision.Promise == Proto.PromiseKind.Unspecified)
            reader.Refuse("promise_due", "is there without a promise", "unset, or a promise");
        else if (decision.OccurredAt is { } at && (written.Seconds, written.Nanos).CompareTo((at.Seconds, at.Nanos)) < 0)
            reader.Refuse("promise_due", "is before occurred_at", "occurred_at or later");
        return reader.OptionalTime("promise_due", written);
    }

    private static IReadOnlyList<string> AlsoKeys(FieldReader reader, Proto.Decision decision)
    {
        if (decision.AlsoKeys.Count > MostAlsoKeys)
            reader.Refuse("also_keys", $"has {decision.AlsoKeys.Count} keys", $"up to {MostAlsoKeys}");
        return decision.AlsoKeys.Count is 0 or > MostAlsoKeys ? [] : [.. decision.AlsoKeys.Select(key => reader.Id("also_keys", key))];
    }

    private static DecisionKind Kind(FieldReader reader, Proto.DecisionKind kind)
    {
        if (kind is >= Proto.DecisionKind.Withdrawn and <= Proto.DecisionKind.EmergencyBypass)
            return (DecisionKind)(int)kind;
        reader.Refuse(
            "kind",
            kind == Proto.DecisionKind.Unspecified ? "is required" : $"{(int)kind} is unknown",
            "DECISION_KIND_WITHDRAWN, _CHANGED, _SELF_PAY, _MEETS_LIMIT, _OVERRIDDEN, _EMERGENCY_BYPASS");
        return DecisionKind.Withdrawn;
    }
}

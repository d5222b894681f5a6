namespace OrderCheck.Client;

/// <summary>Why a call has no answer.</summary>
public sealed class CallFailure
{
    internal CallFailure(FailureKind kind, string reason, string message, IReadOnlyList<FieldViolation>? violations = null)
    {
        Kind = kind;
        Reason = reason;
        Message = message;
        Violations = violations ?? [];
    }

    public FailureKind Kind { get; }

    /// <summary>
    /// Stable: the service's own reason where it gave one ("store_down", "request_id_reused", "unknown_encounter" …), otherwise
    /// one of <see cref="ReasonCodes"/>.
    /// </summary>
    public string Reason { get; }

    /// <summary>English, for the integrator. It may quote what was sent: not for a log.</summary>
    public string Message { get; }

    /// <summary>The fields that were refused; empty unless the form was bad.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; }

    /// <summary>Whether the service or the way to it failed, not the request: the same may succeed a moment later.</summary>
    public bool IsOfService => Kind is FailureKind.Deadline or FailureKind.Unavailable or FailureKind.Unreadable or FailureKind.ServerFault;

    internal string FieldNames() => string.Join(", ", Violations.Select(static violation => violation.Field));

    public override string ToString() => $"{Kind} ({Reason}): {Message}";
}

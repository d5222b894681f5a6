namespace OrderCheck.Core.Orders;

/// <summary>A signed order and what was done to it since.</summary>
public sealed record OrderState
{
    private readonly DateTimeOffset _endedAt;
    private readonly DateTimeOffset _verifiedAt;

    public required Order Order { get; init; }
    public required DateTimeOffset SignedAt { get; init; }
    public required OrderStatus Status { get; init; }

    /// <summary>When it was stopped or superseded: nothing is planned from then on.</summary>
    public DateTimeOffset? EndedAt
    {
        get => _endedAt == default ? null : _endedAt;
        init => _endedAt = value ?? default;
    }

    public DateTimeOffset? VerifiedAt
    {
        get => _verifiedAt == default ? null : _verifiedAt;
        init => _verifiedAt = value ?? default;
    }

    public int Executions { get; init; }
    public string? SupersededBy { get; init; }

    /// <summary>
    /// The first order of the chain of re-issues (重整) that this one continues; its own id where there was none. What is
    /// charged to any of a chain fulfils the chain.
    /// </summary>
    public string Root => ChainOfReissues?.Root ?? Order.Id;

    /// <summary>The earliest start in the chain: a re-issue inherits it.</summary>
    public DateTimeOffset FirstStartAt => ChainOfReissues?.FirstStartAt ?? Order.StartAt;

    public bool Active => Status is OrderStatus.Signed or OrderStatus.Verified or OrderStatus.Executed;

    /// <summary>Whether its executions, up to <see cref="EndedAt"/>, count as planned.</summary>
    public bool Planned => Status is not (OrderStatus.Cancelled or OrderStatus.Returned);

    private Chain? ChainOfReissues { get; init; }

    /// <summary>The same, as the last of a chain of re-issues.</summary>
    internal OrderState In(string root, DateTimeOffset firstStartAt)
    {
        var chain = root == Order.Id && firstStartAt == Order.StartAt ? null : new Chain(root, firstStartAt);
        return chain == ChainOfReissues ? this : this with { ChainOfReissues = chain };
    }

    internal OrderState After(OrderActed action) => action switch
    {
        OrderVerified => this with { Status = Active && Status != OrderStatus.Executed ? OrderStatus.Verified : Status, VerifiedAt = action.OccurredAt },
        OrderExecuted => this with { Status = Active ? OrderStatus.Executed : Status, Executions = Executions + 1 },
        OrderReturned => this with { Status = Active ? OrderStatus.Returned : Status },
        OrderCancelled => this with { Status = OrderStatus.Cancelled, EndedAt = action.OccurredAt },
        OrderStopped when Planned => this with { Status = OrderStatus.Stopped, EndedAt = Earlier(EndedAt, action.OccurredAt) },
        _ => this,
    };

    internal OrderState SupersededAt(DateTimeOffset at, string by) =>
        this with { Status = Planned ? OrderStatus.Superseded : Status, EndedAt = Earlier(EndedAt, at), SupersededBy = by };

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset at) => known is { } end && end < at ? end : at;

    /// <summary>Most orders continue none: one reference serves them instead of both.</summary>
    private sealed record Chain(string Root, DateTimeOffset FirstStartAt);
}

using Microsoft.Extensions.Options;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Overload;

/// <summary>
/// How many calls are worked on at once and how many wait. Checks go first: while one waits, nothing else is begun. What finds
/// the queue full, or waits too long, is turned away, so that memory and waiting have a bound however many call.
/// </summary>
internal sealed class CallGate(IOptions<OrderCheckOptions> options, TimeProvider time)
{
    /// <summary>A check that has waited this long is answered "unchecked": a doctor would not wait for it.</summary>
    public static readonly TimeSpan CheckPatience = TimeSpan.FromMilliseconds(50);

    /// <summary>Another call may be a minute's charges of a ward: it waits longer before its sender is asked to come again.</summary>
    public static readonly TimeSpan CallPatience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly CallLane _checks = new(options.Value.ChecksAtOnce, options.Value.WaitingCalls);
    private readonly CallLane _calls = new(options.Value.CallsAtOnce, options.Value.WaitingCalls);

    /// <summary>True: leave with <see cref="LeaveCheck"/>. False: turned away.</summary>
    public ValueTask<bool> EnterCheckAsync(TimeSpan patience) => EnterAsync(_checks, othersWait: false, patience < CheckPatience ? patience : CheckPatience);

    /// <summary>True: leave with <see cref="LeaveCall"/>. False: turned away.</summary>
    public ValueTask<bool> EnterCallAsync() => EnterAsync(_calls, othersWait: true, CallPatience);

    public void LeaveCheck() => Leave(_checks);

    public void LeaveCall() => Leave(_calls);

    private ValueTask<bool> EnterAsync(CallLane lane, bool othersWait, TimeSpan patience)
    {
        LinkedListNode<TaskCompletionSource<bool>>? place;
        lock (_lock)
        {
            if (lane.IsOpen && !(othersWait && _checks.HasWaiting))
            {
                lane.Running++;
                return ValueTask.FromResult(true);
            }
            place = lane.Queue();
        }
        return place is null ? ValueTask.FromResult(false) : new ValueTask<bool>(WaitAsync(lane, place, patience));
    }

    private async Task<bool> WaitAsync(CallLane lane, LinkedListNode<TaskCompletionSource<bool>> place, TimeSpan patience)
    {
        try
        {
            return await place.Value.Task.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            lock (_lock)
            {
                // Its turn may have come at this very moment: then it has the place.
                if (place.Value.Task.IsCompleted)
                    return true;
                lane.GiveUp(place);
                Proceed();
                return false;
            }
        }
    }

    private void Leave(CallLane lane)
    {
        lock (_lock)
        {
            lane.Running--;
            Proceed();
        }
    }

    /// <summary>Begins what waits, checks first.</summary>
    private void Proceed()
    {
        _checks.Begin();
        if (!_checks.HasWaiting)
            _calls.Begin();
    }
}

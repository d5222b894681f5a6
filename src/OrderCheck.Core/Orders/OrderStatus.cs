namespace OrderCheck.Core.Orders;

/// <summary>Where a signed order is in its life.</summary>
public enum OrderStatus
{
    Signed = 1,
    Verified = 2,
    Executed = 3,

    /// <summary>The nurse gave it back: nothing of it is planned until it is signed again.</summary>
    Returned = 4,
    Stopped = 5,

    /// <summary>重整: another order goes on in its place.</summary>
    Superseded = 6,
    Cancelled = 7,
}
